import { until } from '../../start-up/started-platform.js';
import type { Crossing } from './crossing.js';
import { docketed } from './intake-story.js';
import type { Story } from './story.js';

const OFFICE = 'deputy-affairs-officer';
const THEME = 'theme { id }';

const words = (story: Story) => ({
  name: story.text(`专题 ${crypto.randomUUID()}`),
  description: story.text('多地反映'),
  filter: { category: 'URBAN_CONSTRUCTION' },
});

const opened = async (story: Story): Promise<string> =>
  (await story.does(OFFICE, 'openTheme', words(story), THEME)).theme.id;

/** A case that figures have heard of. */
async function counted(story: Story): Promise<string> {
  const proposalId = await docketed(story, '选入专题的建议');
  const query = 'query ($id: ID!) { proposal(id: $id) { facts { rounds } } }';
  const look = async () => (await story.asks(OFFICE, query, { id: proposalId })).proposal.facts;
  await until('the facts of a case', look, 30_000);
  return proposalId;
}

/** A theme with a case picked for it. */
async function picked(story: Story) {
  const [themeId, proposalId] = [await opened(story), await counted(story)];
  await story.does(OFFICE, 'addCaseToTheme', { themeId, proposalId, reason: story.text('典型') });
  return { themeId, proposalId };
}

/** What many below raise is bundled into a theme, with a case picked for it; another is closed. */
export async function tellThemes(story: Story): Promise<void> {
  const { themeId, proposalId } = await picked(story);
  await picked(story);
  await story.does(OFFICE, 'removeCaseFromTheme', { themeId, proposalId, reason: story.text('不典型') });
  await story.does(OFFICE, 'reviseTheme', { themeId, ...words(story), reason: story.text('范围扩大') });
  await story.does(OFFICE, 'closeTheme', { themeId, reason: story.text('已解决') });
}

/** Made once for both halves of the crossing. */
const toTakeOut = new Map<Story, ReturnType<typeof picked>>();
function takenOutOf(story: Story): ReturnType<typeof picked> {
  const made = toTakeOut.get(story) ?? picked(story);
  toTakeOut.set(story, made);
  return made;
}

export const THEME_CROSSINGS: Readonly<Record<string, Crossing>> = {
  'addCaseToTheme.proposalId': {
    role: OFFICE,
    own: counted,
    prepare: async (story) => {
      const themeId = await opened(story);
      return (proposalId) => ({ themeId, proposalId, reason: '典型' });
    },
  },
  'removeCaseFromTheme.proposalId': {
    role: OFFICE,
    own: async (story) => (await takenOutOf(story)).proposalId,
    prepare: async (story) => {
      const { themeId } = await takenOutOf(story);
      return (proposalId) => ({ themeId, proposalId, reason: '不典型' });
    },
  },
};
