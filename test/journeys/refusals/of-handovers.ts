import type { Resident } from '../../kit/county.js';
import { type Case, must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { exacting, SIX, withDue, without } from '../story/exacting-case.js';
import { type Attempt, attempt, nobodys } from './attempt.js';
import type { World } from './world.js';

const noticeNumber = '政办发〔2026〕3号';

/** What is refused from the choice of the units to their work, where everything is asked for. */
export async function refusedOfHandovers(cast: Cast, world: World): Promise<Attempt[]> {
  const [head] = cast.heads;
  const parts = await Promise.all([allocating(cast, head), handingOver(cast, head), working(cast, head)]);
  return [...parts.flat(), ...(await whereLittleIsAsked(world))];
}

async function allocating(cast: Cast, head: Resident): Promise<Attempt[]> {
  const [, other] = cast.heads;
  const one = await exacting.allocated(cast, [{ head, role: 'SOLE' }]);
  const assignments = [{ unitId: head.unitId, role: 'SOLE' }];
  const proposalId = one.id;
  const matters = [{ text: '增设站点', unitIds: [other.unitId] }];
  return [
    attempt('HANDLING_MODE_REQUIRED', cast.government, 'allocateUnits', { proposalId, assignments }),
    attempt('MATTERS_MISSING', cast.government, 'handOverProposal', {
      proposalId,
      noticeNumber,
      fields: SIX,
    }),
    attempt('MATTER_WITHOUT_UNIT', cast.government, 'splitMatters', { proposalId, matters }),
    attempt('ALLOCATION_NOT_ASKED', cast.deputies[0], 'answerAllocation', { proposalId, agrees: true }),
  ];
}

async function handingOver(cast: Cast, head: Resident): Promise<Attempt[]> {
  const units = [{ head, role: 'SOLE' }] as const;
  const prepared = async (agrees: boolean | null): Promise<Case> => {
    const one = await exacting.allocated(cast, units);
    await exacting.split(one, ['增设站点', head]);
    if (agrees !== null) await exacting.answers(one, head, agrees, { reason: '已阅' });
    return one;
  };
  const [silent, against, agreed] = [await prepared(null), await prepared(false), await prepared(true)];
  const handOver = (code: string, { id: proposalId }: Case, input: object = {}) =>
    attempt(code, cast.government, 'handOverProposal', { proposalId, noticeNumber, fields: SIX, ...input });
  const personId = nobodys(await ownPerson(cast));
  return [
    handOver('ALLOCATION_NOT_ANSWERED', silent),
    handOver('ALLOCATION_OBJECTED', against),
    handOver('FIELD_MISSING', agreed, { fields: without('supervisor') }),
    handOver('FIELD_UNKNOWN', agreed, { fields: [...SIX, { field: 'colour', value: '红' }] }),
    handOver('FIELD_VALUE_INVALID', agreed, { fields: withDue('2026-02-30') }),
    handOver('HANDOVER_DUE_INVALID', agreed, { fields: withDue('2099-01-01') }),
    handOver('NOTICE_REQUIRED', agreed, { noticeNumber: null }),
    handOver('PERSON_NOT_FOUND', agreed, {
      fields: [...without('official'), { field: 'official', value: '副县长', personId }],
    }),
  ];
}

async function ownPerson({ office }: Cast): Promise<string> {
  const { viewer } = await office.get('{ viewer { person { id } } }');
  return viewer.person.id;
}

async function working(cast: Cast, head: Resident): Promise<Attempt[]> {
  const units = [{ head, role: 'SOLE' }] as const;
  const fresh = await exacting.handedOver(cast, units);
  const one = await exacting.handedOver(cast, units);
  await one.of(head, 'acknowledgeAssignment', { opinion: 'AGREES' });
  const planned = { kind: 'PLANNED', fields: [], milestones: [{ title: '勘查', dueOn: '2099-01-01' }] };
  const of = async (code: string, where: Case, mutation: string, input: object = {}) =>
    attempt(code, head, mutation, { assignmentId: await where.assignmentOf(head), ...input });
  const told = { documentNumber: '函〔2026〕1号', body: '已办。', claimedClass: 'A' };
  const met = await exacting.handedOver(cast, units);
  await met.of(head, 'acknowledgeAssignment', { opinion: 'AGREES' });
  await met.of(head, 'setPlan', planned);
  await met.contact(head, 'AT_REPLY', { place: 'OFFICE', channel: 'MEETING' });
  const file = { assignmentId: await met.assignmentOf(head), reason: '须上级立项' };
  await must(cast.government, 'fileForRecord', file);
  const twice = [...planned.milestones, ...planned.milestones];
  return [
    await of('RECEIPT_OPINION_REQUIRED', fresh, 'acknowledgeAssignment'),
    await of('RESPONSIBLE_NOT_NAMED', one, 'requestExtension', { amount: 1, unit: 'DAY', reason: '勘查' }),
    await of('HEAD_NOT_SIGNED', one, 'reportProgress', { text: '正在勘查' }),
    await of('PLAN_MISSING', one, 'recordContact', contact(cast, head)),
    await of('PLAN_NOT_PROVIDED', one, 'setPlan', { ...planned, kind: 'THIS_YEAR' }),
    await of('MILESTONES_MISSING', one, 'setPlan', { ...planned, milestones: [] }),
    await of('MILESTONE_INVALID', one, 'setPlan', { ...planned, milestones: twice }),
    await of('MILESTONE_NOT_OPEN', met, 'completeMilestone', {
      milestoneId: milestoneId(await one.assignmentOf(head)),
    }),
    await of('CONTACT_UNFIT', met, 'issueReply', {
      ...told,
      kind: 'FORMAL',
      signatory: { name: head.name, role: 'UNIT_HEAD' },
    }),
    attempt('ALREADY_FILED', cast.government, 'fileForRecord', file),
  ];
}

const contact = (cast: Cast, head: Resident) => ({
  phase: 'BEFORE',
  channel: 'PHONE',
  participants: [
    { role: 'PROPOSER', name: cast.deputies[0].name, mandateId: cast.deputies[0].mandateId },
    { role: 'UNIT_HEAD', name: head.name },
  ],
});

/** An id of a milestone that nobody has: the one of something else under the other kind. */
const milestoneId = (assignmentId: string): string => assignmentId.replace(/^assignment_/, 'milestone_');

async function whereLittleIsAsked({ cast, asked, taken }: World): Promise<Attempt[]> {
  const [unit] = cast.heads;
  return [
    attempt('ARBITRATION_ENDS_HERE', cast.government, 'decideReturn', {
      assignmentId: await asked.assignmentOf(unit),
      decision: 'ESCALATE',
    }),
    attempt('FILING_NOT_PROVIDED', cast.government, 'fileForRecord', {
      assignmentId: await taken.assignmentOf(unit),
      reason: '须上级立项',
    }),
  ];
}
