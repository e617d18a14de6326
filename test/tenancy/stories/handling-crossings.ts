import type { Crossing } from './crossing.js';
import { handedOver, replied } from './handling-story.js';
import { docketed } from './intake-story.js';
import type { Story } from './story.js';
import { oldPromise } from './tracking-story.js';

const OFFICE = 'deputy-affairs-officer';
const onPaper = true;
const unit = (story: Story) => story.unitOf('unit-head-2');

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

/** Ids inside what is done with a case from its handover on. */
export const HANDLING_CROSSINGS: Readonly<Record<string, Crossing>> = {
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
    prepare: async (story) => {
      const assignmentId = await handled(story);
      const reply = { assignmentId, kind: 'INTERIM', documentNumber: '函〔2026〕9号', body: '正在办理' };
      return (personId) => ({ ...reply, signatory: { name: '局长', role: 'UNIT_HEAD', personId } });
    },
  },
  'rateEntry.respondentId': {
    role: OFFICE,
    own: (story) => story.mandateOf('deputy'),
    prepare: async (story) => {
      const entryId = await oldPromise(story);
      return (respondentId) => ({ entryId, respondentId, level: 'SATISFIED', onPaper });
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
  'correctFeedback.respondentId': {
    role: OFFICE,
    own: (story) => story.mandateOf('deputy'),
    prepare: async (story) => {
      const replyId = await replied(story, await handled(story), 'A');
      const ratings = ['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level: 'SATISFIED' }));
      await story.does('deputy', 'giveFeedback', { replyId, ratings });
      return (respondentId) => ({ replyId, respondentId, ratings, onPaper, reason: '填写有误' });
    },
  },
};
