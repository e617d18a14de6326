import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import { must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';

const YEAR = new Date().getFullYear();
const EVIDENCE = 'evidence { id value assessor counts objectionUntil objection { id verdict } }';

describe('several grade a unit', () => {
  let cast: Cast;
  let evaluator: Resident;

  beforeAll(async () => {
    cast = await takeCast();
    evaluator = await cast.county.as('evaluator');
  }, 300_000);

  const give = async (who: Resident, as: string, value: string) => {
    const [{ unitId }] = cast.heads;
    const documents = [{ title: '评分表', reference: `${as}-1` }];
    const said = { as, code: 'work', year: YEAR, unitId, value, documents };
    return (await must(who, 'giveAssessment', said, EVIDENCE)).evidence;
  };
  const ask = async (fields: string, asOf?: string) => {
    const query = `query ($id: ID!, $asOf: DateTime) { unit(id: $id) { score(sheet: "assessed", year: ${YEAR}, asOf: $asOf) { ${fields} } } }`;
    return (await evaluator.get(query, { id: cast.heads[0].unitId, asOf })).unit.score;
  };
  const total = async (asOf?: string) => (await ask('total', asOf)).total;

  test('each kind counts by its weight among those that gave any', async () => {
    const [head, peer] = cast.heads;
    await give(head, 'SELF', '100');
    expect(await total()).toBe('20');
    await give(peer, 'PEER', '70');
    expect(await total()).toBe('16');
    await give(cast.deputies[0], 'PARTICIPANTS', '60');
    await give(evaluator, 'ORGANISER', '90');
    // 10 % of 100, 20 % of 70, 30 % of 60, 40 % of 90.
    expect(await total()).toBe('15.6');
  });

  test('what was lost is told down to the record and its documents', async () => {
    const costs = 'costs { points evidence { assessor value documents { reference } } }';
    const { lines } = await ask(`lines { indicator points ${costs} }`);
    const work = lines.find(({ indicator }: { indicator: string }) => indicator === 'work');
    expect(work.costs.map(({ evidence }: { evidence: object }) => evidence)).toEqual(
      expect.arrayContaining([
        { assessor: 'PEER', value: '70', documents: [{ reference: 'PEER-1' }] },
        { assessor: 'PARTICIPANTS', value: '60', documents: [{ reference: 'PARTICIPANTS-1' }] },
        { assessor: 'ORGANISER', value: '90', documents: [{ reference: 'ORGANISER-1' }] },
      ]),
    );
    expect(work.costs).toHaveLength(3);
  });

  test('an objection takes the grade out until it is decided; upheld, another counts, and both are kept', async () => {
    const [head] = cast.heads;
    const evidence = await give(cast.deputies[1], 'PARTICIPANTS', '0');
    expect(await total()).toBe('13.8');
    const objection = { evidenceId: evidence.id, reason: '该代表未提出建议' };
    const told = (await must(head, 'objectToAssessment', objection, EVIDENCE)).evidence;
    expect(told).toMatchObject({ counts: false, objection: { verdict: null } });
    expect(await total()).toBe('15.6');
    await sleep(20);
    const before = new Date().toISOString();
    await sleep(20);
    const ruling = { objectionId: told.objection.id, verdict: 'UPHELD', value: '60', reason: '按实评分' };
    const counted = (await must(evaluator, 'decideObjection', ruling, EVIDENCE)).evidence;
    expect(counted).toMatchObject({
      value: '60',
      assessor: 'PARTICIPANTS',
      counts: true,
      objection: null,
      objectionUntil: null,
    });
    expect(await total()).toBe('15.6');
    expect(await total(before)).toBe('15.6');
    const list = `{ viewer { locality { scoreEvidence(year: ${YEAR}, code: "work") { nodes { value replaced objection { verdict verdictReason } } } } } }`;
    const { nodes } = (await evaluator.get(list)).viewer.locality.scoreEvidence;
    expect(nodes.slice(0, 2)).toEqual([
      { value: '60', replaced: false, objection: null },
      { value: '0', replaced: true, objection: { verdict: 'UPHELD', verdictReason: '按实评分' } },
    ]);
  });

  test('rejected, the grade counts again', async () => {
    const [head] = cast.heads;
    const evidence = await give(cast.deputies[2], 'PARTICIPANTS', '0');
    const objection = { evidenceId: evidence.id, reason: '不公' };
    const told = (await must(head, 'objectToAssessment', objection, EVIDENCE)).evidence;
    const ruling = { objectionId: told.objection.id, verdict: 'REJECTED', reason: '评分有据' };
    expect((await must(cast.office, 'decideObjection', ruling, EVIDENCE)).evidence.counts).toBe(true);
    expect(await total()).toBe('14.4');
  });

  test('everybody is told what they may grade, and the graded unit not who its peer was', async () => {
    const tasks = async (who: Resident) =>
      (
        await who.get(
          `{ viewer { locality { assessmentTasks(year: ${YEAR}) { code as from to objectionDays } } } }`,
        )
      ).viewer.locality.assessmentTasks;
    const [head, peer] = cast.heads;
    expect(await tasks(head)).toEqual([
      { code: 'work', as: ['SELF', 'PEER'], from: null, to: null, objectionDays: 5 },
      {
        code: 'mutual',
        as: ['PEER'],
        from: `${YEAR + 1}-01-05`,
        to: `${YEAR + 1}-01-14`,
        objectionDays: null,
      },
    ]);
    expect((await tasks(cast.deputies[0])).map(({ code }: { code: string }) => code)).toEqual(['work']);
    const seen = async (who: Resident) =>
      (
        await who.get(
          `{ viewer { locality { scoreEvidence(year: ${YEAR}, code: "work") { nodes { assessor givenBy { id } } } } } }`,
        )
      ).viewer.locality.scoreEvidence.nodes.find(({ assessor }: { assessor: string }) => assessor === 'PEER');
    expect(await seen(head)).toEqual({ assessor: 'PEER', givenBy: null });
    expect(await seen(evaluator)).toEqual({ assessor: 'PEER', givenBy: { id: peer.unitId } });
  });

  test('a unit objects to nobody else’s grades, and grades itself where it is asked', async () => {
    const [head, peer] = cast.heads;
    const evidence = await give(cast.deputies[3], 'PARTICIPANTS', '60');
    const objection = { evidenceId: evidence.id, reason: '替他人申诉' };
    expect((await peer.do('objectToAssessment', objection)).code).toBe('EVIDENCE_NOT_FOUND');
    expect((await cast.deputies[0].do('objectToAssessment', objection)).code).toBe('ROLE_NOT_ALLOWED');
    const own = { as: 'PEER', code: 'work', year: YEAR, unitId: head.unitId, value: '100' };
    expect((await head.do('giveAssessment', own)).code).toBe('ASSESSMENT_OF_ONESELF');
  });
});
