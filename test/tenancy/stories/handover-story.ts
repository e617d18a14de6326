import { handedOver } from './handling-story.js';
import { docketed } from './intake-story.js';
import type { Story } from './story.js';

const GOVERNMENT = 'gov-handover-officer';
const COMMITTEE = 'proposal-committee-officer';

/** What stands between the choice of the units and their work, done once. */
export async function tellHandover(story: Story): Promise<void> {
  const { viewer } = await (await story.as('unit-head')).get('{ viewer { person { id } } }');
  const personId = viewer.person.id;
  const proposalId = await allocated(story, '分解事项的建议');
  const unitId = await story.unitOf('unit-head');
  const matters = [{ text: story.text('增设站点'), unitIds: [unitId] }];
  await story.does(GOVERNMENT, 'splitMatters', { proposalId, matters });
  await tellBatch(story);
  await tellWork(story, personId);
  await tellAsking(story);
}

/** Two cases that leave the office at one meeting. */
async function tellBatch(story: Story): Promise<void> {
  const items = await Promise.all(
    ['会上交办的建议一', '会上交办的建议二'].map(async (title) => ({
      proposalId: await allocated(story, title),
    })),
  );
  const meeting = { meeting: story.text('交办会'), place: story.text('会议中心'), heldOn: '2026-03-20' };
  const attendees = [story.text('常务副市长')];
  const noticeNumber = story.text('政办〔2026〕3号');
  await story.does(GOVERNMENT, 'handOverBatch', { items, ...meeting, attendees, noticeNumber });
}

export async function allocated(story: Story, title: string): Promise<string> {
  const proposalId = await docketed(story, title);
  const assignments = [{ unitId: await story.unitOf('unit-head'), role: 'SOLE' }];
  await story.does(GOVERNMENT, 'allocateUnits', { proposalId, assignments });
  return proposalId;
}

async function tellWork(story: Story, personId: string): Promise<void> {
  const { assignments } = await handedOver(story, '列入计划的建议', [{ unit: 'unit-head', role: 'SOLE' }]);
  const [assignmentId = ''] = assignments;
  const opinion = { opinion: 'AGREES', note: story.text('按时办理') };
  await story.does('unit-handler', 'acknowledgeAssignment', { assignmentId, ...opinion });
  const fields = [{ field: 'head', value: story.text('局长'), personId }];
  await story.does('unit-handler', 'nameResponsible', { assignmentId, fields });
  await story.does('unit-head', 'signRead', { assignmentId, note: story.text('请抓紧办理') });
  const milestoneId = await plan(story, assignmentId);
  const evidence = [{ title: story.text('勘查记录'), reference: story.text('档案三号') }];
  const done = { assignmentId, milestoneId, note: story.text('已勘查'), evidence };
  await story.does('unit-handler', 'completeMilestone', done);
  await story.does('unit-handler', 'reportProgress', { assignmentId, text: story.text('已完成勘查') });
  await story.does(GOVERNMENT, 'fileForRecord', { assignmentId, reason: story.text('须上级立项') });
}

/** A plan of one milestone, still open. Gives the milestone's id. */
export async function plan(story: Story, assignmentId: string): Promise<string> {
  const input = {
    assignmentId,
    kind: 'PLANNED',
    fields: [{ field: 'who', value: story.text('规划科') }],
    milestones: [{ title: story.text('现场勘查'), dueOn: '2099-12-31' }],
  };
  const shown = 'assignment { plan { milestones { id } } }';
  const { assignment } = await story.does('unit-handler', 'setPlan', input, shown);
  return assignment.plan.milestones[0].id;
}

/** Proposals of the CPPCC are not handed over before proposer and unit were asked. */
export async function proposed(story: Story, title: string): Promise<string> {
  const draft = {
    kind: 'CPPCC_PROPOSAL',
    period: 'IN_SESSION',
    proposerType: 'INDIVIDUAL',
    title: story.text(title),
    body: story.text('提案正文'),
    category: 'transport',
  };
  const { proposal } = await story.does('cppcc-member', 'draftProposal', draft, 'proposal { id }');
  const proposalId = proposal.id;
  await story.does('cppcc-member', 'preSubmitProposal', { proposalId });
  await story.does(COMMITTEE, 'decideReview', { proposalId, stage: 'pre', verdict: 'ADOPT' });
  await story.does('cppcc-member', 'submitProposal', { proposalId });
  await story.does(COMMITTEE, 'decideReview', { proposalId, stage: 'office', verdict: 'ACCEPT' });
  await story.does(COMMITTEE, 'docketProposal', { proposalId, year: 2026 });
  const assignments = [{ unitId: await story.unitOf('unit-head'), role: 'SOLE' }];
  await story.does(GOVERNMENT, 'allocateUnits', { proposalId, assignments });
  return proposalId;
}

async function tellAsking(story: Story): Promise<void> {
  const proposalId = await proposed(story, '征询单位意见的提案');
  await story.does('cppcc-member', 'answerAllocation', { proposalId, agrees: true });
  const reason = story.text('应由水务局承办');
  const proposedUnitId = await story.unitOf('unit-head-2');
  await story.does('unit-head', 'answerAllocation', { proposalId, agrees: false, reason, proposedUnitId });
}
