import type { Command } from '../case/commands.js';
import { id, MANDATES, PEOPLE, UNITS } from './people.js';
import { onAssignment as on, type RefusalCase, refusal } from './refusal-case.js';
import { contactOn, LEAD_AND_CO, replyOn, type Story } from './story.js';

const { congress, government, transport, water } = PEOPLE;
type Wanted = { unitId: string; role: 'SOLE' | 'LEAD' | 'CO' | 'SEPARATE' }[];

const docketed = (story: Story) => story.docketed();
const handedOver = (story: Story) => story.handedOver();
const withCo = (story: Story) => story.handedOver(LEAD_AND_CO);
const acknowledged = (story: Story) => story.acknowledged();
const contacted = (story: Story) => story.contacted();
const replied = (story: Story) => story.replied();

const allocate = (...assignments: Wanted): Command => ({ kind: 'units.allocate', assignments });

const acknowledge = on((assignmentId) => ({ kind: 'assignment.acknowledge', assignmentId }));
const returning = (also: object = {}) =>
  on((assignmentId) => ({ kind: 'return.request', assignmentId, reason: '不属本单位职责。', ...also }));
const deciding = (also: object = {}) =>
  on((assignmentId) => ({ kind: 'return.decide', assignmentId, decision: 'APPROVE', ...also }) as Command);
const extending = (also: object = {}) =>
  on((assignmentId) => ({
    kind: 'extension.request',
    assignmentId,
    amount: 1,
    unit: 'MONTH',
    reason: '需要论证。',
    ...also,
  }));
const extension = (also: object = {}) =>
  on((assignmentId) => ({ kind: 'extension.decide', assignmentId, decision: 'APPROVE', ...also }) as Command);
const contact = (also: object = {}) => on((assignmentId) => contactOn(assignmentId, also));
const reply = (also: object = {}) => on((assignmentId) => replyOn(assignmentId, also));
const opinion = (unitId: string) =>
  on((assignmentId) => ({ kind: 'co_opinion.give', assignmentId, text: '同意。', agreed: true }), unitId);

const askedBack = (story: Story) => {
  const before = story.handedOver();
  return before.does(transport, returning()(before));
};
const refusedOnce = (story: Story) => {
  const before = askedBack(story);
  return before.does(government, deciding({ decision: 'REFUSE', reason: '属你单位职责。' })(before));
};
const asked = (story: Story) => {
  const before = story.acknowledged();
  return before.does(transport, extending()(before));
};
const extended = (story: Story) => {
  const before = asked(story);
  return before.does(government, extension()(before));
};
const participants = (...roles: string[]) => ({
  participants: roles.map((role) => ({ role, name: '某人', personId: null, mandateId: MANDATES.lead })),
});

const ALLOCATING: readonly RefusalCase[] = [
  refusal(
    'ALLOCATION_EMPTY',
    'co-units alone',
    docketed,
    government,
    allocate({ unitId: UNITS.water, role: 'CO' }),
  ),
  refusal(
    'ALLOCATION_MIXED',
    'two leads',
    docketed,
    government,
    allocate({ unitId: UNITS.water, role: 'LEAD' }, { unitId: UNITS.transport, role: 'LEAD' }),
  ),
  refusal(
    'CO_EQUALS_LEAD',
    'the lead is its own co-unit',
    docketed,
    government,
    allocate({ unitId: UNITS.water, role: 'LEAD' }, { unitId: UNITS.water, role: 'CO' }),
  ),
  refusal(
    'UNIT_NOT_ACTIVE',
    'a closed unit',
    docketed,
    government,
    allocate({ unitId: UNITS.closed, role: 'SOLE' }),
  ),
  refusal(
    'UNIT_NOT_ACTIVE',
    'closed since it was chosen',
    (story) => story.allocated(),
    government,
    { kind: 'proposal.hand_over' },
    { outside: { units: new Map([[UNITS.transport, { active: false }]]) } },
  ),
  refusal(
    'DEADLINE_RULE_MISSING',
    'no clock for the reply',
    (story) => story.allocated(),
    government,
    { kind: 'proposal.hand_over' },
    {
      process: (base) => ({ ...base, deadlines: { cosign: base.deadlines.cosign as never } }),
    },
  ),
  refusal('ASSIGNMENT_NOT_FOUND', 'no such assignment', handedOver, transport, {
    kind: 'assignment.acknowledge',
    assignmentId: id(9),
  }),
  refusal('ASSIGNMENT_WRONG_PHASE', 'acknowledged twice', acknowledged, transport, acknowledge),
  refusal('NOT_YOUR_ASSIGNMENT', 'another unit acknowledges', handedOver, water, acknowledge),
];

const RETURNING: readonly RefusalCase[] = [
  refusal('RETURN_NOT_PROVIDED', 'nothing is returned here', handedOver, transport, returning(), {
    process: ({ deadlines: { return: _, ...deadlines }, ...base }) => ({ ...base, deadlines }),
  }),
  refusal(
    'RETURN_WINDOW_CLOSED',
    'on the sixth working day',
    (story) => story.handedOver().at('2026-01-20'),
    transport,
    returning(),
  ),
  refusal('RETURN_LIMIT_REACHED', 'asked again after a refusal', refusedOnce, transport, returning()),
  refusal('TEXT_EMPTY', 'returned without a reason', handedOver, transport, returning({ reason: '' })),
  refusal(
    'UNIT_ALREADY_ON_CASE',
    'proposes the co-unit',
    withCo,
    transport,
    returning({ proposedUnitId: UNITS.water }),
  ),
  refusal(
    'UNIT_NOT_FOUND',
    'proposes nobody known',
    handedOver,
    transport,
    returning({ proposedUnitId: id(999) }),
  ),
  refusal('REPLACEMENT_REQUIRED', 'approved into nowhere', askedBack, government, deciding()),
  refusal(
    'REASON_REQUIRED',
    'refused without a reason',
    askedBack,
    government,
    deciding({ decision: 'REFUSE' }),
  ),
  refusal('NOT_APPROVER', 'the wrong arbiter', askedBack, congress, deciding({ unitId: UNITS.water }), {
    process: (base) => ({ ...base, returns: { ...base.returns, arbiters: ['GOV_HANDOVER_OFFICER'] } }),
  }),
];

const WORKING: readonly RefusalCase[] = [
  refusal(
    'PARTICIPANTS_REQUIRED',
    'nobody of the unit',
    acknowledged,
    transport,
    contact(participants('PROPOSER')),
  ),
  refusal(
    'PARTICIPANT_NOT_PROPOSER',
    'a stranger as proposer',
    acknowledged,
    transport,
    contact({
      participants: [
        { role: 'PROPOSER', name: '某人', personId: null, mandateId: MANDATES.third },
        { role: 'UNIT_HEAD', name: '某人', personId: null, mandateId: null },
      ],
    }),
  ),
  refusal(
    'CONTACT_PHASE_MISMATCH',
    'after a reply not given',
    acknowledged,
    transport,
    contact({ phase: 'AFTER' }),
  ),
  refusal(
    'CONTACT_PHASE_MISMATCH',
    'before, but after the reply',
    (story) => story.replied().at('2026-03-10'),
    transport,
    contact(),
  ),
  refusal(
    'CLOCK_BEFORE_PREVIOUS_STEP',
    'contact before handover',
    acknowledged,
    transport,
    contact({ occurredAt: '2026-01-10T00:00:00Z' }),
  ),
  refusal('NOT_CO_UNIT', 'the lead gives an opinion', withCo, transport, opinion(UNITS.transport)),
  refusal('EXTENSION_PENDING', 'asked twice', asked, transport, extending()),
  refusal('EXTENSION_LIMIT_REACHED', 'extended already', extended, transport, extending()),
  refusal(
    'EXTENSION_AFTER_DUE',
    'the day after',
    (story) => story.acknowledged().at('2026-04-13'),
    transport,
    extending(),
  ),
  refusal('EXTENSION_TOO_LONG', 'four months', acknowledged, transport, extending({ amount: 4 })),
  refusal('EXTENSION_AMOUNT_INVALID', 'half a month', acknowledged, transport, extending({ amount: 0.5 })),
  refusal('EXTENSION_NOT_REQUESTED', 'nobody asked', acknowledged, government, extension()),
];

const REPLYING: readonly RefusalCase[] = [
  refusal(
    'CO_MAY_NOT_REPLY',
    'the co-unit answers',
    withCo,
    water,
    on((assignmentId) => replyOn(assignmentId), UNITS.water),
  ),
  refusal('NOT_ACKNOWLEDGED', 'never signed for', handedOver, transport, reply()),
  refusal('CONTACT_MISSING', 'the proposer was not asked', acknowledged, transport, reply()),
  refusal('CO_OPINION_MISSING', 'the co-unit is silent', leadContacted, transport, reply(), {
    process: strictCoOpinions,
  }),
  refusal('CLASS_REQUIRED', 'no class', contacted, transport, reply({ claimedClass: null })),
  refusal(
    'CLASS_NOT_ALLOWED',
    'a class on an interim reply',
    contacted,
    transport,
    reply({ replyKind: 'INTERIM' }),
  ),
  refusal('CLASS_UNKNOWN', 'class Z', contacted, transport, reply({ claimedClass: 'Z' })),
  refusal('FORMAL_REPLY_EXISTS', 'a second formal reply', replied, transport, reply()),
  refusal(
    'FORMAL_REPLY_MISSING',
    'follows up nothing',
    contacted,
    transport,
    reply({ replyKind: 'FOLLOW_UP' }),
  ),
  refusal('TEXT_EMPTY', 'an empty reply', contacted, transport, reply({ body: '' })),
  refusal(
    'CLOCK_BEFORE_PREVIOUS_STEP',
    'replied before acknowledged',
    contacted,
    transport,
    reply({ occurredAt: '2026-01-12T08:00:00Z' }),
  ),
];

function leadContacted(story: Story): Story {
  const { assignmentId } = story.handedOver(LEAD_AND_CO).assignment();
  return story
    .does(transport, { kind: 'assignment.acknowledge', assignmentId })
    .does(transport, contactOn(assignmentId));
}

function strictCoOpinions(base: Parameters<NonNullable<RefusalCase['process']>>[0]) {
  const guard = { ...base.guards['co-opinions-before-reply'], mode: 'BLOCK' } as never;
  return { ...base, guards: { ...base.guards, 'co-opinions-before-reply': guard } };
}

export const HANDLING_CASES: readonly RefusalCase[] = [...ALLOCATING, ...RETURNING, ...WORKING, ...REPLYING];
