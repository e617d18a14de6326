import { accept, addUnits, refuse } from '@duban/kernel';
import type { Process } from '../process/process.js';
import { asOneOf, asUnit, authorsOf, checkLine, checkTyped } from './actor-rules.js';
import type { DueDate } from './deadline.js';
import { dueFromReceipt, extendDue, isPast } from './deadline-rules.js';
import { DATE_UNIT_WORDS, worded } from './labels.js';
import {
  type Decision,
  firstRefusal,
  happened,
  isHistory,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { Assignment, Extension, ReceiptOpinion } from './state.js';

const fromReceipt = <Name extends string>(name: Name, due: DueDate | null) =>
  (due ? { [name]: due } : {}) as { readonly [Key in Name]?: DueDate };

/** 回执: some localities want to hear what the unit thinks of it; a problem is told. */
function checkReceipt(scene: Scene, note: string | null, opinion: ReceiptOpinion | null): Refusal | null {
  const asked = scene.process.acknowledgement?.opinion === 'REQUIRED' && !isHistory(scene);
  return firstRefusal(
    () => (asked && opinion === null ? refuse('RECEIPT_OPINION_REQUIRED') : null),
    () => (opinion === 'HAS_PROBLEM' && note === null ? refuse('REASON_REQUIRED') : null),
    () => checkTyped(scene, 'note', note),
  );
}

const acknowledge: Rule<'assignment.acknowledge', 'ASSIGNMENT'> = {
  action: 'assignment:acknowledge',
  on: 'ASSIGNMENT',
  may: asUnit,
  since: (_, { handedOverAt }) => handedOverAt,
  decide(scene, { assignmentId, due, returnBy }, { note = null, opinion = null }): Decision {
    const refusal = checkReceipt(scene, note, opinion);
    const restarted = {
      ...fromReceipt('due', dueFromReceipt(due, scene.at, scene.context)),
      ...fromReceipt('returnBy', dueFromReceipt(returnBy, scene.at, scene.context)),
    };
    const received = { assignmentId, note, opinion, ...restarted };
    return refusal ?? accept([happened(scene, 'assignment.acknowledged', received)]);
  },
};

const giveOpinion: Rule<'co_opinion.give', 'ASSIGNMENT'> = {
  action: 'co-opinion:give',
  on: 'ASSIGNMENT',
  may: (scene, assignment) =>
    firstRefusal(
      () => asUnit(scene, assignment),
      () => (assignment.role === 'CO' ? null : refuse('NOT_CO_UNIT')),
    ),
  since: (_, { handedOverAt }) => handedOverAt,
  decide(scene, { assignmentId }, { text, documentNumber = null, agreed }): Decision {
    const refusal = firstRefusal(
      () => checkTyped(scene, 'text', text, 'body'),
      () => checkLine('documentNumber', documentNumber),
    );
    const opinion = { assignmentId, text, documentNumber, agreed };
    return refusal ?? accept([happened(scene, 'co_opinion.given', opinion)]);
  },
};

const pendingExtension = ({ extensions }: Assignment): Extension | undefined =>
  extensions.find((one) => one.decision === null);

function checkExtendable({ process, source, at }: Scene, assignment: Assignment): Refusal | null {
  const { max, afterDue } = process.extensions;
  if (pendingExtension(assignment)) return refuse('EXTENSION_PENDING');
  if (assignment.extensions.filter((one) => one.decision === 'APPROVED').length >= max)
    return refuse('EXTENSION_LIMIT_REACHED', { max });
  const late = assignment.due !== null && isPast(assignment.due, at);
  if (late && afterDue === 'REFUSE' && source.windows === 'AS_SET')
    return refuse('EXTENSION_AFTER_DUE', { due: assignment.due?.date ?? '' });
  return null;
}

const tooLong = ({ amount, unit }: Pick<Extension, 'amount' | 'unit'>): Refusal =>
  refuse('EXTENSION_TOO_LONG', { amount, ...worded('unit', DATE_UNIT_WORDS, unit) });

/** What a unit with this many items gets on top: the rule for the most items that it has. */
const byLoad = ({ extensions }: Process, load: number) =>
  Object.values(extensions.byLoad ?? {})
    .filter(({ atLeast }) => load >= atLeast)
    .sort((one, other) => other.atLeast - one.atLeast)[0];

/** Compared by the day that results, so that 20 working days can be held against one month. */
function checkLength(
  { process, context }: Scene,
  { due, unitId }: Assignment,
  asked: Pick<Extension, 'amount' | 'unit'>,
): Refusal | null {
  if (!Number.isInteger(asked.amount) || asked.amount < 1) return refuse('EXTENSION_AMOUNT_INVALID');
  const { limit } = process.extensions;
  const more = byLoad(process, context.units.get(unitId)?.load ?? 0);
  const after = (from: string, by: Pick<Extension, 'amount' | 'unit'>) =>
    addUnits(from, by.amount, by.unit, context.calendar);
  if (!due || asked.amount > 366) return tooLong(limit);
  const latest = after(due.date, limit);
  const last = more ? after(latest, more) : latest;
  return after(due.date, asked) > last ? tooLong(more && limit.amount === 0 ? more : limit) : null;
}

const requestExtension: Rule<'extension.request', 'ASSIGNMENT'> = {
  action: 'extension:request',
  on: 'ASSIGNMENT',
  may: (scene, assignment) =>
    firstRefusal(
      () => asUnit(scene, assignment),
      () => checkExtendable(scene, assignment),
    ),
  since: (_, { handedOverAt }) => handedOverAt,
  decide(scene, assignment, { amount, unit, reason }): Decision {
    const refusal = firstRefusal(
      () => checkLength(scene, assignment, { amount, unit }),
      () => checkTyped(scene, 'reason', reason),
    );
    const request = { assignmentId: assignment.assignmentId, amount, unit, reason };
    return refusal ?? accept([happened(scene, 'extension.requested', request)]);
  },
};

const decideExtension: Rule<'extension.decide', 'ASSIGNMENT'> = {
  action: 'extension:decide',
  on: 'ASSIGNMENT',
  may: (scene, assignment) =>
    firstRefusal(
      () => asOneOf(scene, scene.process.extensions.approvers),
      () => (pendingExtension(assignment) ? null : refuse('EXTENSION_NOT_REQUESTED')),
    ),
  since: (_, assignment) => pendingExtension(assignment)?.requestedAt ?? null,
  decide(scene, assignment, { decision, reason = null }): Decision {
    const { assignmentId, due } = assignment;
    const asked = pendingExtension(assignment);
    if (!asked || !due) return refuse('EXTENSION_NOT_REQUESTED');
    if (decision === 'REFUSE' && reason === null) return refuse('REASON_REQUIRED');
    const refusal = checkTyped(scene, 'reason', reason);
    if (refusal) return refusal;
    const approved = decision === 'APPROVE';
    const became = approved ? extendDue(due, asked, scene.at, scene.context) : due;
    const decided = { decision: approved ? ('APPROVED' as const) : ('REFUSED' as const), reason };
    const notifiedIds = authorsOf(scene.state);
    const event = { assignmentId, ...decided, due: became, dueAt: became.date, notifiedIds };
    return accept([happened(scene, 'extension.decided', event)]);
  },
};

export const ASSIGNMENT_RULES: RuleTable<
  'assignment.acknowledge' | 'co_opinion.give' | 'extension.request' | 'extension.decide'
> = {
  'assignment.acknowledge': acknowledge,
  'co_opinion.give': giveOpinion,
  'extension.request': requestExtension,
  'extension.decide': decideExtension,
};
