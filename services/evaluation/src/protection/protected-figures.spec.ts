import { encodeLocalityId } from '@duban/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Facts } from '../facts/fact.js';
import { versionsOf } from '../facts/fact-versions.js';
import { DEFAULT_ITEM_RULES } from '../facts/item-rules.js';
import { type FigureFilter, type Population, readFilter } from '../figures/figure-filter.js';
import { recount } from '../figures/tally.js';
import { somebodyIn } from '../testing/evaluation-database.js';
import { randomCase, seeded } from '../testing/random-case.js';
import { type Answer, ofLocality, ScoringService } from '../testing/scoring-service.js';

const [PROVINCE, CITY, OTHER, FEW, MANY, SOME, OPEN] = [4, 41, 42, 411, 412, 413, 421];
const NEED = 5;
const PLACES = [
  { number: 1, level: 'NATION', ancestors: [] },
  { number: PROVINCE, level: 'PROVINCE', ancestors: [1] },
  { number: CITY, level: 'CITY', ancestors: [PROVINCE, 1], ratingsFrom: NEED },
  { number: OTHER, level: 'CITY', ancestors: [PROVINCE, 1] },
  { number: FEW, level: 'COUNTY', ancestors: [CITY, PROVINCE, 1], ratingsFrom: NEED },
  { number: MANY, level: 'COUNTY', ancestors: [CITY, PROVINCE, 1], ratingsFrom: NEED },
  { number: SOME, level: 'COUNTY', ancestors: [CITY, PROVINCE, 1], ratingsFrom: NEED },
  { number: OPEN, level: 'COUNTY', ancestors: [OTHER, PROVINCE, 1] },
];
const CASES = new Map([
  [PROVINCE, 20],
  [CITY, 30],
  [FEW, 8],
  [MANY, 120],
  [SOME, 50],
  [OPEN, 60],
]);
/** Whose items a place's figures are. */
const UNDER: Readonly<Record<number, readonly number[]>> = {
  [PROVINCE]: [PROVINCE, CITY, OTHER, FEW, MANY, SOME, OPEN],
  [CITY]: [CITY, FEW, MANY, SOME],
  [OTHER]: [OTHER, OPEN],
};
const under = (root: number): readonly number[] => UNDER[root] ?? [root];

type Item = { readonly tenant: number; readonly facts: Facts };
let service: ScoringService;
let items: Item[];

beforeAll(async () => {
  const next = seeded(23);
  const cases = [...CASES].flatMap(([tenant, many], place) =>
    Array.from({ length: many }, (_none, index) => randomCase(place * 1000 + index + 1, tenant, 1, next)),
  );
  items = cases.flatMap(({ tenant, read }) => {
    const facts = versionsOf(read, DEFAULT_ITEM_RULES).versions.at(-1)?.facts;
    return facts ? [{ tenant, facts }] : [];
  });
  service = await ScoringService.start({}, cases, PLACES);
});
afterAll(() => service?.close());

const SATISFIED = 'metric(name: SATISFACTION_INCLUSIVE) { numerator denominator display reason }';
const figuresOf = async (
  viewer: number,
  root: number,
  selection: string,
  filter = '{}',
): Promise<Answer['data']> => {
  const { data, errors } = await service.ask(
    somebodyIn(viewer),
    ofLocality(root, `figures(filter: ${filter}) { ${selection} }`),
  );
  expect(errors).toBeUndefined();
  return data._entities[0].figures;
};
const ratedOf = (of: readonly Item[], filter: FigureFilter): Item[] => {
  const population = readFilter(filter, new Date()) as Population;
  const asked = { name: 'SATISFACTION_INCLUSIVE', axis: 'RESULT', round: 'FINAL' } as const;
  return of.filter((item) => {
    const [tally] = recount([{ ...item, unitId: null, role: null }], population, [asked]);
    return (tally?.sums.get('SATISFACTION_INCLUSIVE:RESULT:FINAL')?.denominator ?? 0) > 0;
  });
};

describe('few ratings', () => {
  test('are hidden with a reason and never a zero, with a neighbour’s; the city’s sum is told', async () => {
    const rows =
      'rollup(by: [COUNTY], metrics: [SATISFACTION_INCLUSIVE, REPLY_RATE]) { nodes { locality { id } numerators denominators displays figures { figure { reason } } } }';
    const filter = '{ year: 2024, kind: NPC_SUGGESTION }';
    const { rollup, metric } = await figuresOf(CITY, CITY, `${rows} ${SATISFIED}`, filter);
    const told = new Map(
      rollup.nodes.map((row: { locality: { id: string }; denominators: (number | null)[] }) => [
        row.locality.id,
        row,
      ]),
    );
    const hidden = { numerators: [null, expect.any(Number)], displays: [null, expect.anything()] };
    expect(
      ratedOf(
        items.filter(({ tenant }) => tenant === FEW),
        { year: 2024, kind: 'NPC_SUGGESTION' },
      ).length,
    ).toBeLessThan(NEED);
    expect(told.get(encodeLocalityId(FEW))).toMatchObject({
      ...hidden,
      figures: [{ figure: { reason: expect.stringContaining('小数保护') } }, {}],
    });
    expect(told.get(encodeLocalityId(SOME))).toMatchObject(hidden);
    expect(told.get(encodeLocalityId(MANY))).toMatchObject({
      displays: [expect.any(String), expect.anything()],
    });
    const all = ratedOf(
      items.filter(({ tenant }) => under(CITY).includes(tenant)),
      { year: 2024, kind: 'NPC_SUGGESTION' },
    );
    expect(metric).toMatchObject({ denominator: all.length, reason: null });
  });

  test('a locality is told of its own, whatever it asks of others', async () => {
    const { metric } = await figuresOf(FEW, FEW, SATISFIED, '{ year: 2024 }');
    expect(metric).toMatchObject({ reason: null, numerator: expect.any(Number) });
  });

  test.each([
    ['days', '{ year: 2024, from: "2024-01-01" }', SATISFIED],
    ['a moment', '{ asOf: "2024-12-01T00:00:00.000Z" }', SATISFIED],
    ['what was known', '{ knownAt: "NOW" }', SATISFIED],
    ['a part of the items', '{ keyOnly: true }', SATISFIED],
    ['the first round beside the last', '{}', SATISFIED.replace('INCLUSIVE', 'INCLUSIVE, round: FIRST')],
    ['those handled twice', '{}', SATISFIED.replace('SATISFACTION_INCLUSIVE', 'RESCUE_RATE')],
    [
      'the year before',
      '{ year: 2024, period: IN_SESSION }',
      'yearOnYear(name: SATISFACTION_STRICT) { display reason }',
    ],
  ])('nothing is told of ratings by %s', async (_what, filter, selection) => {
    const { metric, yearOnYear } = await figuresOf(
      PROVINCE,
      CITY,
      selection,
      filter.replace('NOW', new Date().toISOString()),
    );
    expect(metric ?? yearOnYear).toMatchObject({
      display: null,
      reason: expect.stringContaining('小数保护'),
    });
  });

  test('a breakdown by how people rated is refused, and given where nobody asks for protection', async () => {
    const by = 'rollup(by: [SATISFACTION], metrics: [RECEIVED]) { nodes { satisfaction numerators } }';
    const refused = await service.ask(
      somebodyIn(PROVINCE),
      ofLocality(CITY, `figures(filter: {}) { ${by} }`),
    );
    expect(refused.errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
      message: expect.stringContaining('RATINGS_PROTECTED'),
    });
    const { rollup } = await figuresOf(PROVINCE, OTHER, by);
    expect(rollup.nodes.length).toBeGreaterThan(1);
  });

  test('who has rated at all, and everything else, is told as before', async () => {
    const { rate, replied } = await figuresOf(
      CITY,
      FEW,
      'rate: metric(name: RATED_RATE) { denominator } replied: metric(name: REPLY_RATE) { numerator reason }',
    );
    expect([rate.denominator, replied.reason]).toEqual([replied.numerator, null]);
  });
});

type Question = {
  readonly root: number;
  readonly filter: FigureFilter;
  readonly by: readonly ('YEAR' | 'KIND' | 'COUNTY' | 'PERIOD')[];
};
const YEARS_AND_KINDS = {
  year: fc.constantFrom(2023, 2024),
  kind: fc.constantFrom('NPC_SUGGESTION', 'CPPCC_PROPOSAL'),
};
const OTHERS = {
  period: fc.constantFrom('IN_SESSION', 'INTER_SESSION'),
  from: fc.constantFrom('2023-02-01', '2024-01-20'),
  tree: fc.constantFrom('AS_IT_IS' as const, 'AS_IT_WAS' as const),
  subtree: fc.boolean(),
};
const optional = { requiredKeys: [] };
const question: fc.Arbitrary<Question> = fc.record({
  root: fc.constantFrom(PROVINCE, CITY, OTHER, FEW, MANY, SOME, OPEN),
  filter: fc.oneof(
    { weight: 3, arbitrary: fc.record(YEARS_AND_KINDS, optional) },
    { weight: 1, arbitrary: fc.record({ ...YEARS_AND_KINDS, ...OTHERS }, optional) },
  ),
  by: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.subarray(['YEAR', 'KIND', 'COUNTY'] as const, { minLength: 1, maxLength: 2 }),
    },
    { weight: 1, arbitrary: fc.constant(['COUNTY', 'PERIOD'] as const) },
  ),
});

type Row = {
  locality: { id: string } | null;
  year: number;
  kind: string;
  period: string;
  denominators: (number | null)[];
};
const BARE = /"(?:NPC_SUGGESTION|CPPCC_PROPOSAL|IN_SESSION|INTER_SESSION|AS_IT_IS|AS_IT_WAS)"/g;
const literal = (filter: object): string =>
  JSON.stringify(filter)
    .replaceAll(/"(\w+)":/g, '$1: ')
    .replaceAll(BARE, (word) => word.slice(1, -1));

/** The items whose ratings each row that is told adds up, worked out from the cases themselves; and rows added up that have something in common. */
async function answersTo({ root, filter, by }: Question): Promise<ReadonlySet<Item>[]> {
  const rows = `rollup(by: [${by}], metrics: [SATISFACTION_INCLUSIVE], first: 1000) { nodes { locality { id } year kind period denominators } }`;
  const { rollup } = await figuresOf(PROVINCE, root, rows, literal(filter));
  const whole = filter.subtree === false ? [root] : under(root);
  const rated = ratedOf(
    items.filter(({ tenant }) => whole.includes(tenant)),
    filter,
  );
  const told: { row: Row; own: Item[] }[] = rollup.nodes.flatMap((row: Row) => {
    if (row.denominators[0] === null) return [];
    const own = rated.filter((item) => standsIn(item, row, by));
    expect(own.length).toBe(row.denominators[0]);
    return [{ row, own }];
  });
  const common = [
    () => '',
    ({ year }: Row) => year,
    ({ kind }: Row) => kind,
    ({ locality }: Row) => locality?.id,
  ];
  const sums = common.flatMap((keyOf) => [...Map.groupBy(told, ({ row }) => keyOf(row)).values()]);
  return [...told.map((each) => [each]), ...sums].map((some) => new Set(some.flatMap(({ own }) => own)));
}

const standsIn = ({ tenant, facts }: Item, row: Row, by: Question['by']): boolean =>
  (!row.locality || row.locality.id === encodeLocalityId(tenant)) &&
  (!by.includes('YEAR') || facts.year === row.year) &&
  (!by.includes('KIND') || facts.kind === row.kind) &&
  (!by.includes('PERIOD') || facts.period === row.period);

/** The plainest attack: the sum less the rows that are told. */
const ROW_BY_ROW: Question = { root: CITY, filter: { year: 2024, kind: 'NPC_SUGGESTION' }, by: ['COUNTY'] };

test('an analyst who takes the answers to any two questions from each other finds out nobody’s rating', async () => {
  const protectedItem = ({ tenant }: Item): boolean => [CITY, FEW, MANY, SOME].includes(tenant);
  let told = 0;
  await fc.assert(
    fc.asyncProperty(question, question, fc.boolean(), async (one, { by, ...another }, alike) => {
      const other = { ...(alike ? one : another), by };
      const answers = [new Set<Item>(), ...(await answersTo(one)), ...(await answersTo(other))];
      told += answers.length - 1;
      for (const larger of answers)
        for (const smaller of answers.filter((each) => [...each].every((item) => larger.has(item)))) {
          const left = [...larger].filter((item) => !smaller.has(item) && protectedItem(item));
          expect(left.length === 0 || left.length >= NEED).toBe(true);
        }
    }),
    { numRuns: 80, examples: [[ROW_BY_ROW, { ...ROW_BY_ROW, by: ['YEAR'] }, true]] },
  );
  expect(told).toBeGreaterThan(100);
});
