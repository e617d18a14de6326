import { until } from '../../start-up/started-platform.js';
import { docketed } from './intake-story.js';
import type { Given, Story } from './story.js';

const OFFICE = 'deputy-affairs-officer';
const GOVERNMENT = 'gov-handover-officer';

type Share = { readonly unit: string; readonly role: string };

/** Docketed and handed over to these people's units. Gives the case and its assignments, in their order. */
export async function handedOver(story: Story, title: string, shares: readonly Share[]) {
  const proposalId = await docketed(story, title);
  const assignments = await Promise.all(
    shares.map(async ({ unit, role }) => ({ unitId: await story.unitOf(unit), role })),
  );
  await story.does(GOVERNMENT, 'allocateUnits', { proposalId, assignments });
  const selection = 'proposal { assignments { id unit { id } } }';
  const { proposal } = await story.does(GOVERNMENT, 'handOverProposal', { proposalId }, selection);
  const ids = assignments.map(
    ({ unitId }) => proposal.assignments.find(({ unit }: Given) => unit.id === unitId).id as string,
  );
  return { proposalId, assignments: ids };
}

/** Acknowledged, contacted before, during and at the reply. */
export async function ready(story: Story, assignmentId: string): Promise<void> {
  await story.does('unit-handler', 'acknowledgeAssignment', { assignmentId });
  for (const phase of ['BEFORE', 'DURING', 'AT_REPLY'])
    await story.does('unit-handler', 'recordContact', {
      assignmentId,
      phase,
      channel: 'MEETING',
      participants: [
        { role: 'PROPOSER', name: story.text('代表'), mandateId: await story.mandateOf('deputy') },
        { role: 'UNIT_HEAD', name: story.text('局长') },
      ],
      record: story.text('沟通记录'),
    });
}

/** Ready, and answered. Gives the reply's id. */
export async function replied(story: Story, assignmentId: string, claimedClass: string): Promise<string> {
  await ready(story, assignmentId);
  const input = {
    assignmentId,
    kind: 'FORMAL',
    documentNumber: story.text('建函〔2026〕1号'),
    body: story.text('答复正文'),
    claimedClass,
    signatory: { name: story.text('局长'), role: 'UNIT_HEAD' },
  };
  const { reply } = await story.does('unit-head', 'issueReply', input, 'reply { id }');
  return reply.id;
}

const rate = (story: Story, replyId: string, level: string) =>
  story.does('deputy', 'giveFeedback', {
    replyId,
    ratings: ['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level, comment: story.text('评价意见') })),
  });

const confirm = (story: Story, assignmentId: string, confirmed: string) =>
  story.does(OFFICE, 'confirmClass', { assignmentId, class: confirmed, reason: story.text('按实际认定') });

/** Cases in the hands of units: handed over, returned, extended, answered, rated, a second round, closed. */
export async function tellHandling(story: Story): Promise<void> {
  await tellReturn(story);
  await tellSharedCase(story);
  await tellSecondRound(story);
  const { proposalId, assignments } = await handedOver(story, '办结的建议', [
    { unit: 'unit-head', role: 'SOLE' },
  ]);
  const [assignmentId = ''] = assignments;
  const replyId = await replied(story, assignmentId, 'A');
  await confirm(story, assignmentId, 'A');
  await rate(story, replyId, 'BASICALLY_SATISFIED');
  await story.does('deputy', 'correctFeedback', {
    replyId,
    ratings: ['ATTITUDE', 'RESULT'].map((axis) => ({
      axis,
      level: 'SATISFIED',
      comment: story.text('更正意见'),
    })),
    reason: story.text('填写有误'),
  });
  await story.does(OFFICE, 'closeProposal', { proposalId });
}

async function tellReturn(story: Story): Promise<void> {
  const { assignments } = await handedOver(story, '退办的建议', [{ unit: 'unit-head', role: 'SOLE' }]);
  const [assignmentId = ''] = assignments;
  const proposedUnitId = await story.unitOf('unit-head-3');
  const reason = story.text('不属本单位职责');
  await story.does('unit-head', 'requestReturn', { assignmentId, reason, proposedUnitId });
  await story.does(GOVERNMENT, 'decideReturn', { assignmentId, decision: 'APPROVE', reason });
}

/** A lead and a co-unit; the lead asks for more time. */
async function tellSharedCase(story: Story): Promise<void> {
  const { assignments } = await handedOver(story, '主办会办的建议', [
    { unit: 'unit-head', role: 'LEAD' },
    { unit: 'unit-head-2', role: 'CO' },
  ]);
  const [lead = '', co = ''] = assignments;
  await story.does('unit-handler-2', 'giveCoOpinion', {
    assignmentId: co,
    text: story.text('会办意见'),
    documentNumber: story.text('会函〔2026〕1号'),
    agreed: true,
  });
  const reason = story.text('需要论证');
  await story.does('unit-head', 'requestExtension', { assignmentId: lead, amount: 1, unit: 'MONTH', reason });
  await story.does(GOVERNMENT, 'decideExtension', { assignmentId: lead, decision: 'APPROVE', reason });
}

async function tellSecondRound(story: Story): Promise<void> {
  const { proposalId, assignments } = await handedOver(story, '不满意的建议', [
    { unit: 'unit-head', role: 'SOLE' },
  ]);
  const [assignmentId = ''] = assignments;
  const replyId = await replied(story, assignmentId, 'A');
  await confirm(story, assignmentId, 'A');
  await rate(story, replyId, 'DISSATISFIED');
  const warningId = await warned(story, proposalId);
  await story.does(OFFICE, 'acknowledgeWarning', { warningId, note: story.text('已约谈') });
}

/** The warning of a case once the timed work has recorded it. */
const warned = (story: Story, proposalId: string): Promise<string> =>
  until('the case is warned of', async () => {
    const query = 'query ($id: ID!) { proposal(id: $id) { warnings { id raisedAt } } }';
    const { proposal } = await story.asks(OFFICE, query, { id: proposalId });
    return proposal.warnings.find(({ raisedAt }: Given) => raisedAt !== null)?.id;
  });

/** Answered with a promise, which goes on the register. Gives the case and the entry. */
export async function promised(story: Story, title: string) {
  const { proposalId, assignments } = await handedOver(story, title, [{ unit: 'unit-head', role: 'SOLE' }]);
  const [assignmentId = ''] = assignments;
  await replied(story, assignmentId, 'B');
  const selection = 'proposal { trackingEntries { id } }';
  const input = { assignmentId, class: 'B', reason: story.text('列入计划') };
  const { proposal } = await story.does(OFFICE, 'confirmClass', input, selection);
  return { proposalId, entryId: proposal.trackingEntries[0].id as string };
}
