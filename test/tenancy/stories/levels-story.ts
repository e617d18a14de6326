import type { Crossing } from './crossing.js';
import { draft, submitted } from './intake-story.js';
import { Story } from './story.js';

const OFFICE = 'deputy-affairs-officer';
const COMMITTEE = 'proposal-committee-officer';
const GRANTS = 'proposal { grants { id } }';

const until = (): string => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const above = (story: Story) => new Story(story.deployment, '900000', '');
const below = (story: Story, county = '001') =>
  new Story(story.deployment, story.code.slice(0, 3) + county, '');

async function localityOf(story: Story): Promise<string> {
  const { viewer } = await (await story.as(OFFICE)).get('{ viewer { locality { id } } }');
  return viewer.locality.id;
}

async function grant(story: Story, proposalId: string, to: Story, kind: string): Promise<string> {
  const input = { proposalId, localityId: await localityOf(to), kind, sees: 'FULL', until: until() };
  const { proposal } = await story.does(OFFICE, 'grantCase', { ...input, reason: '请予支持' }, GRANTS);
  return proposal.grants.at(-1).id;
}

/** Work across levels: what was granted is revoked again, so that nobody has a right to any of it. */
export async function tellLevels(story: Story): Promise<void> {
  const upper = above(story);
  const referred = await submitted(story, '上报的建议');
  const caseGrantId = await grant(story, referred, upper, 'REFER_UP');
  await story.does(OFFICE, 'revokeCaseGrant', { proposalId: referred, caseGrantId, reason: '已办妥' });
  const shown = await submitted(upper, '上级的建议');
  const held = { caseGrantId: await grant(upper, shown, story, 'INSPECTION') };
  await story.does(OFFICE, 'openGrantedCase', held);
  await story.does(OFFICE, 'giveOpinion', { ...held, kind: 'SUPERVISION', text: '视察情况' });
  await tellTaken(story);
  await tellShared(story);
}

/** A lower locality, not the one that is tried as a stranger, shares all; its case is opened, and it takes its word back. */
async function tellShared(story: Story): Promise<void> {
  const lower = below(story, '002');
  const proposalId = await submitted(lower, '下级的建议');
  await lower.does('tenant-admin', 'setSharing', { level: 'FULL', reason: '接受上级督办' });
  await story.comesToDo(OFFICE, 'openSharedCase', { proposalId });
  await lower.does('tenant-admin', 'setSharing', { level: 'COUNTS', reason: '督办结束' });
}

/** A lower locality reviews; its opinion is taken. */
async function tellTaken(story: Story): Promise<void> {
  const { proposalId, caseGrantId } = await reviewedBelow(story);
  const opinionId = await opinionOn(story, proposalId);
  await story.does(COMMITTEE, 'takeOpinion', { proposalId, opinionId });
  await story.does(OFFICE, 'revokeCaseGrant', { proposalId, caseGrantId, reason: '初审完毕' });
}

async function reviewedBelow(story: Story) {
  const collective = { period: 'IN_SESSION', proposerType: 'DELEGATION', collective: '一团' };
  const proposalId = await draft(story, '下级初审的建议', collective);
  await story.does('deputy', 'submitProposal', { proposalId });
  const caseGrantId = await grant(story, proposalId, below(story), 'REVIEW_BELOW');
  const review = { caseGrantId, kind: 'REVIEW', verdict: 'ACCEPT', text: '符合要求' };
  await below(story).does(OFFICE, 'giveOpinion', review);
  return { proposalId, caseGrantId };
}

async function opinionOn(story: Story, proposalId: string): Promise<string> {
  const query = 'query ($id: ID!) { proposal(id: $id) { grants { opinions { id } } } }';
  const { proposal } = await story.asks(OFFICE, query, { id: proposalId });
  return proposal.grants[0].opinions[0].id;
}

/** Made once for both halves of a crossing: what the mutation is about, and the id that belongs to it. */
function reviewedFor() {
  const made = new Map<Story, ReturnType<typeof reviewedBelow>>();
  return (story: Story) => {
    const known = made.get(story) ?? reviewedBelow(story);
    made.set(story, known);
    return known;
  };
}

const toTake = reviewedFor();
const toRevoke = reviewedFor();

export const LEVEL_CROSSINGS: Readonly<Record<string, Crossing>> = {
  'grantCase.localityId': {
    role: OFFICE,
    own: (story) => localityOf(above(story)),
    prepare: async (story) => {
      const proposalId = await submitted(story, '越界');
      const input = { proposalId, kind: 'REFER_UP', sees: 'METADATA', until: until(), reason: '上报' };
      return (localityId) => ({ ...input, localityId });
    },
  },
  'takeOpinion.opinionId': {
    role: COMMITTEE,
    own: async (story) => opinionOn(story, (await toTake(story)).proposalId),
    prepare: async (story) => {
      const { proposalId } = await toTake(story);
      return (opinionId) => ({ proposalId, opinionId });
    },
  },
  'revokeCaseGrant.caseGrantId': {
    role: OFFICE,
    own: async (story) => (await toRevoke(story)).caseGrantId,
    prepare: async (story) => {
      const { proposalId } = await toRevoke(story);
      return (caseGrantId) => ({ proposalId, caseGrantId, reason: '收回' });
    },
  },
  'giveOpinion.withLocalityId': {
    role: OFFICE,
    // A decision may name any locality: nothing of it is looked up.
    ignored: true,
    own: (story) => localityOf(above(story)),
    prepare: async (story) => {
      const shown = await submitted(above(story), '上级的建议');
      const caseGrantId = await grant(above(story), shown, story, 'INSPECTION');
      return (withLocalityId) => ({ caseGrantId, kind: 'SUPERVISION', text: '视察', withLocalityId });
    },
  },
};
