import type { Crossing } from './crossing.js';
import { HANDLING_CROSSINGS } from './handling-crossings.js';
import { HANDOVER_CROSSINGS } from './handover-crossings.js';
import { HOUSE_CROSSINGS } from './house-crossings.js';
import { docketed, draft, submitted } from './intake-story.js';
import { LEVEL_CROSSINGS } from './levels-story.js';
import { RECORD_CROSSINGS } from './record-crossings.js';
import { SCORING_CROSSINGS } from './scoring-story.js';
import type { Story } from './story.js';
import { THEME_CROSSINGS } from './theme-story.js';

const OFFICE = 'deputy-affairs-officer';
const onPaper = true;

const deputy = (story: Story) => story.mandateOf('deputy-2');
const unit = (story: Story) => story.unitOf('unit-head-2');

/** A paper draft of the office with an invited cosigner. */
async function paperDraft(story: Story): Promise<string> {
  const [leadProposerId, mandateId] = [await story.mandateOf('deputy'), await deputy(story)];
  const input = { ...DRAFT, proposerType: 'JOINT', leadProposerId, onPaper };
  const { proposal } = await story.does(OFFICE, 'draftProposal', input, 'proposal { id }');
  await story.does(OFFICE, 'inviteCosigner', { proposalId: proposal.id, mandateId, onPaper });
  return proposal.id;
}

const DRAFT = {
  kind: 'NPC_SUGGESTION',
  period: 'INTER_SESSION',
  proposerType: 'INDIVIDUAL',
  title: '纸质建议',
  body: '正文',
};

const PAPER = { title: '纸质建议', body: '正文' };

const INTAKE: Readonly<Record<string, Crossing>> = {
  'draftProposal.leadProposerId': {
    role: OFFICE,
    own: deputy,
    prepare: async () => (leadProposerId) => ({ ...DRAFT, leadProposerId, onPaper }),
  },
  'draftProposal.suggestedUnitIds': {
    role: 'deputy',
    own: unit,
    prepare: async () => (id) => ({ ...DRAFT, suggestedUnitIds: [id] }),
  },
  'reviseDraft.suggestedUnitIds': {
    role: 'deputy',
    own: unit,
    prepare: async (story) => {
      const proposalId = await draft(story, '越界');
      return (id) => ({ proposalId, suggestedUnitIds: [id] });
    },
  },
  'inviteCosigner.mandateId': {
    role: 'deputy',
    own: deputy,
    prepare: async (story) => {
      const proposalId = await draft(story, '越界', { proposerType: 'JOINT' });
      return (mandateId) => ({ proposalId, mandateId });
    },
  },
  'cancelInvitation.mandateId': {
    role: OFFICE,
    own: deputy,
    prepare: async (story) => {
      const proposalId = await paperDraft(story);
      return (mandateId) => ({ proposalId, mandateId, onPaper });
    },
  },
  'answerCosigning.mandateId': {
    role: OFFICE,
    own: deputy,
    prepare: async (story) => {
      const proposalId = await paperDraft(story);
      return (mandateId) => ({ proposalId, mandateId, answer: 'CONFIRM', onPaper });
    },
  },
  'recordConsultation.unitId': {
    role: 'deputy',
    own: unit,
    prepare: async (story) => {
      const proposalId = await draft(story, '越界');
      const said = { channel: 'PHONE', outcome: 'SUPPORTS', summary: '赞成' };
      return (unitId) => ({ proposalId, level: 'OWN', unitId, ...said });
    },
  },
  'registerPaper.leadProposerId': {
    role: OFFICE,
    own: deputy,
    prepare: async (story) => {
      const proposalId = await submitted(story, '越界');
      return (leadProposerId) => ({ proposalId, ...PAPER, leadProposerId, cosignerIds: [] });
    },
  },
  'registerPaper.cosignerIds': {
    role: OFFICE,
    own: deputy,
    prepare: async (story) => {
      const proposalId = await submitted(story, '越界');
      const leadProposerId = await story.mandateOf('deputy');
      return (id) => ({ proposalId, ...PAPER, leadProposerId, cosignerIds: [id] });
    },
  },
  'decideReview.mergeIntoId': {
    role: OFFICE,
    own: (story) => docketed(story, '审查并入此件'),
    prepare: async (story) => {
      const proposalId = await submitted(story, '越界');
      return (mergeIntoId) => ({ proposalId, stage: 'office', verdict: 'MERGE', mergeIntoId });
    },
  },
  'mergeProposal.intoId': {
    role: OFFICE,
    own: (story) => docketed(story, '并入此件'),
    prepare: async (story) => {
      const proposalId = await docketed(story, '越界');
      return (intoId) => ({ proposalId, intoId });
    },
  },
};

/** Every one, by mutation and path. */
export const CROSSINGS: Readonly<Record<string, Crossing>> = {
  ...INTAKE,
  ...LEVEL_CROSSINGS,
  ...HANDLING_CROSSINGS,
  ...HANDOVER_CROSSINGS,
  ...HOUSE_CROSSINGS,
  ...RECORD_CROSSINGS,
  ...SCORING_CROSSINGS,
  ...THEME_CROSSINGS,
};
