import { until } from '../../start-up/started-platform.js';
import type { Crossing } from './crossing.js';
import { handedOver, replied } from './handling-story.js';
import { docketed } from './intake-story.js';
import { type Given, Story } from './story.js';

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
  await tellAssessing(story);
  await tellAwards(story);
  await tellSurvey(story);
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

/** The office stands for a year that is long over, everybody below before it, and takes it back. */
export async function tellConfirming(story: Story): Promise<void> {
  const asked = { year: 2001, kind: 'NPC_SUGGESTION' };
  const query =
    '{ viewer { locality { figureConfirmation(year: 2001, kind: NPC_SUGGESTION) { below { locality { code } } } } } }';
  const { viewer } = await story.asks(OFFICE, query);
  for (const { locality } of viewer.locality.figureConfirmation.below)
    await new Story(story.deployment, locality.code, '').does(OFFICE, 'confirmFigures', asked);
  await story.does(OFFICE, 'confirmFigures', { ...asked, note: story.text('核对无误') });
  await story.does(OFFICE, 'unlockFigures', { ...asked, reason: story.text('漏计一件') });
}

/** A unit is put forward for last year, gets the award, and everybody hears of it. */
async function tellAwards(story: Story): Promise<void> {
  const of = { code: 'test-unit', year: new Date().getFullYear() - 1 };
  const [unitId, reason] = [await story.unitOf('unit-head'), story.text('办理认真')];
  const { award } = await story.does(OFFICE, 'nominateForAward', { ...of, unitId, reason }, 'award { id }');
  await story.does(EVALUATOR, 'decideAward', { awardId: award.id, verdict: 'AWARDED', reason });
  await story.does(EVALUATOR, 'publishAwards', { ...of, reference: story.text('政办〔2026〕9号') });
}

/** People are asked about a unit, and what they say is imported twice. */
async function tellSurvey(story: Story): Promise<void> {
  const said = await surveyed(story);
  const { survey } = await story.does(EVALUATOR, 'importSurvey', said, 'survey { id }');
  const corrects = { surveyId: survey.id, reason: story.text('答卷重复') };
  await story.does(EVALUATOR, 'importSurvey', { ...said, corrects });
}

async function surveyed(story: Story) {
  const query = 'query ($id: ID!) { unit(id: $id) { name } }';
  const { unit } = await story.asks(EVALUATOR, query, { id: await story.unitOf('unit-head') });
  return {
    ...{
      year: new Date().getFullYear() - 1,
      title: story.text(`群众调查 ${crypto.randomUUID()}`),
      organiser: story.text('调查队'),
    },
    ...{ from: '2025-03-01', to: '2025-03-20', sampleSize: 300 },
    rows: [{ question: 'opinion', unit: unit.name, answers: '120', value: '9.5' }],
  };
}

/** Several grade a unit; it objects, and somebody else decides. */
async function tellAssessing(story: Story): Promise<void> {
  const work = { ...(await assessed(story)), note: story.text('按评分标准') };
  await story.does('unit-head', 'giveAssessment', { ...work, as: 'SELF', value: '95' }, EVIDENCE);
  const { evidence } = await story.does('deputy', 'giveAssessment', work, EVIDENCE);
  const reason = story.text('扣分理由与事实不符');
  const objected = { evidenceId: evidence.id, reason };
  const told = await story.does('unit-head', 'objectToAssessment', objected, 'evidence { objection { id } }');
  const { id: objectionId } = told.evidence.objection;
  const ruling = { objectionId, verdict: 'UPHELD', value: '85', reason: story.text('申诉成立') };
  await story.does(EVALUATOR, 'decideObjection', ruling, EVIDENCE);
}

const assessed = async (story: Story) => ({
  as: 'PARTICIPANTS',
  code: 'work',
  year: new Date().getFullYear(),
  unitId: await story.unitOf('unit-head'),
  value: '80',
});

/** A section of a unit. */
async function sectionOf(story: Story): Promise<string> {
  const query = 'query ($id: ID!) { unit(id: $id) { sections { id } } }';
  const { unit } = await story.asks(EVALUATOR, query, { id: await story.unitOf('unit-head') });
  return unit.sections[0].id;
}

/** A case that the scoring side has heard of. */
async function heardOf(story: Story): Promise<string> {
  const proposalId = await docketed(story, '被评价的建议');
  const query = 'query ($id: ID!) { proposal(id: $id) { facts { rounds } } }';
  const look = async () => (await story.asks(OFFICE, query, { id: proposalId })).proposal.facts;
  await until('the facts of a case', look, 30_000);
  return proposalId;
}

const nomination = (code: string) => ({ code, year: new Date().getFullYear(), reason: '办理认真' });

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
  'recordScoreEvidence.unitId': {
    role: EVALUATOR,
    own: (story) => story.unitOf('unit-head-2'),
    prepare: async (story) => {
      const said = await graded(story);
      return (unitId) => ({ ...said, unitId });
    },
  },
  'recordScoreEvidence.sectionId': {
    role: EVALUATOR,
    own: sectionOf,
    prepare: async (story) => {
      const { unitId: _, ...said } = await graded(story);
      return (sectionId) => ({ ...said, sectionId });
    },
  },
  'giveAssessment.unitId': {
    role: 'deputy-3',
    own: (story) => story.unitOf('unit-head-2'),
    prepare: async (story) => {
      const said = await assessed(story);
      return (unitId) => ({ ...said, unitId });
    },
  },
  'giveAssessment.sectionId': {
    role: 'deputy-3',
    own: sectionOf,
    prepare: async (story) => {
      const { unitId: _, ...said } = await assessed(story);
      return (sectionId) => ({ ...said, sectionId });
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
  'importSurvey.corrects.surveyId': {
    role: EVALUATOR,
    own: async (story) =>
      (await story.does(EVALUATOR, 'importSurvey', await surveyed(story), 'survey { id }')).survey.id,
    prepare: async (story) => {
      const said = await surveyed(story);
      return (surveyId) => ({ ...said, corrects: { surveyId, reason: '重新统计' } });
    },
  },
  'nominateForAward.unitId': {
    role: OFFICE,
    own: (story) => story.unitOf('unit-head-2'),
    prepare: async () => (unitId) => ({ ...nomination('test-unit'), unitId }),
  },
  'nominateForAward.proposalId': {
    role: OFFICE,
    own: heardOf,
    prepare: async () => (proposalId) => ({ ...nomination('test-suggestion'), proposalId }),
  },
  'giveAssessment.proposalId': {
    role: 'deputy-2',
    own: heardOf,
    prepare: async (story) => {
      const said = await assessed(story);
      return (proposalId) => ({ ...said, proposalId });
    },
  },
};
