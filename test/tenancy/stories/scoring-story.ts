import { until } from '../../start-up/started-platform.js';
import type { Crossing } from './crossing.js';
import { docketed } from './intake-story.js';
import type { Story } from './story.js';

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

/** What those who score enter about others: a grade, and its correction; and what is published of it. */
export async function tellScoring(story: Story): Promise<void> {
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
  'recordScoreEvidence.proposalId': {
    role: EVALUATOR,
    own: heardOf,
    prepare: async (story) => {
      const said = await graded(story);
      return (proposalId) => ({ ...said, proposalId });
    },
  },
};
