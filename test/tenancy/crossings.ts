import { type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';
import { handedOver, replied } from './handling-story.js';
import { idPaths } from './input-values.js';
import { docketed, draft } from './intake-story.js';
import type { Story } from './story.js';
import type { RootField } from './surface.js';

/** One id inside a mutation whose other ids are all one's own. */
export type Crossing = {
  readonly role: string;
  /**
   * The service knows nobody by this id, its own people neither: it takes any, and keeps none of
   * another locality.
   */
  readonly ignored?: true;
  /** An id of one's own, with which it succeeds. */
  own(story: Story): Promise<string>;
  /** Prepares a case of one's own for it, and says what is sent for a given id. */
  prepare(story: Story): Promise<(id: string) => object>;
};

const OFFICE = 'deputy-affairs-officer';
const onPaper = true;

const deputy = (story: Story) => story.mandateOf('deputy-2');
const unit = (story: Story) => story.unitOf('unit-head-2');

/** `mutation.path` of every id beside the one that says what the mutation is about. */
export function secondaryIds(roots: readonly RootField[]): string[] {
  return roots
    .filter(({ operation }) => operation === 'mutation')
    .flatMap(({ field }) => {
      const ids = field.args.flatMap(({ type }) => idPaths(fieldsOf(type)));
      const about = ids.find(({ path, required }) => required && !path.includes('.'));
      return ids.filter((id) => id !== about).map(({ path }) => `${field.name}.${path}`);
    });
}

function fieldsOf(type: GraphQLInputType) {
  const named = getNamedType(type);
  return isInputObjectType(named) ? Object.values(named.getFields()) : [];
}

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

async function handled(story: Story): Promise<string> {
  const { assignments } = await handedOver(story, '越界', [{ unit: 'unit-head', role: 'SOLE' }]);
  return assignments[0] as string;
}

/** A contact with the proposer, where somebody of either side is named by an id. */
async function contact(story: Story): Promise<(proposer: object, handler?: object) => object> {
  const [assignmentId, mandateId] = [await handled(story), await story.mandateOf('deputy')];
  return (proposer, handler = {}) => ({
    assignmentId,
    phase: 'BEFORE',
    channel: 'MEETING',
    participants: [
      { role: 'PROPOSER', name: '代表', mandateId, ...proposer },
      { role: 'UNIT_HANDLER', name: '承办人', ...handler },
    ],
  });
}

const person = async (story: Story): Promise<string> => {
  const { viewer } = await (await story.as('deputy-2')).get('{ viewer { person { id } } }');
  return viewer.person.id;
};

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
  'mergeProposal.intoId': {
    role: OFFICE,
    own: (story) => docketed(story, '并入此件'),
    prepare: async (story) => {
      const proposalId = await docketed(story, '越界');
      return (intoId) => ({ proposalId, intoId });
    },
  },
};

const HANDLING: Readonly<Record<string, Crossing>> = {
  'allocateUnits.assignments.unitId': {
    role: 'gov-handover-officer',
    own: unit,
    prepare: async (story) => {
      const proposalId = await docketed(story, '越界');
      return (unitId) => ({ proposalId, assignments: [{ unitId, role: 'SOLE' }] });
    },
  },
  'requestReturn.proposedUnitId': {
    role: 'unit-head',
    own: unit,
    prepare: async (story) => {
      const assignmentId = await handled(story);
      return (proposedUnitId) => ({ assignmentId, reason: '不属本单位职责', proposedUnitId });
    },
  },
  'decideReturn.unitId': {
    role: 'gov-handover-officer',
    own: unit,
    prepare: async (story) => {
      const assignmentId = await handled(story);
      await story.does('unit-head', 'requestReturn', { assignmentId, reason: '不属本单位职责' });
      return (unitId) => ({ assignmentId, decision: 'APPROVE', unitId });
    },
  },
  'recordContact.participants.personId': {
    role: 'unit-handler',
    own: person,
    ignored: true,
    prepare: async (story) => {
      const input = await contact(story);
      return (personId) => input({}, { personId });
    },
  },
  'recordContact.participants.mandateId': {
    role: 'unit-handler',
    own: (story) => story.mandateOf('deputy'),
    prepare: async (story) => {
      const input = await contact(story);
      return (mandateId) => input({ mandateId });
    },
  },
  'issueReply.signatory.personId': {
    role: 'unit-head',
    own: person,
    ignored: true,
    prepare: async (story) => {
      const assignmentId = await handled(story);
      const reply = { assignmentId, kind: 'INTERIM', documentNumber: '函〔2026〕9号', body: '正在办理' };
      return (personId) => ({ ...reply, signatory: { name: '局长', role: 'UNIT_HEAD', personId } });
    },
  },
  'giveFeedback.respondentId': {
    role: OFFICE,
    own: (story) => story.mandateOf('deputy'),
    prepare: async (story) => {
      const replyId = await replied(story, await handled(story), 'A');
      const ratings = ['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level: 'SATISFIED' }));
      return (respondentId) => ({ replyId, respondentId, ratings, onPaper });
    },
  },
};

export const CROSSINGS: Readonly<Record<string, Crossing>> = { ...INTAKE, ...HANDLING };
