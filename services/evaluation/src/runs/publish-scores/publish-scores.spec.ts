import { encodeId } from '@duban/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { somebodyIn } from '../../testing/evaluation-database.js';
import { randomCase, seeded } from '../../testing/random-case.js';
import { type Answer, ofLocality, ScoringService } from '../../testing/scoring-service.js';
import { caseIdOf, OTHER_UNIT, SyntheticCase, UNIT } from '../../testing/synthetic-case.js';

const HERE = 51;
const OVER = `version: "1"
sheets:
  units:
    name: { zh: 承办单位考核, en: units }
    subject: UNIT
    maximum: 100
    rounding: { mode: HALF_UP, digits: 2 }
    indicators:
      onTime:
        name: { zh: 按期办复, en: replied in time }
        weight: 60
        when: item.due
        measure: { kind: SHARE, that: item.onTime }
        mapping: { kind: LINEAR }
        missing: ZERO
      archive:
        name: { zh: 档案, en: archives }
        weight: 40
        measure: { kind: MANUAL, full: 100 }
        mapping: { kind: LINEAR }
        missing: ZERO
`;

const answered = (number: number, unitId: string, on: string) => {
  const file = new SyntheticCase(caseIdOf(number), HERE, 1)
    .submitted('2024-01-10')
    .docketed('2024-01-15')
    .handedOver('2024-02-01', [{ unitId }]);
  return file.replied(on, file.id(1), 'A', ['SOLVED']);
};
/** One of four items is late. */
const cases = [
  answered(1, UNIT, '2024-05-01'),
  answered(2, UNIT, '2024-06-10'),
  answered(3, OTHER_UNIT, '2024-05-01'),
  answered(4, OTHER_UNIT, '2024-05-01'),
];

let service: ScoringService;
let key = 0;
const evaluator = somebodyIn(HERE, 'EVALUATOR');
const ask = (source: string): Promise<Answer> => service.ask(evaluator, source);

async function says(mutation: string, input: object, fields: string, viewer = evaluator) {
  key += 1;
  const Input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const source = `mutation ($input: ${Input}) { ${mutation}(input: $input) { __typename ... on Refusal { code message } ${fields} } }`;
  const { data, errors } = await service.ask(viewer, source, {
    input: { idempotencyKey: `k${key}`, ...input },
  });
  expect(errors).toBeUndefined();
  return data[mutation];
}

const RUN =
  '... on PublishScoresSuccess { run { id turn hash inputHash state supersedesId subjects positions { log position } } }';
const publish = (input: object = {}) => says('publishScores', { sheet: 'units', year: 2024, ...input }, RUN);
const grade = (unitId: string, value: string, at: string | null = null) =>
  says(
    'recordScoreEvidence',
    {
      source: 'MANUAL',
      code: 'archive',
      year: 2024,
      unitId: encodeId({ kind: 'unit', tenant: HERE, id: unitId }),
      value,
      at,
    },
    '... on RecordScoreEvidenceSuccess { evidence { id } }',
  );
const RERUN = `equal hash differences { unit { id } before after rankBefore rankAfter lines { line before after causedBy { proposal { id } evidenceId before after facts { fact before after } } } }`;
const look = async (id: string) => {
  const results =
    'results { totalCount nodes { unit { id } total rank lines { indicator points costs { points proposal { id } } } } }';
  const source = `{ scoreRun(id: "${id}") { hash state ${results} again: rerun { ${RERUN} } today: rerun(facts: AS_KNOWN_NOW) { ${RERUN} } } }`;
  return (await ask(source)).data.scoreRun;
};

beforeAll(async () => {
  service = await ScoringService.start({ [HERE]: OVER }, cases);
  const units = [UNIT, OTHER_UNIT].map((unitId, index) => ({ unitId, name: `u${index}` }));
  await service.unitsRegistered(HERE, units);
  await grade(UNIT, '90');
  await grade(OTHER_UNIT, '80');
});

afterAll(() => service?.close());

const unit = (id: string) => ({ id: encodeId({ kind: 'unit', tenant: HERE, id }) });
const proposal = (number: number) => ({
  id: encodeId({ kind: 'proposal', tenant: HERE, id: caseIdOf(number) }),
});

describe('a published score', () => {
  let first: { id: string; hash: string };
  let published: object;

  test('is everybody’s score with the position in each log, and hashes of what went in and came out', async () => {
    const { run } = await publish();
    first = run;
    expect(run).toMatchObject({ turn: 1, state: 'IN_FORCE', supersedesId: null, subjects: 2 });
    expect(run.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(run.positions).toEqual([
      { log: 'proposals', position: cases.flatMap(({ events }) => events).length },
      { log: 'evaluation', position: 2 },
    ]);
    const { results, again, today } = await look(run.id);
    published = results;
    expect(results).toEqual({
      totalCount: 2,
      nodes: [
        {
          unit: unit(OTHER_UNIT),
          total: '92',
          rank: 1,
          lines: [
            { indicator: 'onTime', points: '60', costs: [] },
            { indicator: 'archive', points: '32', costs: [{ points: '8', proposal: null }] },
          ],
        },
        {
          unit: unit(UNIT),
          total: '66',
          rank: 2,
          lines: [
            { indicator: 'onTime', points: '30', costs: [{ points: '30', proposal: proposal(2) }] },
            { indicator: 'archive', points: '36', costs: [{ points: '4', proposal: null }] },
          ],
        },
      ],
    });
    expect(again).toEqual({ equal: true, hash: run.hash, differences: [] });
    expect(today).toEqual(again);
  });

  test('stays as it was when something is known better; the difference to today is told, with the case and the fact', async () => {
    const reopened = new SyntheticCase(caseIdOf(1), HERE, 1);
    reopened.add('2024-05-02', 'contact.recorded', { assignmentId: reopened.id(1), phase: 'AFTER' });
    const late = new SyntheticCase(caseIdOf(3), HERE, 1);
    late.roundOpened(
      '2024-05-10',
      2,
      [late.id(1)],
      [{ assignmentId: late.id(21), unitId: OTHER_UNIT, dueAt: '2024-06-01' }],
    );
    await service.happened([reopened, late]);
    const { results, again, today } = await look(first.id);
    expect(results).toEqual(published);
    expect(again).toEqual({ equal: true, hash: first.hash, differences: [] });
    expect(today.equal).toBe(false);
    expect(today.hash).not.toBe(first.hash);
    const [moved, difference, ...others] = today.differences;
    expect(others).toEqual([]);
    // The other unit moved up, and nothing of its own changed.
    const ranks = { rankBefore: 2, rankAfter: 1 };
    expect(moved).toEqual({ unit: unit(UNIT), before: '66', after: '66', ...ranks, lines: [] });
    expect(difference).toMatchObject({
      unit: unit(OTHER_UNIT),
      before: '92',
      after: '62',
      rankBefore: 1,
      rankAfter: 2,
    });
    expect(difference.lines).toMatchObject([
      {
        line: 'onTime',
        before: '60',
        after: '30',
        causedBy: [{ proposal: proposal(3), before: '0', after: '30' }],
      },
    ]);
    expect(difference.lines[0].causedBy[0].facts).toContainEqual({
      fact: 'openDueOn',
      before: null,
      after: '2024-06-01',
    });
  });

  test('a grade given earlier and entered later is such a difference too', async () => {
    const { evidence } = await grade(UNIT, '50', '2024-03-01T00:00:00.000Z');
    const { again, today } = await look(first.id);
    expect(again.equal).toBe(true);
    const own = today.differences.find(
      (one: { unit: object }) => JSON.stringify(one.unit) === JSON.stringify(unit(UNIT)),
    );
    expect(own).toMatchObject({ before: '66', after: '58' });
    expect(own.lines).toMatchObject([
      {
        line: 'archive',
        before: '36',
        after: '28',
        causedBy: [
          {
            proposal: null,
            evidenceId: evidence.id,
            facts: [{ fact: 'MANUAL archive', before: null, after: '50' }],
          },
        ],
      },
    ]);
  });

  test('another publication takes its place with a reason, and it stays to be seen', async () => {
    expect(await publish()).toMatchObject({ code: 'SCORES_REASON_REQUIRED' });
    const { run } = await publish({ reason: '补录二次办理' });
    expect(run).toMatchObject({ turn: 2, supersedesId: first.id });
    expect(await look(first.id)).toMatchObject({
      state: 'SUPERSEDED',
      results: published,
      again: { equal: true },
    });
    const withdraw = (runId: string) =>
      says(
        'withdrawScores',
        { runId, reason: '公示有误' },
        '... on WithdrawScoresSuccess { run { state withdrawnReason } }',
      );
    expect(await withdraw(first.id)).toMatchObject({ code: 'SCORE_RUN_NOT_IN_FORCE' });
    expect((await withdraw(run.id)).run).toEqual({ state: 'WITHDRAWN', withdrawnReason: '公示有误' });
    expect(await publish()).toMatchObject({ run: { turn: 3, supersedesId: null } });
  });

  test('whatever happens afterwards, its bytes are the same and come out again', async () => {
    const next = seeded(11);
    let number = 100;
    const events = fc.array(fc.integer({ min: 0, max: 1 << 30 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(events, fc.integer({ min: 0, max: 100 }), async (seeds, value) => {
        const more = seeds.map((seed) => {
          number += 1;
          return randomCase(number, HERE, 1, seeded(seed));
        });
        await service.happened(more);
        await grade(next(2) ? UNIT : OTHER_UNIT, String(value), next(2) ? '2024-04-01T00:00:00.000Z' : null);
        expect(await look(first.id)).toMatchObject({
          results: published,
          hash: first.hash,
          again: { equal: true, hash: first.hash, differences: [] },
        });
      }),
      { numRuns: 12 },
    );
  });
});

describe('what is not published', () => {
  test.each([
    ['a year of nothing', { year: 1999 }, 'NOTHING_TO_PUBLISH'],
    ['a sheet that is none', { sheet: 'others' }, 'SHEET_NOT_FOUND'],
    ['what is still to come', { asOf: '2999-01-01T00:00:00.000Z' }, 'DATE_IN_FUTURE'],
    ['with an empty reason', { reason: ' ' }, 'TEXT_EMPTY'],
  ])('%s', async (_, input, code) => {
    expect(await publish(input)).toMatchObject({ code });
  });

  test('anything, by whoever does not evaluate; and a stranger’s run is none', async () => {
    const officer = somebodyIn(HERE, 'DEPUTY_AFFAIRS_OFFICER');
    expect(await says('publishScores', { sheet: 'units', year: 2024 }, RUN, officer)).toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
    });
    const { data } = await ask(ofLocality(HERE, 'scoreRuns(first: 1) { totalCount nodes { id turn } }'));
    const { totalCount, nodes } = data._entities[0].scoreRuns;
    expect([totalCount, nodes[0].turn]).toEqual([3, 3]);
    const stranger = somebodyIn(HERE + 1, 'EVALUATOR');
    expect((await service.ask(stranger, `{ scoreRun(id: "${nodes[0].id}") { id } }`)).data).toEqual({
      scoreRun: null,
    });
  });
});
