import { encodeId } from '@duban/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { somebodyIn } from '../../testing/evaluation-database.js';
import { ScoringService } from '../../testing/scoring-service.js';
import { caseIdOf, SyntheticCase, UNIT } from '../../testing/synthetic-case.js';

const HERE = 52;
const SHEET = `version: "1"
sheets:
  units:
    name: { zh: 承办单位考核, en: units }
    subject: UNIT
    maximum: 100
    rounding: { mode: HALF_UP, digits: 2 }
    indicators:
      satisfied:
        name: { zh: 满意率, en: satisfied }
        weight: 100
        measure: { kind: METRIC, metric: SATISFACTION_STRICT, axis: RESULT, round: FINAL }
        mapping: { kind: LINEAR }
        missing: ZERO
`;
const evaluator = somebodyIn(HERE, 'EVALUATOR');
const DIFFERENCES = `equal hash differences { before after lines { line causedBy { proposal { id } facts { fact before after } } } }`;
const RERUNS = `hash results { nodes { total } } again: rerun { ${DIFFERENCES} } today: rerun(facts: AS_OF_TODAY) { ${DIFFERENCES} }`;

let service: ScoringService;
let published: string;
const file = new SyntheticCase(caseIdOf(1), HERE).submitted('2024-01-10').docketed('2024-01-15');
file
  .handedOver('2024-02-01')
  .replied('2024-03-01', file.id(1), 'A', ['SOLVED'])
  .rated('2024-03-05', file.id(1), 'RESULT', 'SATISFIED');

beforeAll(async () => {
  service = await ScoringService.start({ [HERE]: SHEET }, [file]);
  await service.unitsRegistered(HERE, [{ unitId: UNIT, name: 'u' }]);
});
afterAll(() => service?.close());

describe('a signed form is corrected after the score was published', () => {
  test('what was published stays, byte by byte; run again over what is so today, the difference names the case and its rating', async () => {
    const input = { idempotencyKey: 'one', sheet: 'units', year: 2024 };
    const { data, errors } = await service.ask(
      evaluator,
      'mutation ($input: PublishScoresInput!) { publishScores(input: $input) { ... on PublishScoresSuccess { run { id hash } } } }',
      { input },
    );
    expect(errors).toBeUndefined();
    const { id, hash } = data.publishScores.run;
    published = id;
    const given = file.events.at(-1)?.payload as object;
    const corrected = new SyntheticCase(file.caseId, HERE);
    const level = { level: 'DISSATISFIED', canonicalLevel: 'DISSATISFIED', satisfied: false };
    corrected.add(new Date().toISOString(), 'feedback.corrected', { ...given, ...level, reason: '勾选有误' });
    await service.happened([corrected]);
    const shown = (await service.ask(evaluator, `{ scoreRun(id: "${id}") { ${RERUNS} } }`)).data.scoreRun;
    expect(shown).toMatchObject({ hash, results: { nodes: [{ total: '100' }] } });
    expect(shown.again).toEqual({ equal: true, hash, differences: [] });
    expect(shown.today.equal).toBe(false);
    expect(shown.today.differences).toMatchObject([
      { before: '100', after: '0', lines: [{ line: 'satisfied' }] },
    ]);
    const [cause] = shown.today.differences[0].lines[0].causedBy;
    expect(cause.proposal.id).toBe(encodeId({ kind: 'proposal', tenant: HERE, id: file.caseId }));
    expect(cause.facts).toContainEqual({ fact: 'resultFinal', before: 'SATISFIED', after: 'DISSATISFIED' });
  });

  test.each([0, 501])('%i differences are no list', async (first) => {
    const { data } = await service.ask(evaluator, `{ scoreRun(id: "${published}") { id } }`);
    expect(data.scoreRun.id).toBe(published);
    const asked = `{ scoreRun(id: "${published}") { rerun { differences(first: ${first}) { before } } } }`;
    const { errors } = await service.ask(evaluator, asked);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
