import { handedOver, promised } from './handling-story.js';
import { docketed } from './intake-story.js';
import type { Story } from './story.js';

const OFFICE = 'deputy-affairs-officer';

/** The fields of a meeting, each text with the mark. */
export const meeting = (story: Story, also: readonly object[] = []) => ({
  record: 'meeting',
  values: [{ field: 'kind', choice: 'FORUM' }, { field: 'title', text: story.text('座谈会') }, ...also],
});

/** A record of the office; gives its id. */
export async function entered(story: Story, input: object): Promise<string> {
  const { record } = await story.does(OFFICE, 'enterRecord', input, 'record { id }');
  return record.id;
}

/** Records of every kind of subject: entered, corrected, signed, answered. */
export async function tellRecords(story: Story): Promise<void> {
  const { proposalId, assignments } = await handedOver(story, '有记录的建议', [
    { unit: 'unit-head', role: 'SOLE' },
  ]);
  const [assignmentId = ''] = assignments;
  const values = [
    { field: 'kind', choice: 'WARNING' },
    { field: 'content', text: story.text('进度滞后') },
  ];
  const recordId = await entered(story, { record: 'work-prompt', proposalId, assignmentId, values });
  const evidence = [{ title: story.text('整改报告'), reference: story.text('卷一') }];
  await story.does('unit-head', 'answerRecord', { recordId, text: story.text('已整改'), evidence });
  const participants = {
    field: 'participants',
    persons: [{ name: story.text('代表'), mandateId: await story.mandateOf('deputy') }],
  };
  const units = { field: 'units', unitIds: [await story.unitOf('unit-head')] };
  const cases = { field: 'cases', proposalIds: [await docketed(story, '会上的建议')] };
  const held = await entered(story, meeting(story, [participants, units, cases]));
  const reason = story.text('补充名单');
  await story.does(OFFICE, 'correctRecord', { recordId: held, ...{ values: meeting(story).values }, reason });
  const { entryId, proposalId: tracked } = await promised(story, '核查的建议');
  const checked = [
    { field: 'carried-out', choice: 'PARTLY' },
    { field: 'findings', text: story.text('部分落实') },
  ];
  await entered(story, { record: 'commitment-check', proposalId: tracked, entryId, values: checked });
  await tellSignature(story);
  await tellDuties(story);
}

/** What a deputy did, signed by themselves. */
async function tellSignature(story: Story): Promise<void> {
  const values = [{ field: 'activity', text: story.text('进站接待') }];
  const mandateId = await story.mandateOf('deputy');
  const recordId = await entered(story, { record: 'duty-performance', mandateId, values });
  await story.does('deputy', 'signRecord', { recordId, name: story.text('代表') });
}

/** Somebody supervises a case, reports, and has done. */
async function tellDuties(story: Story): Promise<void> {
  const proposalId = await docketed(story, '督办的建议');
  const mandateId = await story.mandateOf('deputy');
  const input = {
    proposalId,
    duty: 'SUPERVISION',
    tier: 'CONGRESS_LEADER',
    name: story.text('赵副主任'),
    mandateId,
  };
  const { proposal } = await story.does(OFFICE, 'assignDuty', input, 'proposal { duties { id } }');
  const values = [{ field: 'content', text: story.text('已督办') }];
  await entered(story, { record: 'supervision-report', proposalId, values });
  const dutyId = proposal.duties[0].id;
  await story.does(OFFICE, 'endDuty', { dutyId, reason: story.text('办结') });
  await story.does(OFFICE, 'assignDuty', { ...input, duty: 'CASE_OWNERSHIP' });
  const session = { kind: 'NPC_SUGGESTION', year: 2019, term: 3, session: 2 };
  await story.does('tenant-admin', 'declareSession', {
    ...session,
    opensOn: '2019-01-20',
    closesOn: '2019-01-25',
  });
}
