import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import { Case } from './story/case.js';
import { type Cast, castOf, takeCast } from './story/cast.js';

/** The county whose process has a pre-review, reviewers side by side and two lines that must agree. */
const REVIEWED_COUNTY = '901903';
const BODY = '城西新区居民逐年增加，最近的公交站在一公里以外。建议增设站点，并调整 3 路线路。';
const TITLE = '关于在城西新区增设公交站的建议';

describe('reviewed side by side, on line and on paper', () => {
  let cast: Cast;
  let one: Case;
  const reviewers: Record<'pre' | 'delegation' | 'motions', Resident> = Object.create(null);
  const decide = (person: Resident, stage: string, verdict: string, also: object = {}) =>
    one.do(person, 'decideReview', { stage, verdict, ...also });
  const refusal = async (person: Resident, mutation: string, input: object) =>
    person.do(mutation, { proposalId: one.id, ...input });

  beforeAll(async () => {
    const { deployment } = await takeCast();
    cast = await castOf(deployment, REVIEWED_COUNTY);
    reviewers.pre = await cast.county.as('pre-reviewer');
    reviewers.delegation = await cast.county.as('delegation-reviewer');
    reviewers.motions = await cast.county.as('motions-group-reviewer');
  }, 180_000);

  test('LN-04 CA-20 she says where it comes from, and what she wishes', async () => {
    one = await Case.drafted(cast, { period: 'INTER_SESSION' });
    await one.do(one.lead, 'fillForm', {
      ...{ origin: 'station', originNote: '城西联络站', formation: ['VISIT'], repeatedYears: 2 },
      ...{ wishesContact: true, checklist: ['topic'] },
      contactPerson: { name: one.lead.name, phone: '0000' },
    });
    const form =
      'form { origin formation repeatedYears wishesContact replyNotNeeded contactPerson { phone } }';
    expect((await one.show(form, one.lead)).form).toEqual({
      ...{ origin: 'station', formation: ['VISIT'], repeatedYears: 2 },
      ...{ wishesContact: true, replyNotNeeded: false, contactPerson: { phone: '0000' } },
    });
  });

  test('QH-14 units of both levels are asked before it is submitted', async () => {
    const said = { channel: 'MEETING', outcome: 'SUPPORTS', summary: '赞成' };
    await one.do(one.lead, 'recordConsultation', { level: 'OWN', unitId: cast.heads[0].unitId, ...said });
    await one.do(one.lead, 'recordConsultation', { level: 'ABOVE', organisation: '市交通局', ...said });
    expect(await one.show('consultations { level organisation unit { id } }', one.lead)).toEqual({
      consultations: [
        { level: 'OWN', organisation: null, unit: { id: cast.heads[0].unitId } },
        { level: 'ABOVE', organisation: '市交通局', unit: null },
      ],
    });
  });

  test('CA-10 given to the pre-review: nobody else sees it; corrected as it asks, adopted, submitted', async () => {
    expect(await one.show('id', reviewers.pre)).toBeNull();
    await one.do(one.lead, 'preSubmitProposal');
    expect(await one.show('phase', reviewers.pre)).toEqual({ phase: 'PRE_SUBMITTED' });
    expect(await one.show('id', cast.deputies[1])).toBeNull();
    expect((await refusal(reviewers.pre, 'decideReview', { stage: 'pre', verdict: 'RETURN' })).code).toBe(
      'REASON_REQUIRED',
    );
    await decide(reviewers.pre, 'pre', 'REVISE', { reasonCode: 'not-specific', reasonText: '请写明线路' });
    await one.do(one.lead, 'reviseDraft', { title: TITLE, body: `${BODY}请明确线路。` });
    await one.do(one.lead, 'preSubmitProposal');
    await decide(reviewers.pre, 'pre', 'ADOPT');
    expect((await one.submit()).proposal.phase).toBe('SUBMITTED');
  });

  test('two reviewers of one stage and, beside them, a third: it goes on when all have decided', async () => {
    const offered = async (person: Resident) => {
      const { availableActions } = await one.show(
        'availableActions { mutation possible refusalCode }',
        person,
      );
      return availableActions.find((action: { mutation: string }) => action.mutation === 'decideReview');
    };
    expect(await offered(reviewers.delegation)).toMatchObject({ possible: true });
    await decide(reviewers.delegation, 'office', 'ACCEPT');
    expect(await offered(reviewers.delegation)).toMatchObject({ refusalCode: 'REVIEW_ALREADY_GIVEN' });
    await decide(reviewers.motions, 'motions', 'ACCEPT');
    expect(await one.show('phase')).toEqual({ phase: 'UNDER_REVIEW' });
    const { proposal } = await decide(cast.office, 'office', 'ACCEPT');
    expect(proposal.phase).toBe('ACCEPTED');
    const { reviews } = await one.show('reviews { stage verdict body onTime contentVersion }');
    expect(reviews.slice(2)).toEqual([
      { stage: 'office', verdict: 'ACCEPT', body: null, onTime: true, contentVersion: 2 },
      { stage: 'motions', verdict: 'ACCEPT', body: 'SESSION_MOTIONS_GROUP', onTime: null, contentVersion: 2 },
      { stage: 'office', verdict: 'ACCEPT', body: null, onTime: true, contentVersion: 2 },
    ]);
  });

  test('QH-16 the paper original is registered; what differs is named and holds the docketing up', async () => {
    const paper = { title: TITLE, leadProposerId: one.lead.mandateId, cosignerIds: [], pages: 2 };
    const docket = () => refusal(cast.office, 'docketProposal', { year: 2025 });
    expect((await docket()).code).toBe('PAPER_MISSING');
    await one.do(cast.office, 'registerPaper', { ...paper, body: BODY });
    expect(await docket()).toMatchObject({ code: 'PAPER_DIFFERS', message: expect.stringContaining('正文') });
    const differing = 'paperOriginal { pages differences { field online paper } }';
    expect((await one.show(differing)).paperOriginal).toMatchObject({
      pages: 2,
      differences: [
        { field: 'BODY', online: expect.stringContaining('请明确线路'), paper: expect.any(String) },
      ],
    });
    await one.do(cast.office, 'registerPaper', { ...paper, body: `${BODY}\n请明确线路。` });
    expect((await one.show(differing)).paperOriginal.differences).toEqual([]);
    expect(await one.docket()).toBe('2025年平字第0001号');
  });
});
