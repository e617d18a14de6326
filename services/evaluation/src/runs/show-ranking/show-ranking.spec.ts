import { encodeId } from '@duban/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { somebodyIn } from '../../testing/evaluation-database.js';
import { ofLocality, ofUnit, ScoringService } from '../../testing/scoring-service.js';
import { caseIdOf, SyntheticCase } from '../../testing/synthetic-case.js';

const HERE = 61;
const UNITS = 50;
const answered = (subject: string) => `
    name: { zh: 考核, en: sheet }
    subject: ${subject}
    maximum: 100
    rounding: { mode: HALF_UP, digits: 2 }
    listedBelow: 60
    indicators:
      replied:
        name: { zh: 办复, en: replied }
        weight: 100
        measure: { kind: SHARE, that: item.replied }
        mapping: { kind: LINEAR }
        missing: ZERO
    vetoes:
      unanswered:
        name: { zh: 未答复一票否决, en: veto }
        that: "!item.replied"
        scope: SECTION
        effect: INELIGIBLE_FOR_AWARD
        period: YEAR`;
const SHEETS = `version: "1"
sheets:
  units:${answered('UNIT')}
  cases:${answered('PROPOSAL')}
  place:${answered('LOCALITY')}
`;

const uuid = (kind: number, number: number): string =>
  `00000000-0000-7000-${8000 + kind}-${String(number).padStart(12, '0')}`;
const unitOf = (number: number): string => uuid(1, number);
const sectionOf = (number: number): string => uuid(2, number);
/** In the order of pinyin: 安, 博, 财, 地. Units take them by turns. */
const NAMES = ['财政局', '安监局', '地震局', '博物馆'];
const SYSTEMS = ['党群', '政府'];

const units = Array.from({ length: UNITS }, (_none, number) => ({
  unitId: unitOf(number),
  name: `${NAMES[number % 4]}${String(number).padStart(2, '0')}`,
  system: SYSTEMS[number % 2],
  sections: [{ sectionId: sectionOf(number), code: 'yw', name: '业务科' }],
}));

/** Unit `n` has 1 + n % 5 cases, the first of them without an answer where n is even; section 业务科 answers for it. */
const cases = units.flatMap(({ unitId }, number) =>
  Array.from({ length: 1 + (number % 5) }, (_none, at) => {
    const file = new SyntheticCase(caseIdOf(number * 10 + at), HERE, 1)
      .submitted('2024-01-10')
      .docketed('2024-01-15')
      .handedOver('2024-02-01', [{ unitId }]);
    const assignmentId = file.id(1);
    const value = at === 0 ? '业务科' : '没有登记的科';
    const fields = [{ field: 'section', value, personId: null }];
    file.add('2024-02-02', 'responsible.named', { assignmentId, fields, deadline: null });
    if (at === 0 && number % 2 === 0) return file;
    return file.replied('2024-03-10', assignmentId, 'A', ['SOLVED']).add('2024-03-20', 'proposal.closed', {});
  }),
);

let service: ScoringService;
const evaluator = somebodyIn(HERE, 'EVALUATOR');
const idOf = (kind: string, id: string): string => encodeId({ kind, tenant: HERE, id });
const asked = async (source: string, viewer = evaluator) => {
  const { data, errors } = await service.ask(viewer, source);
  expect(errors).toBeUndefined();
  return data._entities[0];
};
const FIELDS = 'totalCount nodes { rank counted listed workload openCases unit { id } }';
const ranking = async (args: string) =>
  (await asked(ofLocality(HERE, `ranking(sheet: "units", year: 2024, ${args}) { ${FIELDS} }`))).ranking;
const numberOf = ({ unit }: { unit: { id: string } }): number =>
  units.findIndex(({ unitId }) => idOf('unit', unitId) === unit.id);

beforeAll(async () => {
  service = await ScoringService.start({ [HERE]: SHEETS }, cases);
  await service.unitsRegistered(HERE, units);
});

afterAll(() => service?.close());

describe('a scoreboard', () => {
  test('tells score, rank, cases and open cases of everybody together', async () => {
    const { totalCount, nodes } = await ranking('first: 100');
    expect(totalCount).toBe(UNITS);
    expect(nodes.find((node: never) => numberOf(node) === 4)).toEqual({
      rank: 26,
      counted: '80',
      listed: false,
      workload: 5,
      openCases: 1,
      unit: { id: idOf('unit', unitOf(4)) },
    });
  });

  test.each([
    ['SCORE_HIGHEST', 'counted', -1],
    ['SCORE_LOWEST', 'counted', 1],
    ['WORKLOAD_MOST', 'workload', -1],
    ['OPEN_MOST', 'openCases', -1],
  ])('sorted by %s, page by page', async (order, field, sign) => {
    const { nodes } = await ranking(`first: 100, orderBy: ${order}`);
    const values: number[] = nodes.map((node: Record<string, unknown>) => Number(node[field]));
    expect(values).toEqual([...values].sort((a, b) => sign * (a - b)));
    const page = `ranking(sheet: "units", year: 2024, orderBy: ${order}, first: 30)`;
    const first = (await asked(ofLocality(HERE, `${page} { pageInfo { endCursor } nodes { unit { id } } }`)))
      .ranking;
    const rest = await ranking(`orderBy: ${order}, first: 30, after: "${first.pageInfo.endCursor}"`);
    expect([...first.nodes, ...rest.nodes].map(numberOf)).toEqual(nodes.map(numberOf));
  });

  test('sorted by name, as a dictionary has it', async () => {
    const { nodes } = await ranking('first: 100, orderBy: NAME');
    const names: string[] = nodes.map((node: never) => units[numberOf(node)]?.name.slice(0, 3));
    expect([...new Set(names)]).toEqual(['安监局', '博物馆', '财政局', '地震局']);
  });

  test.each([
    ['system: "党群"', (number: number) => number % 2 === 0],
    ['listed: true', (number: number) => number % 2 === 0 && number % 5 < 2],
    ['vetoed: false', (number: number) => number % 2 === 1],
    ['group: "none"', () => false],
  ])('of those alone who pass %s', async (filter, passes) => {
    const { totalCount, nodes } = await ranking(`first: 100, filter: { ${filter} }`);
    const wanted = units.map((_, number) => number).filter(passes);
    expect(totalCount).toBe(wanted.length);
    expect(nodes.map(numberOf).sort((a: number, b: number) => a - b)).toEqual(wanted);
  });

  test('of fifty costs as many statements as of five', async () => {
    const cost = (first: number) =>
      service.statements(async () => {
        const args = `first: ${first}, orderBy: NAME, filter: { system: "政府" }`;
        await ranking(args);
      });
    expect(await cost(50)).toBe(await cost(5));
  });
});

describe('the score through the year', () => {
  const history = (unitId: string) =>
    asked(
      ofUnit(
        HERE,
        unitId,
        'scoreHistory(sheet: "units", year: 2024) { asOf counted rank workload openCases }',
      ),
    );

  test('CT-07: is told at the end of every month of the year', async () => {
    const { scoreHistory } = await history(unitOf(4));
    expect(scoreHistory).toHaveLength(12);
    expect(scoreHistory.slice(0, 4)).toEqual([
      { asOf: '2024-01-31T15:59:59.999Z', counted: '0', rank: null, workload: 0, openCases: 0 },
      { asOf: '2024-02-29T15:59:59.999Z', counted: '0', rank: 1, workload: 5, openCases: 5 },
      { asOf: '2024-03-31T15:59:59.999Z', counted: '80', rank: 26, workload: 5, openCases: 1 },
      { asOf: '2024-04-30T15:59:59.999Z', counted: '80', rank: 26, workload: 5, openCases: 1 },
    ]);
  });

  test('costs as many statements for fifty units as for five, whatever the months', async () => {
    const cost = (some: number) =>
      service.statements(async () => {
        const wanted = units
          .slice(0, some)
          .map(({ unitId }) => `{ __typename: "Unit", id: "${idOf('unit', unitId)}" }`);
        const { errors } = await service.ask(
          evaluator,
          `{ _entities(representations: [${wanted}]) { ... on Unit { scoreHistory(sheet: "units", year: 2024) { counted } } } }`,
        );
        expect(errors).toBeUndefined();
      });
    expect(await cost(50)).toBe(await cost(5));
  });
});

describe('a section', () => {
  const SCORE =
    'score(sheet: "units", year: 2024) { counted cases rank eligibleForAward unit { id } section { id } vetoes { scope about stands section { id } } lines { costs { points } } }';
  const ofSection = (number: number) =>
    `{ _entities(representations: [{ __typename: "Section", id: "${idOf('section', sectionOf(number))}" }]) { ... on Section { ${SCORE} } } }`;
  const section = (number: number) => ({ id: idOf('section', sectionOf(number)) });

  test('CT-10: is hit alone by the veto of its unit’s sheet: shown as a veto, and the unit goes free', async () => {
    const { score } = await asked(ofSection(4));
    expect(score).toMatchObject({
      counted: '0',
      cases: 1,
      rank: null,
      eligibleForAward: false,
      unit: null,
      section: section(4),
      vetoes: [{ scope: 'SECTION', about: '业务科', stands: true, section: section(4) }],
      lines: [{ costs: [{ points: '100' }] }],
    });
    const whole = await asked(ofUnit(HERE, unitOf(4), SCORE));
    expect(whole.score).toMatchObject({
      counted: '80',
      cases: 5,
      eligibleForAward: true,
      vetoes: [{ about: '业务科', stands: true, section: section(4) }],
    });
  });

  test('without a veto keeps its score; what is put down to no section of the unit is nobody’s', async () => {
    const { score } = await asked(ofSection(9));
    expect(score).toMatchObject({ counted: '100', cases: 1, eligibleForAward: true, vetoes: [] });
  });

  test('explains itself to its own unit, and to no other', async () => {
    const own = { ...somebodyIn(HERE, 'UNIT_HANDLER'), unitId: unitOf(4) };
    expect((await asked(ofSection(4), own)).score.lines[0].costs).toHaveLength(1);
    const other = { ...own, unitId: unitOf(5) };
    expect((await service.ask(other, ofSection(4))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await service.ask(somebodyIn(HERE + 1), ofSection(4))).data._entities).toEqual([null]);
  });
});

describe('sheets for cases, and for the place itself', () => {
  const SCORE = 'counted cases unit { id } proposal { id }';

  test('score a case, and all of them together', async () => {
    const proposal = { id: idOf('proposal', caseIdOf(40)) };
    const one = await asked(
      `{ _entities(representations: [{ __typename: "Proposal", id: "${proposal.id}" }]) { ... on Proposal { score(sheet: "cases", year: 2024) { ${SCORE} } } } }`,
    );
    expect(one.score).toEqual({ counted: '0', cases: 1, unit: null, proposal });
    const place = await asked(ofLocality(HERE, `score(sheet: "place", year: 2024) { ${SCORE} }`));
    // 25 of 150 are without an answer.
    expect(place.score).toEqual({ counted: '83.33', cases: 150, unit: null, proposal: null });
  });

  test.each([
    ofUnit(HERE, unitOf(1), 'score(sheet: "place", year: 2024) { counted }'),
    ofUnit(HERE, unitOf(1), 'scoreHistory(sheet: "place", year: 2024) { counted }'),
    ofLocality(HERE, 'score(sheet: "units", year: 2024) { counted }'),
  ])('and nobody else', async (source) => {
    expect((await service.ask(evaluator, source)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
