import { encodeId, type Viewer } from '@duban/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { somebodyIn } from '../../testing/evaluation-database.js';
import { fileOf, UNWEIGHED_INDICATORS } from '../../testing/scoring.kit.js';
import {
  type Answer,
  ofLocality as localityFields,
  ScoringService,
  ofUnit as unitFields,
} from '../../testing/scoring-service.js';
import { caseIdOf, OTHER_UNIT, SyntheticCase, UNIT } from '../../testing/synthetic-case.js';

const HERE = 41;
const ELSEWHERE = 42;
const SHEET = `version: "1"
sheets:
  units:
    name: { zh: 承办单位考核, en: units }
    subject: UNIT
    maximum: 100
    rounding: { mode: HALF_UP, digits: 2 }
    rankedFrom: 2
    indicators:
      onTime:
        name: { zh: 按期办复, en: replied in time }
        weight: 60
        when: item.due
        measure: { kind: SHARE, that: item.onTime }
        mapping: { kind: LINEAR }
        missing: EXCLUDE_AND_RENORMALISE
      contacted:
        name: { zh: 沟通, en: contacted }
        weight: 40
        when: item.active
        measure: { kind: SHARE, that: item.contacted }
        mapping: { kind: LINEAR }
        missing: EXCLUDE_AND_RENORMALISE
    vetoes:
      late:
        name: { zh: 逾期否决, en: veto }
        that: item.lateReplies > 0
        scope: SECTION
        effect: INELIGIBLE_FOR_AWARD
        period: YEAR
`;

/** One unit answers all three of its items, one late; another answers one of two. */
const cases = [1, 2, 3, 4, 5].map((number) => {
  const unitId = number <= 3 ? UNIT : OTHER_UNIT;
  const file = new SyntheticCase(caseIdOf(number), HERE, 1)
    .submitted('2024-01-10')
    .docketed('2024-01-15')
    .handedOver('2024-02-01', [{ unitId }]);
  const assignmentId = file.id(1);
  const fields = [{ field: 'section', value: '市场科', personId: null }];
  file.add('2024-02-02', 'responsible.named', { assignmentId, fields, deadline: null });
  if (number !== 2) file.add('2024-02-10', 'contact.recorded', { assignmentId, phase: 'BEFORE' });
  if (number === 5) return file;
  return file.replied(number === 1 ? '2024-06-10' : '2024-05-01', assignmentId, 'A', ['SOLVED']);
});

let service: ScoringService;

beforeAll(async () => {
  service = await ScoringService.start({ [HERE]: SHEET, [ELSEWHERE]: fileOf('chunan/scoring.yaml') }, cases);
});

afterAll(() => service?.close());

const ask = (viewer: Viewer, source: string): Promise<Answer> => service.ask(viewer, source);
const ofUnit = (unitId: string, fields: string): string => unitFields(HERE, unitId, fields);
const ofLocality = (fields: string, number = HERE): string => localityFields(number, fields);
const evaluator = somebodyIn(HERE, 'EVALUATOR');
const SCORE = 'score(sheet: "units", year: 2024)';

describe('the running score', () => {
  test('of a unit explains itself down to the cases', async () => {
    const { data, errors } = await ask(
      evaluator,
      ofUnit(
        UNIT,
        `${SCORE} { total cases rank rankedOf lines { indicator name worth numerator denominator value enough points costs { reason points proposal { id } } } }`,
      ),
    );
    expect(errors).toBeUndefined();
    const proposal = (number: number) => ({
      id: encodeId({ kind: 'proposal', tenant: HERE, id: caseIdOf(number) }),
    });
    expect(data._entities[0].score).toEqual({
      total: '66.67',
      cases: 3,
      rank: 2,
      rankedOf: 2,
      lines: [
        {
          indicator: 'onTime',
          name: '按期办复',
          worth: '60',
          numerator: '2',
          denominator: '3',
          value: '66.666666666667',
          enough: '100',
          points: '40',
          costs: [{ reason: 'NOT_MET', points: '20', proposal: proposal(1) }],
        },
        {
          indicator: 'contacted',
          name: '沟通',
          worth: '40',
          numerator: '2',
          denominator: '3',
          value: '66.666666666667',
          enough: '100',
          points: '26.67',
          costs: [{ reason: 'NOT_MET', points: '13.33', proposal: proposal(2) }],
        },
      ],
    });
  });

  test('CT-07: is there any time of the year, as things stood then', async () => {
    const { data, errors } = await ask(
      evaluator,
      ofUnit(
        UNIT,
        `score(sheet: "units", year: 2024, asOf: "2024-03-01T00:00:00Z") { total lines { indicator points missing } }`,
      ),
    );
    expect(errors).toBeUndefined();
    expect(data._entities[0].score).toEqual({
      total: '66.67',
      lines: [
        { indicator: 'onTime', points: '0', missing: 'EXCLUDE_AND_RENORMALISE' },
        { indicator: 'contacted', points: '66.67', missing: null },
      ],
    });
  });

  test('CT-10: a veto names the section that the unit named', async () => {
    const { data } = await ask(
      evaluator,
      ofUnit(UNIT, `${SCORE} { eligibleForAward vetoes { veto scope about effect stands triggers } }`),
    );
    expect(data._entities[0].score).toEqual({
      eligibleForAward: true,
      vetoes: [
        {
          veto: 'late',
          scope: 'SECTION',
          about: '市场科',
          effect: 'INELIGIBLE_FOR_AWARD',
          stands: true,
          triggers: 1,
        },
      ],
    });
  });

  test('ranks all units, page by page', async () => {
    const page = (after: string | null) =>
      ask(
        evaluator,
        ofLocality(
          `ranking(sheet: "units", year: 2024, first: 1${after ? `, after: "${after}"` : ''}) { totalCount pageInfo { hasNextPage endCursor } nodes { rank total unit { id } } }`,
        ),
      );
    const { data: first } = await page(null);
    const { ranking } = first._entities[0];
    expect(ranking).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      nodes: [
        { rank: 1, total: '70', unit: { id: encodeId({ kind: 'unit', tenant: HERE, id: OTHER_UNIT }) } },
      ],
    });
    const { data: second } = await page(ranking.pageInfo.endCursor);
    expect(second._entities[0].ranking).toMatchObject({
      pageInfo: { hasNextPage: false },
      nodes: [{ rank: 2, total: '66.67' }],
    });
  });

  test('of fifty units, also those without a case, costs as many statements as of one', async () => {
    const statements = async (units: number): Promise<number> => {
      const ids = Array.from({ length: units }, (_none, unit) =>
        unit === 0 ? UNIT : `00000000-0000-7000-8000-${String(unit).padStart(12, '0')}`,
      );
      const wanted = ids.map(
        (id) => `{ __typename: "Unit", id: "${encodeId({ kind: 'unit', tenant: HERE, id })}" }`,
      );
      return service.statements(async () => {
        const { data } = await ask(
          evaluator,
          `{ _entities(representations: [${wanted}]) { ... on Unit { ${SCORE} { total rank rankedOf } } } }`,
        );
        expect(data._entities[0].score).toEqual({ total: '66.67', rank: 2, rankedOf: 2 });
        if (units > 1) expect(data._entities[1].score).toEqual({ total: null, rank: null, rankedOf: 0 });
      });
    };
    expect(await statements(50)).toBe(await statements(1));
  });

  test('is explained to offices and to the unit itself, and to nobody else', async () => {
    const costs = `${SCORE} { total lines { costs { points } } }`;
    const ofTheUnit = { ...somebodyIn(HERE, 'UNIT_HANDLER'), unitId: UNIT };
    const ofAnother = { ...somebodyIn(HERE, 'UNIT_HANDLER'), unitId: OTHER_UNIT };
    expect((await ask(ofTheUnit, ofUnit(UNIT, costs))).errors).toBeUndefined();
    const refused = await ask(ofAnother, ofUnit(UNIT, costs));
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ask(ofAnother, ofUnit(UNIT, `${SCORE} { total }`))).data._entities[0].score.total).toBe(
      '66.67',
    );
  });
});

describe('what cannot be scored', () => {
  test('CA-15, T14: a sheet with seven weights to be entered is listed as such and scores nothing', async () => {
    const { data } = await ask(
      somebodyIn(ELSEWHERE),
      ofLocality('scoreSheets { code complete issues { code path } }', ELSEWHERE),
    );
    const [sheet] = data._entities[0].scoreSheets;
    expect(sheet).toMatchObject({ code: 'composite-index', complete: false });
    expect(sheet.issues).toHaveLength(7);
    expect(sheet.issues[0]).toEqual({
      code: 'WEIGHT_MISSING',
      path: 'sheets.composite-index.indicators.unitAttention.weight',
    });
    const { errors } = await ask(
      somebodyIn(ELSEWHERE),
      ofLocality('ranking(sheet: "composite-index", year: 2024) { totalCount }', ELSEWHERE),
    );
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  test.each([
    ['a sheet that does not exist', 'ranking(sheet: "other", year: 2024) { totalCount }', 'BAD_USER_INPUT'],
    ['a year that cannot be', 'ranking(sheet: "units", year: 99) { totalCount }', 'BAD_USER_INPUT'],
    [
      'the future',
      'ranking(sheet: "units", year: 2024, asOf: "2999-01-01T00:00:00Z") { totalCount }',
      'BAD_USER_INPUT',
    ],
    [
      'a page beyond the limit',
      'ranking(sheet: "units", year: 2024, first: 101) { totalCount }',
      'BAD_USER_INPUT',
    ],
    [
      'a cursor of another list',
      'ranking(sheet: "units", year: 2024, after: "x") { totalCount }',
      'BAD_USER_INPUT',
    ],
  ])('%s', async (_, fields, code) => {
    expect((await ask(evaluator, ofLocality(fields))).errors?.[0]?.extensions.code).toBe(code);
  });

  test('nothing of it is anybody else’s to see, and nobody from outside sees anything', async () => {
    const stranger = somebodyIn(ELSEWHERE, 'EVALUATOR');
    expect((await ask(stranger, ofUnit(UNIT, `${SCORE} { total }`))).data._entities).toEqual([null]);
    expect((await ask(stranger, ofLocality('scoreSheets { code }'))).data._entities).toEqual([null]);
    const citizen = somebodyIn(HERE, 'PUBLIC');
    expect((await ask(citizen, ofLocality('scoreSheets { code }'))).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });
});

describe('a sheet tried on a past year', () => {
  const tried = async (viewer: Viewer, text: string, number = HERE): Promise<Answer> => {
    const fields = `scoreSheets { whatIf(text: ${JSON.stringify(text)}, year: 2024) { winners losers problems { code path line column } moves { unit { id } before after rankBefore rankAfter difference shifts { code difference cases { before after proposal { id } } } } } }`;
    return ask(viewer, ofLocality(fields, number));
  };

  test('shows who moves, by which indicator, and the cases behind it', async () => {
    const other = SHEET.replace('weight: 60', 'weight: 10').replace('weight: 40', 'weight: 90');
    const { data, errors } = await tried(evaluator, other);
    expect(errors).toBeUndefined();
    const [{ whatIf }] = data._entities[0].scoreSheets;
    expect(whatIf).toMatchObject({ winners: 1, losers: 0, problems: [] });
    expect(whatIf.moves[0]).toMatchObject({
      before: '70',
      after: '95',
      difference: '25',
      rankBefore: 1,
      rankAfter: 1,
    });
    expect(whatIf.moves[0].shifts).toEqual([
      { code: 'contacted', difference: '50', cases: [] },
      {
        code: 'onTime',
        difference: '-25',
        cases: [
          {
            before: '30',
            after: '5',
            proposal: { id: encodeId({ kind: 'proposal', tenant: HERE, id: caseIdOf(5) }) },
          },
        ],
      },
    ]);
  });

  test('a text that is not right is told where, and tried on nothing', async () => {
    const { data } = await tried(evaluator, SHEET.replace('weight: 60', 'weight: 61'));
    expect(data._entities[0].scoreSheets[0].whatIf).toEqual({
      winners: 0,
      losers: 0,
      problems: [{ code: 'WEIGHTS_NOT_MAXIMUM', path: 'sheets.units.maximum', line: 6, column: 14 }],
      moves: [],
    });
    const { data: misfit } = await tried(evaluator, 'version: 1\n');
    expect(misfit._entities[0].scoreSheets[0].whatIf.problems).toMatchObject([
      { code: 'NOT_THE_SCHEMA', line: 1 },
    ]);
  });

  test.each([
    ['another sheet only', SHEET.replace('  units:', '  others:'), 'BAD_USER_INPUT'],
    ['nothing', ' ', 'BAD_USER_INPUT'],
    ['more than anybody writes', 'x'.repeat(200_001), 'BAD_USER_INPUT'],
  ])('refuses %s', async (_, text, code) => {
    expect((await tried(evaluator, text)).errors?.[0]?.extensions.code).toBe(code);
  });

  test('is for offices, and not for a unit', async () => {
    const { errors } = await tried(somebodyIn(HERE, 'UNIT_HANDLER'), SHEET);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('T14: weights entered for the first time show what they would give', async () => {
    const text = UNWEIGHED_INDICATORS.reduce(
      (written, code, index) =>
        written.replace(new RegExp(`(${code}:[\\s\\S]*?weight: )null`), `$1${index === 0 ? 16 : 14}`),
      fileOf('chunan/scoring.yaml'),
    );
    const { data } = await tried(somebodyIn(ELSEWHERE, 'EVALUATOR'), text, ELSEWHERE);
    expect(data._entities[0].scoreSheets[0].whatIf).toEqual({
      winners: 0,
      losers: 0,
      problems: [],
      moves: [],
    });
  });
});
