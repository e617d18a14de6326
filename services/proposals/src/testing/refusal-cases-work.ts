import { given, handOver, split } from './handover.kit.js';
import { id, PEOPLE, UNITS } from './people.js';
import { onAssignment as on, type RefusalCase, refusal } from './refusal-case.js';
import { contactOn, LEAD_AND_CO, PARTICIPANTS, replyOn, type Story } from './story.js';
import {
  withFiling,
  withFive,
  withFourElements,
  withGuard,
  withLadder,
  withPlans,
  withReceipt,
  withStationReply,
} from './strict-process.js';

const { congress, government, transport, water } = PEOPLE;

const handedOver = (story: Story) => story.handedOver();
const acknowledged = (story: Story) => story.acknowledged();

const plan = (also: object = {}) =>
  on((assignmentId) => ({ kind: 'plan.set', assignmentId, planKind: 'PLANNED', fields: [], ...also }));
const complete = (milestoneId: string) =>
  on((assignmentId) => ({ kind: 'milestone.complete', assignmentId, milestoneId }));
const file = on((assignmentId) => ({ kind: 'assignment.file', assignmentId, reason: '须上级立项。' }));
const name = (...fields: object[]) =>
  on((assignmentId) => ({ kind: 'responsible.name', assignmentId, fields }));
const reply = on((assignmentId) => replyOn(assignmentId));

const receipt = (also: object = {}) =>
  on((assignmentId) => ({ kind: 'assignment.acknowledge', assignmentId, ...also }));
const STARTING: readonly RefusalCase[] = [
  refusal('RECEIPT_OPINION_REQUIRED', 'CT-14 no opinion', handedOver, transport, receipt(), {
    process: withReceipt,
  }),
  refusal(
    'REASON_REQUIRED',
    'CT-14 a problem, but which',
    handedOver,
    transport,
    receipt({ opinion: 'HAS_PROBLEM' }),
  ),
  refusal('FIELD_MISSING', 'CT-09 no section', handedOver, transport, name(given('leader', '副局长')), {
    process: withFive,
  }),
  refusal(
    'FIELD_VALUE_INVALID',
    'QH-28 its own deadline after the due date',
    handedOver,
    transport,
    name(given('deadline', '2026-06-01')),
  ),
  refusal(
    'PERSON_NOT_FOUND',
    'nobody known',
    handedOver,
    transport,
    name(given('head', '某人', { personId: id(9) })),
  ),
  refusal('RESPONSIBLE_NOT_NAMED', 'QH-29 answered by nobody', acknowledged, transport, reply, {
    process: withGuard({ kind: 'RESPONSIBLE_NAMED' }),
  }),
  refusal('HEAD_NOT_SIGNED', 'CT-05 not read by the head', acknowledged, transport, reply, {
    process: withGuard({ kind: 'HEAD_SIGNED' }),
  }),
  refusal('PLAN_MISSING', 'answered without a plan', acknowledged, transport, reply, {
    process: withGuard({ kind: 'PLAN_SET' }),
  }),
  refusal('FILING_NOT_PROVIDED', 'not done here', handedOver, government, file),
  refusal(
    'ALREADY_FILED',
    'CT-17 filed twice',
    (story) => {
      const before = story.handedOver();
      return before.does(government, file(before));
    },
    government,
    file,
    { process: withFiling },
  ),
  refusal('NOT_APPROVER', 'CT-17 by another office', handedOver, congress, file, { process: withFiling }),
];

const planned = (story: Story) => {
  const before = story.acknowledged();
  return before.does(transport, plan({ milestones: [{ title: '勘查', dueOn: '2026-02-01' }] })(before));
};
const PLANNING: readonly RefusalCase[] = [
  refusal('PLAN_NOT_PROVIDED', 'no plans here', acknowledged, transport, plan(), {
    process: withPlans({ kinds: [] }),
  }),
  refusal('PLAN_NOT_PROVIDED', 'not this kind', acknowledged, transport, plan(), {
    process: withPlans({ kinds: ['THIS_YEAR'] }),
  }),
  refusal(
    'FIELD_MISSING',
    'CA-08 no effect',
    acknowledged,
    transport,
    plan({
      fields: [given('who', '规划科'), given('how', '增设站点'), given('by', '2027-06-30')],
    }),
    { process: withFourElements },
  ),
  refusal(
    'FIELD_VALUE_INVALID',
    'LN-20 this year, but later',
    acknowledged,
    transport,
    plan({
      planKind: 'THIS_YEAR',
      fields: [given('by', '2027-06-30')],
    }),
  ),
  refusal('MILESTONES_MISSING', 'none', acknowledged, transport, plan(), {
    process: withPlans({ minMilestones: 1 }),
  }),
  refusal(
    'MILESTONE_INVALID',
    'after the end',
    acknowledged,
    transport,
    plan({
      fields: [given('by', '2026-06-30')],
      milestones: [{ title: '勘查', dueOn: '2026-07-01' }],
    }),
  ),
  refusal('MILESTONE_NOT_OPEN', 'there is none', acknowledged, transport, complete(id(9))),
  refusal('MILESTONE_NOT_OPEN', 'not of this plan', planned, transport, complete(id(9))),
];

const askedBack = (story: Story) => {
  const before = story.handedOver();
  const { assignmentId } = before.assignment();
  return before.does(transport, { kind: 'return.request', assignmentId, reason: '不属本单位职责。' });
};
const decide = (decision: string, also: object = {}) =>
  on((assignmentId) => ({ kind: 'return.decide', assignmentId, decision, ...also }));
const escalated = (story: Story) => {
  const before = askedBack(story);
  return before.does(congress, decide('ESCALATE', { reason: '难以界定。' })(before));
};

const LADDER: readonly RefusalCase[] = [
  refusal('ARBITRATION_ENDS_HERE', 'no ladder at all', askedBack, congress, decide('ESCALATE')),
  refusal('NOT_APPROVER', 'CT-15 the office, when it went up', escalated, congress, decide('REFUSE'), {
    process: withLadder,
  }),
  refusal(
    'RETURN_LIMIT_REACHED',
    'moved as often as it may',
    (story) => {
      const before = askedBack(story);
      return before.does(government, decide('APPROVE', { unitId: UNITS.water })(before));
    },
    water,
    (story) => ({
      kind: 'return.request',
      assignmentId: story.assignment(UNITS.water).assignmentId,
      reason: '也不属本单位职责。',
    }),
    { process: (base) => ({ ...base, returns: { ...base.returns, rounds: 1 } }) },
  ),
  refusal(
    'MATTER_WITHOUT_UNIT',
    'CT-11 the co-unit takes its matter with it',
    (story) => {
      const before = story
        .allocated(LEAD_AND_CO)
        .does(government, split([UNITS.transport], { text: '排水。', unitIds: [UNITS.water] }))
        .at('2026-01-12')
        .does(government, handOver());
      const { assignmentId } = before.assignment(UNITS.water);
      return before.does(water, { kind: 'return.request', assignmentId, reason: '不属本单位职责。' });
    },
    government,
    (story) => ({
      kind: 'return.decide',
      assignmentId: story.assignment(UNITS.water).assignmentId,
      decision: 'APPROVE',
    }),
  ),
];

const atReply = (also: object) => (story: Story) => {
  const { assignmentId } = story.acknowledged().assignment();
  return story.does(transport, contactOn(assignmentId, { phase: 'AT_REPLY', ...also }));
};
const MEETING: readonly RefusalCase[] = [
  refusal(
    'CONTACT_UNFIT',
    'LN-16 T18 by a section head, in the office',
    atReply({
      channel: 'MEETING',
      place: 'OFFICE',
      participants: [
        PARTICIPANTS[0],
        { role: 'SECTION_HEAD', name: '科长', personId: null, mandateId: null },
      ],
    }),
    transport,
    reply,
    { process: withStationReply },
  ),
  refusal(
    'PERSON_NOT_FOUND',
    'a handler nobody knows',
    acknowledged,
    transport,
    on((assignmentId) =>
      contactOn(assignmentId, {
        participants: PARTICIPANTS.map((one) => ({
          ...one,
          personId: id(9),
        })),
      }),
    ),
  ),
  refusal(
    'CONTACT_MISSING',
    'LC-11 during, before it was talked over',
    acknowledged,
    transport,
    on((assignmentId) => contactOn(assignmentId, { phase: 'DURING' })),
    { process: (base) => ({ ...base, contacts: { ...base.contacts, inOrder: true } }) },
  ),
];

export const WORK_CASES: readonly RefusalCase[] = [...STARTING, ...PLANNING, ...LADDER, ...MEETING];
