import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import { must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';

const YEAR = new Date().getFullYear();

describe('a grade is entered by hand', () => {
  let cast: Cast;
  let evaluator: Resident;

  beforeAll(async () => {
    cast = await takeCast();
    evaluator = await cast.county.as('evaluator');
  }, 180_000);

  const record = (input: object, who = evaluator) =>
    who.do(
      'recordScoreEvidence',
      { year: YEAR, unitId: cast.heads[0].unitId, ...input },
      'evidence { id value }',
    );
  const grade = { source: 'MANUAL', code: 'archive', value: '80' };

  async function total(asOf?: string): Promise<string> {
    const query = `query ($id: ID!, $asOf: DateTime) { unit(id: $id) { score(sheet: "graded", year: ${YEAR}, asOf: $asOf) { total } } }`;
    return (await evaluator.get(query, { id: cast.heads[0].unitId, asOf })).unit.score.total;
  }

  test('the score follows it; its correction counts from now on, and both are kept', async () => {
    const { evidence } = await record({
      ...grade,
      documents: [{ title: '档案检查表', reference: '政办〔2026〕7号' }],
    });
    expect(await total()).toBe('80');
    await sleep(20);
    const before = new Date().toISOString();
    await sleep(20);
    const reason = '复核时漏计两卷';
    await must(evaluator, 'correctScoreEvidence', { evidenceId: evidence.id, value: '86.5', reason });
    expect(await total()).toBe('86.5');
    expect(await total(before)).toBe('80');
    const { viewer } = await evaluator.get(
      `{ viewer { locality { scoreEvidence(year: ${YEAR}) { totalCount nodes { value replaced reason replacesId } } } } }`,
    );
    expect(viewer.locality.scoreEvidence).toEqual({
      totalCount: 2,
      nodes: [
        { value: '86.5', replaced: false, reason, replacesId: evidence.id },
        { value: '80', replaced: true, reason: null, replacesId: null },
      ],
    });
  });

  test('a flag deducts what the sheet says', async () => {
    await record({ source: 'FLAG', code: 'reported', value: '1' });
    expect(await total()).toBe('84.5');
  });

  test('a unit enters nothing about itself or others, and sees its own alone', async () => {
    const [head, other] = cast.heads;
    expect((await record(grade, head)).code).toBe('ROLE_NOT_ALLOWED');
    const seen = async (who: Resident, filter = '') =>
      (
        await who.get(
          `{ viewer { locality { scoreEvidence(year: ${YEAR}${filter}) { totalCount nodes { unit { id } } } } } }`,
        )
      ).viewer.locality.scoreEvidence;
    expect((await seen(head)).totalCount).toBe(3);
    expect(await seen(other, `, unitId: "${head.unitId}"`)).toEqual({ totalCount: 0, nodes: [] });
  });
});
