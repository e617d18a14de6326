import { until } from '../../start-up/started-platform.js';
import type { Crossing } from './crossing.js';
import { handedOver, replied } from './handling-story.js';
import { docketed } from './intake-story.js';
import type { Given, Story } from './story.js';

const EVALUATOR = 'evaluator';
const OFFICE = 'deputy-affairs-officer';
const EVIDENCE = 'evidence { id }';

const graded = async (story: Story) => ({
  source: 'MANUAL',
  code: 'archive',
  year: new Date().getFullYear(),
  unitId: await story.unitOf('unit-head'),
  value: '90',
});

/** What those who score enter about others: grades and ratings with their corrections; and what is published of it. */
export async function tellScoring(story: Story): Promise<void> {
  await tellRatings(story);
  const documents = [{ title: story.text('档案检查表'), reference: story.text('政办〔2026〕7号') }];
  const said = { ...(await graded(story)), documents, note: story.text('抽查二十卷') };
  const { evidence } = await story.does(EVALUATOR, 'recordScoreEvidence', said, EVIDENCE);
  const reason = story.text('复核');
  await story.does(EVALUATOR, 'correctScoreEvidence', { evidenceId: evidence.id, value: '95', reason });
  const note = story.text('年度考核结果');
  const input = { sheet: 'graded', year: said.year };
  const { run } = await story.does(EVALUATOR, 'publishScores', { ...input, note }, 'run { id }');
  await story.does(EVALUATOR, 'withdrawScores', { runId: run.id, reason: story.text('公示有误') });
}

async function tellRatings(story: Story): Promise<void> {
  const said = await asked(story);
  const { ratings } = await story.does(OFFICE, 'recordRating', said, 'ratings { id level }');
  const correction = {
    level: 'DISSATISFIED',
    comment: story.text('另有说法'),
    reason: story.text('复听录音'),
  };
  await story.does(OFFICE, 'correctRating', { ratingId: ratings[0].id, ...correction });
}

/** A reply that the scoring side has heard of, and what its proposer says when asked about it. */
async function asked(story: Story) {
  const share = { unit: 'unit-head', role: 'SOLE' };
  const { proposalId, assignments } = await handedOver(story, '被询问的建议', [share]);
  await replied(story, assignments[0] ?? '', 'A');
  const query = 'query ($id: ID!) { proposal(id: $id) { awaitedRatings { since } } }';
  const look = async (): Promise<Given> =>
    (await story.asks(OFFICE, query, { id: proposalId })).proposal.awaitedRatings[0];
  await until('a reply waits to be rated', look, 30_000);
  const ratings = [{ axis: 'RESULT', level: 'SATISFIED', comment: story.text('电话里说的') }];
  return {
    proposalId,
    source: 'VERIFICATION',
    round: 1,
    raterId: await story.mandateOf('deputy'),
    ratings,
    method: 'PHONE',
    agency: story.text('区人大'),
  };
}

/** The office stands for a year that is long over, and takes it back. */
export async function tellConfirming(story: Story): Promise<void> {
  const asked = { year: 2001, kind: 'NPC_SUGGESTION' };
  await story.does(OFFICE, 'confirmFigures', { ...asked, note: story.text('核对无误') });
  await story.does(OFFICE, 'unlockFigures', { ...asked, reason: story.text('漏计一件') });
}

/** A case that the scoring side has heard of. */
async function heardOf(story: Story): Promise<string> {
  const proposalId = await docketed(story, '被评价的建议');
  const query = 'query ($id: ID!) { proposal(id: $id) { facts { rounds } } }';
  const look = async () => (await story.asks(OFFICE, query, { id: proposalId })).proposal.facts;
  await until('the facts of a case', look, 30_000);
  return proposalId;
}

/** Ids inside what is entered for scores. */
export const SCORING_CROSSINGS: Readonly<Record<string, Crossing>> = {
  'recordRating.raterId': {
    role: OFFICE,
    own: (story) => story.mandateOf('deputy'),
    prepare: async (story) => {
      const said = await asked(story);
      return (raterId) => ({ ...said, raterId });
    },
  },
  'recordRating.unitId': {
    role: OFFICE,
    own: (story) => story.unitOf('unit-head'),
    prepare: async (story) => {
      const said = await asked(story);
      return (unitId) => ({ ...said, unitId });
    },
  },
  'recordScoreEvidence.proposalId': {
    role: EVALUATOR,
    own: heardOf,
    prepare: async (story) => {
      const said = await graded(story);
      return (proposalId) => ({ ...said, proposalId });
    },
  },
};
