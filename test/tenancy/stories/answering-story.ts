import { handedOver, ready } from './handling-story.js';
import type { Story } from './story.js';

const OFFICE = 'deputy-affairs-officer';

/** A draft that a co-unit signs and the office reads, the letter with its promise, and what became of that. */
export async function tellAnswering(story: Story): Promise<void> {
  const { assignments } = await handedOver(story, '会签的建议', [
    { unit: 'unit-head', role: 'LEAD' },
    { unit: 'unit-head-2', role: 'CO' },
  ]);
  const [assignmentId = '', co = ''] = assignments;
  await ready(story, assignmentId);
  const draft = { body: story.text('答复正文'), claimedClass: 'A' };
  await story.does('unit-handler', 'draftReply', { assignmentId, ...draft });
  await story.does('unit-handler-2', 'countersignReply', {
    assignmentId: co,
    agreed: true,
    text: story.text('同意'),
  });
  await story.does(OFFICE, 'reviewReply', { assignmentId, verdict: 'PASS', reason: story.text('可以发出') });
  const letter = {
    ...{ assignmentId, kind: 'FORMAL', documentNumber: story.text('建函〔2026〕2号'), ...draft },
    signatory: { name: story.text('局长'), role: 'UNIT_HEAD' },
    copies: [story.text('市政府督查室')],
    ...{ contactName: story.text('联系人'), contactPhone: story.text('0734'), disclosure: 'PROACTIVE' },
    commitments: [{ text: story.text('年底前通车'), dueOn: '2099-12-31' }],
  };
  const { reply } = await story.does('unit-head', 'issueReply', letter, 'reply { commitments { id } }');
  const commitmentId = reply.commitments[0].id;
  await story.does(OFFICE, 'checkCommitment', {
    commitmentId,
    fulfilled: 'PARTLY',
    note: story.text('北段未完'),
  });
  const unitId = await story.unitOf('unit-head');
  await story.does(OFFICE, 'closeUnitYear', { unitId, year: 2001 });
  const note = story.text('现场没有变化');
  await story.does(OFFICE, 'requireRehandling', { assignmentId, trigger: 'low-quality', note });
}
