import type { Case } from '../story/case.js';
import { on } from '../story/moments.js';
import { type Attempt, attempt, nobodys, UNIT_SIDE } from './attempt.js';
import type { World } from './world.js';

type Input = Record<string, unknown>;

/** What is refused between allocation and closing. */
export async function refusedInHandling(world: World): Promise<Attempt[]> {
  const parts = await Promise.all([returning(world), handling(world), extending(world), answering(world)]);
  return [...allocating(world), ...parts.flat(), ...(await closing(world))];
}

function allocating({ cast, docketed, closedUnit }: World): Attempt[] {
  const [one, other] = cast.heads;
  const allocate = (code: string, ...units: (readonly [unitId: string, role: string])[]) =>
    attempt(code, cast.government, 'allocateUnits', {
      proposalId: docketed.id,
      assignments: units.map(([unitId, role]) => ({ unitId, role })),
    });
  return [
    allocate('ALLOCATION_EMPTY'),
    allocate('ALLOCATION_EMPTY', [one.unitId, 'CO']),
    allocate('ALLOCATION_MIXED', [one.unitId, 'SOLE'], [other.unitId, 'CO']),
    allocate('CO_EQUALS_LEAD', [one.unitId, 'LEAD'], [one.unitId, 'CO']),
    allocate('UNIT_NOT_FOUND', [nobodys(one.unitId), 'SOLE']),
    allocate('UNIT_NOT_ACTIVE', [closedUnit, 'SOLE']),
  ];
}

async function returning({ cast, asked, old, returned, again, pair }: World): Promise<Attempt[]> {
  const [unit, other] = cast.heads;
  const back = async (code: string, one: Case, person = unit) =>
    attempt(code, person, 'requestReturn', {
      assignmentId: await one.assignmentOf(unit),
      reason: '不属本单位职责',
    });
  const assignmentId = await asked.assignmentOf(unit);
  const decide = (code: string, input: Input) =>
    attempt(code, cast.government, 'decideReturn', { assignmentId, ...input });
  return [
    await back('NOT_YOUR_ASSIGNMENT', pair, other),
    await back('RETURN_WINDOW_CLOSED', old),
    await back('RETURN_LIMIT_REACHED', returned),
    await back('RETURN_NOT_PROVIDED', again),
    decide('REASON_REQUIRED', { decision: 'REFUSE' }),
    decide('REPLACEMENT_REQUIRED', { decision: 'APPROVE' }),
    decide('UNIT_ALREADY_ON_CASE', { decision: 'APPROVE', unitId: other.unitId }),
  ];
}

async function handling({ cast, pair, taken }: World): Promise<Attempt[]> {
  const [unit, other] = cast.heads;
  const [lead, stranger] = cast.deputies;
  const [mine, theirs] = [await pair.assignmentOf(unit), await pair.assignmentOf(other)];
  const proposer = { role: 'PROPOSER', name: lead.name, mandateId: lead.mandateId };
  const contact = (code: string, phase: string, participants: Input[]) =>
    attempt(code, unit, 'recordContact', { assignmentId: mine, phase, channel: 'PHONE', participants });
  const outsider = { role: 'PROPOSER', name: stranger.name, mandateId: stranger.mandateId };
  return [
    attempt('ASSIGNMENT_NOT_FOUND', unit, 'acknowledgeAssignment', { assignmentId: nobodys(mine) }),
    attempt('ASSIGNMENT_WRONG_PHASE', unit, 'acknowledgeAssignment', {
      assignmentId: await taken.assignmentOf(unit),
    }),
    contact('PARTICIPANTS_REQUIRED', 'BEFORE', [proposer]),
    contact('PARTICIPANTS_REQUIRED', 'BEFORE', []),
    contact('PARTICIPANT_NOT_PROPOSER', 'BEFORE', [outsider, UNIT_SIDE]),
    contact('CONTACT_PHASE_MISMATCH', 'AFTER', [proposer, UNIT_SIDE]),
    attempt('NOT_CO_UNIT', unit, 'giveCoOpinion', { assignmentId: mine, text: '同意', agreed: true }),
    attempt('CO_MAY_NOT_REPLY', other, 'issueReply', { assignmentId: theirs, ...letter('FORMAL', 'A') }),
  ];
}

async function extending({ cast, old, taken, waiting, extended }: World): Promise<Attempt[]> {
  const [unit] = cast.heads;
  const ask = async (code: string, one: Case, amount = 1, dateUnit = 'MONTH') =>
    attempt(code, unit, 'requestExtension', {
      assignmentId: await one.assignmentOf(unit),
      amount,
      unit: dateUnit,
      reason: '须现场勘查',
    });
  const assignmentId = await taken.assignmentOf(unit);
  return [
    await ask('EXTENSION_AFTER_DUE', old),
    await ask('EXTENSION_AMOUNT_INVALID', taken, 0),
    await ask('EXTENSION_TOO_LONG', taken, 4),
    await ask('EXTENSION_TOO_LONG', taken, 2_147_483_647, 'DAY'),
    await ask('EXTENSION_PENDING', waiting),
    await ask('EXTENSION_LIMIT_REACHED', extended),
    attempt('EXTENSION_NOT_REQUESTED', cast.government, 'decideExtension', {
      assignmentId,
      decision: 'APPROVE',
    }),
  ];
}

const letter = (kind: string, claimedClass: string | null = null): Input => ({
  ...{ kind, claimedClass, documentNumber: '〔2025〕9 号', body: '现答复如下。' },
  signatory: { name: '王立', role: 'UNIT_HEAD' },
});

async function answering({ cast, pair, taken, extended, replied, again }: World): Promise<Attempt[]> {
  const [unit] = cast.heads;
  const reply = async (code: string, one: Case, input: Input) =>
    attempt(code, unit, 'issueReply', { assignmentId: await one.assignmentOf(unit), ...input });
  const confirm = async (code: string, one: Case, local: string) =>
    attempt(code, cast.office, 'confirmClass', { assignmentId: await one.assignmentOf(unit), class: local });
  return [
    await reply('NOT_ACKNOWLEDGED', pair, letter('FORMAL', 'A')),
    await reply('CONTACT_MISSING', taken, letter('FORMAL', 'A')),
    await reply('CLASS_REQUIRED', extended, letter('FORMAL')),
    await reply('CLASS_NOT_ALLOWED', taken, letter('INTERIM', 'A')),
    await reply('FORMAL_REPLY_MISSING', taken, letter('FOLLOW_UP')),
    await reply('FORMAL_REPLY_EXISTS', replied, letter('FORMAL', 'A')),
    await reply('CLASS_UNKNOWN', replied, letter('FOLLOW_UP', 'Z')),
    await confirm('CLASS_UNKNOWN', replied, 'Z'),
    await confirm('ASSIGNMENT_WRONG_PHASE', again, 'A'),
  ];
}

async function closing(world: World): Promise<Attempt[]> {
  const { cast, taken, replied, promised, again, closed, replyTo, interim, partial } = world;
  const [lead, stranger] = cast.deputies;
  const SATISFIED = ['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level: 'SATISFIED' }));
  const rate = (code: string, input: Input, person: World['partial'] = lead) =>
    attempt(code, person, 'giveFeedback', { replyId: replyTo(promised), ratings: SATISFIED, ...input });
  const correct = (code: string, one: Case, person = lead) =>
    attempt(code, person, 'correctFeedback', {
      ...{ replyId: replyTo(one), ratings: SATISFIED, reason: '填写有误' },
    });
  const close = (code: string, one: Case) =>
    attempt(code, cast.office, 'closeProposal', {
      proposalId: one.id,
      ...(one === closed ? on('2025-01-01') : {}),
    });
  return [
    rate('REPLY_NOT_FOUND', { replyId: nobodys(replyTo(promised)) }),
    rate('FEEDBACK_NOT_FORMAL', { replyId: interim }),
    rate('FEEDBACK_ALREADY_GIVEN', { replyId: replyTo(again) }),
    rate('NOT_RESPONDENT', {}, stranger),
    correct('FEEDBACK_NOT_GIVEN', promised),
    rate('RATED_UNIT_MAY_NOT_RATE', { onPaper: true }, partial),
    rate('FEEDBACK_AXIS_MISSING', { ratings: SATISFIED.slice(1) }),
    rate('FEEDBACK_AXIS_UNKNOWN', { ratings: [...SATISFIED, { axis: 'OVERALL', level: 'SATISFIED' }] }),
    rate('LEVEL_UNKNOWN', { ratings: SATISFIED.map((one) => ({ ...one, level: 'DELIGHTED' })) }),
    close('REPLIES_OUTSTANDING', taken),
    close('CLASS_NOT_CONFIRMED', replied),
    close('FEEDBACK_OUTSTANDING', promised),
    close('WRONG_PHASE', closed),
  ];
}
