import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import { Case, must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { caughtUp } from './story/figures.js';

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

  test('a grade of a section counts for the section, and for nobody else', async () => {
    const query = `query ($id: ID!) { unit(id: $id) { score(sheet: "graded", year: ${YEAR}) { total }
      sections { id score(sheet: "graded", year: ${YEAR}) { total } } } }`;
    const look = async () => (await evaluator.get(query, { id: cast.heads[0].unitId })).unit;
    const [office, other] = (await look()).sections;
    const said = { source: 'MANUAL', code: 'archive', year: YEAR, sectionId: office.id, value: '70' };
    const { evidence } = await must(
      evaluator,
      'recordScoreEvidence',
      said,
      'evidence { section { id } unit { id } }',
    );
    expect(evidence).toEqual({ section: { id: office.id }, unit: null });
    const { score, sections } = await look();
    const totals = sections.map((one: { id: string; score: { total: string } }) => [one.id, one.score.total]);
    expect(totals).toEqual([
      [office.id, '70'],
      [other.id, null],
    ]);
    expect(score.total).toBe('84.5');
  });

  test('LN-02: a suggestion is scored for what it says and for how it was handled', async () => {
    const [head] = cast.heads;
    const one = await Case.drafted(cast);
    await one.handedOver([{ head, role: 'SOLE' }]);
    const replyId = await one.answered(head, 'A');
    await one.confirm(head, 'A');
    await one.rate(replyId, 'SATISFIED');
    await caughtUp(cast.office, cast.county.code);
    const score = async () =>
      (
        await one.show(
          'score(sheet: "suggestion", year: 2025) { total lines { indicator points } }',
          evaluator,
        )
      ).score;
    expect((await score()).total).toBe('100');
    const said = { source: 'MANUAL', code: 'content', year: 2025, proposalId: one.id, value: '80' };
    await must(evaluator, 'recordScoreEvidence', said, 'evidence { proposal { id } unit { id } }');
    const { total, lines } = await score();
    expect([total, lines.map(({ points }: { points: string }) => points)]).toEqual(['90', ['40', '50']]);
  });

  test('what a deputy did in a year is on record for the deputy and the office, and for nobody else', async () => {
    const [deputy, other] = cast.deputies;
    const query = `query ($id: ID!) { mandate(id: $id) { dutyRecord(year: 2025) {
      led joined accepted solved ratings contacts suggestions { title } awards { code } grades { code value } } } }`;
    const seen = async (who: Resident) => (await who.get(query, { id: deputy.mandateId })).mandate.dutyRecord;
    const record = {
      ...{ led: 1, joined: 0, accepted: 1, solved: 1, ratings: 1, contacts: 1 },
      ...{ suggestions: [{ title: '关于在城西新区增设公交站的建议' }], awards: [] },
      grades: [{ code: 'content', value: '80' }],
    };
    expect(await seen(deputy)).toEqual(record);
    expect(await seen(cast.office)).toEqual(record);
    for (const who of [other, evaluator, cast.heads[0]]) expect(await seen(who)).toBeNull();
  });

  test('a unit enters nothing about itself or others, and sees its own and its sections’ alone', async () => {
    const [head, other] = cast.heads;
    expect((await record(grade, head)).code).toBe('ROLE_NOT_ALLOWED');
    const seen = async (who: Resident, filter = '') =>
      (
        await who.get(
          `{ viewer { locality { scoreEvidence(year: ${YEAR}${filter}) { totalCount nodes { unit { id } } } } } }`,
        )
      ).viewer.locality.scoreEvidence;
    expect((await seen(head)).totalCount).toBe(4);
    expect(await seen(other, `, unitId: "${head.unitId}"`)).toEqual({ totalCount: 0, nodes: [] });
  });
});
