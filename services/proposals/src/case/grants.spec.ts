import { describe, expect, test } from '@jest/globals';
import type { GivenOpinion, GrantKind, GrantRelation } from '../grants/grant.js';
import { caseGrantRow } from '../store/projection-grants.js';
import { MANDATES, PEOPLE } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { stage, withStages } from '../testing/review-process.kit.js';
import { Story } from '../testing/story.js';
import type { Command } from './commands.js';

const base = baseProcess();
const { lead, second, congress, government } = PEOPLE;
const [ABOVE, BELOW, BESIDE] = [900, 902, 903];
const relations: ReadonlyMap<number, GrantRelation> = new Map([
  [ABOVE, 'ABOVE'],
  [BELOW, 'BELOW'],
]);
const tree = { relations };
const give = (grantKind: GrantKind, granteeId: number, also: object = {}): Command =>
  ({
    ...{
      kind: 'grant.give',
      grantKind,
      granteeId,
      sees: 'METADATA',
      until: '2026-02-28',
      reason: '请予支持',
    },
    ...also,
  }) as Command;
const grantOf = (story: Story) => {
  const grant = story.state.grants.at(-1);
  if (!grant) throw new Error('no grant');
  return grant;
};

describe('a case granted to another locality', () => {
  test.each<[GrantKind, number, string | null]>([
    ['REFER_UP', ABOVE, null],
    ['REFER_UP', BELOW, 'GRANT_WRONG_DIRECTION'],
    ['REVIEW_BELOW', BELOW, null],
    ['REVIEW_BELOW', ABOVE, 'GRANT_WRONG_DIRECTION'],
    ['VERIFY_BELOW', BELOW, null],
    ['HANDLED_BELOW', BELOW, null],
    ['INSPECTION', ABOVE, null],
    ['INSPECTION', BELOW, null],
    ['JOINT_HANDLING', BESIDE, 'GRANT_NOT_IN_LINE'],
    ['REFER_UP', 999, 'GRANT_NOT_IN_LINE'],
    ['JOINT_SUPERVISION', ABOVE, 'OWN_LEVEL_NOT_DONE'],
  ])('%s to %i: %s', (kind, grantee, code) => {
    const story = new Story(base, tree).handedOver();
    expect(story.refuses(congress, give(kind, grantee))).toBe(code);
  });

  test('LN-23 SY-08 joint supervision after the own level has done its part, for three years at most', () => {
    const story = new Story(base, tree).replied();
    const until = (date: string) => give('JOINT_SUPERVISION', ABOVE, { until: date });
    expect(story.refuses(congress, until('2029-03-03'))).toBe('GRANT_UNTIL_INVALID');
    expect(story.refuses(congress, until('2026-03-01'))).toBe('GRANT_UNTIL_INVALID');
    expect(story.refuses(congress, until('next year'))).toBe('GRANT_UNTIL_INVALID');
    story.does(congress, until('2029-03-02'));
    story.does(congress, give('JOINT_SUPERVISION', BELOW, { until: '2029-03-02' }));
    expect(grantOf(story)).toMatchObject({ does: ['SUPERVISION'], endsAt: '2029-03-02T16:00:00.000Z' });
  });

  test('a neighbour only where the common level above decided so', () => {
    const beside = { relations: new Map([...relations, [BESIDE, 'BESIDE' as const]]) };
    const story = new Story(base, beside).handedOver();
    expect(story.refuses(congress, give('REFER_UP', BESIDE))).toBe('GRANT_WRONG_DIRECTION');
    expect(story.refuses(congress, give('JOINT_HANDLING', BESIDE))).toBeNull();
  });

  test('QH-14 a draft is its author’s to show, and only to be asked about', () => {
    const story = new Story(base, tree).drafted();
    expect(story.refuses(lead, give('REFER_UP', ABOVE))).toBe('GRANT_WRONG_DIRECTION');
    expect(story.refuses(second, give('CONSULT_ABOVE', ABOVE))).toBe('NOT_LEAD_PROPOSER');
    story.does(lead, give('CONSULT_ABOVE', ABOVE, { sees: 'FULL' })).does(lead, { kind: 'proposal.submit' });
    expect(story.refuses(lead, give('REFER_UP', ABOVE))).toBe('NOT_APPROVER');
    expect(story.refuses(government, give('REFER_UP', ABOVE))).toBeNull();
  });

  test('once of a kind at a time; revoked or over, again', () => {
    const story = new Story(base, tree).handedOver().does(congress, give('REFER_UP', ABOVE));
    expect(story.refuses(congress, give('REFER_UP', ABOVE))).toBe('GRANT_EXISTS');
    const revoke: Command = { kind: 'grant.revoke', grantId: grantOf(story).grantId, reason: '已办妥' };
    story.does(congress, revoke);
    expect(story.refuses(congress, revoke)).toBe('GRANT_NOT_FOUND');
    story.does(congress, give('REFER_UP', ABOVE));
    expect(story.at('2026-02-28').refuses(congress, give('REFER_UP', ABOVE))).toBe('GRANT_EXISTS');
    const later = give('REFER_UP', ABOVE, { until: '2026-03-31' });
    expect(story.at('2026-03-01').refuses(congress, later)).toBeNull();
  });

  test('what is seen without the texts has none of them; a case that came to nothing ends its grants', () => {
    const story = new Story(base, tree).handedOver().does(congress, give('REFER_UP', ABOVE));
    const row = caseGrantRow(story.state, grantOf(story));
    expect(JSON.stringify(row.metadata)).not.toContain(story.state.content.body);
    expect(row).toMatchObject({ ends_at: '2026-02-28T16:00:00.000Z', metadata: { phase: 'HANDED_OVER' } });
    story.at('2026-01-20').does(lead, { kind: 'proposal.withdraw', letter: '本人申请撤回。' });
    expect(caseGrantRow(story.state, grantOf(story)).ends_at).toBe('2026-01-20T02:00:00.000Z');
  });
});

describe('SY-03 a lower locality reviews', () => {
  const county = stage({ by: 'BELOW', label: { zh: '县级初审', en: 'First check below' } });
  const process = withStages(base, { county, office: stage({ order: 2 }) });
  const opinion = (grantId: string, also: Partial<GivenOpinion> = {}): GivenOpinion => ({
    ...{ opinionId: MANDATES.spare, grantId, fromId: BELOW, kind: 'REVIEW', verdict: 'ACCEPT' },
    ...{ reasonCode: null, text: '符合要求', withId: null, at: '2026-01-06T03:00:00.000Z' },
    ...also,
  });
  const granted = () => new Story(process, tree).submitted().does(congress, give('REVIEW_BELOW', BELOW));
  const take: Command = { kind: 'opinion.take', opinionId: MANDATES.spare };

  test('its opinion is the decision of the stage once the office has taken it, and only once', () => {
    const story = granted();
    expect(story.refuses(congress, take)).toBe('OPINION_NOT_FOUND');
    const context = { opinions: [opinion(grantOf(story).grantId)] };
    story.does(congress, take, context);
    expect(story.state.reviews).toMatchObject([{ stage: 'county', reviewer: `locality:${BELOW}` }]);
    expect(story.refuses(congress, take, context)).toBe('OPINION_NOT_FOUND');
    story.does(congress, { kind: 'review.decide', stage: 'office', verdict: 'ACCEPT' });
    expect(story.state.phase).toBe('ACCEPTED');
  });

  test.each<[string, Partial<GivenOpinion>, string]>([
    ['of another grant', { grantId: MANDATES.ended }, 'OPINION_NOT_FOUND'],
    ['that is no review', { kind: 'ADVICE' }, 'OPINION_NOT_FOUND'],
    ['that rejects without a reason', { verdict: 'REJECT' }, 'REASON_REQUIRED'],
  ])('an opinion %s is not taken', (_, also, code) => {
    const story = granted();
    const context = { opinions: [opinion(grantOf(story).grantId, also)] };
    expect(story.refuses(congress, take, context)).toBe(code);
  });
});
