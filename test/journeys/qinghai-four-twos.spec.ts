import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case, must } from './story/case.js';
import type { Cast } from './story/cast.js';
import { on } from './story/moments.js';
import { visit } from './story/place.js';

/* 青海 Qinghai: 建议提出“四个二” - two joint reviews, two levels of communication, two layers of review, two lines. */

const CODE = '630000';

describe('青海 Qinghai: a suggestion is put forward in four twos', () => {
  let cast: Cast;
  let one: Case;

  beforeAll(async () => {
    cast = await visit(CODE);
  }, 180_000);

  const decide = async (login: string, stage: string, verdict: string, day: string, more: object = {}) =>
    (await cast.county.as(login)).do('decideReview', {
      proposalId: one.id,
      stage,
      verdict,
      ...more,
      ...on(day),
    });

  test('QH-13: reviewed jointly before the delegation is formed, and again after', async () => {
    const title = '关于藏药新药开发国家重点实验室建设的建议';
    one = await Case.drafted(cast, { title, ...on('2020-12-01') }, cast.deputies[1]);
    const early = { proposalId: one.id, ...on('2020-12-02') };
    expect((await one.lead.do('submitProposal', early)).code).toBe('PRE_REVIEW_NOT_FINISHED');
    await must(one.lead, 'preSubmitProposal', early);
    const skip = await decide('pre-reviewer', 'post-delegation', 'ADOPT', '2020-12-10');
    expect(skip.code).toBe('REVIEW_STAGE_WRONG');
    expect((await decide('pre-reviewer', 'pre-delegation', 'REVISE', '2020-12-10')).code).toBe(
      'REASON_REQUIRED',
    );
    const reason = { reasonCode: 'not-specific', reasonText: '请补充实验室现状' };
    await decide('pre-reviewer', 'pre-delegation', 'REVISE', '2020-12-10', reason);
    await one.do(one.lead, 'reviseDraft', {
      body: '实验室现有科研人员二十人，建议支持申报国家重点实验室。',
      ...on('2020-12-12'),
    });
    await one.do(one.lead, 'preSubmitProposal', on('2020-12-13'));
    await decide('pre-reviewer', 'pre-delegation', 'ADOPT', '2020-12-20');
    await decide('deputy-affairs-officer', 'post-delegation', 'ADOPT', '2021-01-28');
    await one.submit(on('2021-01-31'));
    const { reviews } = await one.show('reviews { stage verdict }');
    expect(reviews).toEqual([
      { stage: 'pre-delegation', verdict: 'REVISE' },
      { stage: 'pre-delegation', verdict: 'ADOPT' },
      { stage: 'post-delegation', verdict: 'ADOPT' },
    ]);
  });

  test('QH-15: the delegation reviews, then the motions group, and not the other way round', async () => {
    const jumped = await decide('motions-group-reviewer', 'motions-group', 'ACCEPT', '2021-02-01');
    expect(jumped.code).toBe('REVIEWER_NOT_OF_STAGE');
    await decide('delegation-reviewer', 'delegation', 'ACCEPT', '2021-02-01');
    const docket = { proposalId: one.id, year: 2021, ...on('2021-02-02') };
    expect((await cast.office.do('docketProposal', docket)).code).toBe('REVIEW_NOT_FINISHED');
    await decide('motions-group-reviewer', 'motions-group', 'ACCEPT', '2021-02-02');
    expect(await one.docket({ year: 2021, ...on('2021-02-03') })).toBe('2021年会字第0001号');
  });
});
