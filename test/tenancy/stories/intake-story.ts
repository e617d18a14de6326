import type { Story } from './story.js';

const OFFICE = 'deputy-affairs-officer';
const CASE = 'proposal { id }';

/** A deputy writes something down. Gives the case's id. */
export async function draft(story: Story, title: string, more: object = {}): Promise<string> {
  const input = {
    kind: 'NPC_SUGGESTION',
    period: 'INTER_SESSION',
    proposerType: 'INDIVIDUAL',
    title: story.text(title),
    body: story.text(`${title}的正文`),
    suggestedUnitIds: [await story.unitOf('unit-head')],
    ...more,
  };
  const { proposal } = await story.does('deputy', 'draftProposal', input, CASE);
  return proposal.id;
}

export async function submitted(story: Story, title: string): Promise<string> {
  const proposalId = await draft(story, title);
  await story.does('deputy', 'submitProposal', { proposalId });
  return proposalId;
}

const review = (story: Story, proposalId: string, decision: object) =>
  story.does(OFFICE, 'decideReview', {
    proposalId,
    stage: 'office',
    reasonText: story.text('审查理由'),
    ...decision,
  });

export async function docketed(story: Story, title: string): Promise<string> {
  const proposalId = await submitted(story, title);
  await review(story, proposalId, { verdict: 'ACCEPT', reasonText: null });
  const year = new Date().getFullYear();
  await story.does(OFFICE, 'docketProposal', { proposalId, year, category: 'transport' });
  return proposalId;
}

/** Cases that did not, or not yet, come to a unit: one in every state of the intake. */
export async function tellIntake(story: Story): Promise<void> {
  await tellCosigning(story);
  await submitted(story, '刚提交的建议');
  const revised = await submitted(story, '退回修改的建议');
  await review(story, revised, { verdict: 'REQUEST_REVISION', reasonCode: 'not-specific' });
  await story.does('deputy', 'reviseDraft', {
    proposalId: revised,
    body: story.text('改写后的正文'),
    reason: story.text('补充具体意见'),
  });
  const rejected = await submitted(story, '不予立案的建议');
  await review(story, rejected, { verdict: 'REJECT', reasonCode: 'other' });
  const converted = await submitted(story, '转为来信的建议');
  const convertedTo = story.text('来信');
  await review(story, converted, { verdict: 'CONVERT', reasonCode: 'other', convertedTo });
  await tellDocketed(story);
  await tellProposal(story);
}

/** Invited, confirmed, declined, taken back: and the text changed in between. */
async function tellCosigning(story: Story): Promise<void> {
  const proposalId = await draft(story, '联名建议', { proposerType: 'JOINT' });
  for (const deputy of ['deputy-2', 'deputy-3', 'deputy-4', 'deputy-5'])
    await story.does('deputy', 'inviteCosigner', { proposalId, mandateId: await story.mandateOf(deputy) });
  await story.does('deputy-2', 'answerCosigning', { proposalId, answer: 'CONFIRM' });
  const reason = story.text('不熟悉情况');
  await story.does('deputy-3', 'answerCosigning', { proposalId, answer: 'DECLINE', reason });
  await story.does('deputy', 'cancelInvitation', {
    proposalId,
    mandateId: await story.mandateOf('deputy-4'),
  });
  await draft(story, '只写了草稿的建议');
}

async function tellDocketed(story: Story): Promise<void> {
  const key = await docketed(story, '重点建议');
  const decidedBy = story.text('主任会议');
  const reason = story.text('群众反映集中');
  await story.does(OFFICE, 'designateKey', { proposalId: key, tier: 'CONGRESS_LEADER', decidedBy, reason });
  const merged = await docketed(story, '并案的建议');
  await story.does(OFFICE, 'mergeProposal', { proposalId: merged, intoId: key, reason });
  const withdrawn = await docketed(story, '撤回的建议');
  const letter = story.text('本人申请撤回');
  await story.does('deputy', 'withdrawProposal', { proposalId: withdrawn, letter, reason });
  const allocated = await docketed(story, '已定单位的建议');
  const assignments = [{ unitId: await story.unitOf('unit-head'), role: 'SOLE' }];
  await story.does('gov-handover-officer', 'allocateUnits', { proposalId: allocated, assignments });
}

/** The CPPCC's side of the house. */
async function tellProposal(story: Story): Promise<void> {
  const input = {
    kind: 'CPPCC_PROPOSAL',
    period: 'IN_SESSION',
    proposerType: 'SECTOR',
    collective: story.text('教育界'),
    title: story.text('政协提案'),
    body: story.text('提案正文'),
  };
  const { proposal } = await story.does('cppcc-member', 'draftProposal', input, CASE);
  const proposalId = proposal.id;
  await story.does('cppcc-member', 'fillForm', {
    ...{ proposalId, origin: 'research', originNote: story.text('专题调研'), repeatedYears: 2 },
    contactPerson: { name: story.text('王联系'), phone: story.text('010') },
  });
  await story.does('cppcc-member', 'recordConsultation', {
    ...{ proposalId, level: 'ABOVE', organisation: story.text('省教育厅'), channel: 'MEETING' },
    ...{ outcome: 'ADVISES_CHANGES', summary: story.text('建议补充数据') },
  });
  await story.does('cppcc-member', 'preSubmitProposal', { proposalId });
  await story.does('proposal-committee-officer', 'decideReview', {
    proposalId,
    stage: 'pre',
    verdict: 'ADOPT',
  });
  await story.does('cppcc-member', 'submitProposal', { proposalId });
  await story.does('proposal-committee-officer', 'registerPaper', {
    ...{
      proposalId,
      title: story.text('政协提案'),
      body: story.text('纸质正文'),
      reference: story.text('卷3'),
    },
    ...{ leadProposerId: await story.mandateOf('cppcc-member'), cosignerIds: [] },
  });
}
