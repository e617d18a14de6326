import type { CommandKind } from '../case/commands.js';
import type { DeadlineStep } from '../case/deadline.js';
import type { CaseEventType } from '../case/events.js';
import type { DeadlineRule, Process } from '../process/process.js';
import { alike } from './alike.js';

/** A command, or an event: the commands that led to it. */
export type Felt = CommandKind | CaseEventType;

/** What may be decided otherwise under a draft; ANY where that cannot be told. */
export type FeltCommands = ReadonlySet<Felt> | 'ANY';

/** Where clocks of assignments start. Whether a rating opens another round has nothing to do with clocks. */
const STARTING: readonly Felt[] = ['proposal.hand_over', 'return.decide', 'round.opened', 'entry.rehand'];

/** Which commands ask for the time limits of a step. */
const LIMITED: Readonly<Record<DeadlineStep, readonly Felt[]>> = {
  COSIGN: ['cosigner.invite', 'proposal.revise', 'cosigner.confirm', 'cosigner.decline'],
  REVIEW: ['proposal.pre_submit', 'proposal.submit', 'review.decide'],
  PRECHECK: ['units.allocate', 'allocation.answer'],
  CONTACT: STARTING,
  ACKNOWLEDGE: STARTING,
  RETURN: [...STARTING, 'return.request'],
  CO_OPINION: STARTING,
  REPLY: STARTING,
  REHANDLING: STARTING,
  PLAN: STARTING,
  RETURN_DECISION: ['return.request', 'return.decide'],
  FILING_REVIEW: ['assignment.file'],
  FEEDBACK: ['reply.issue', 'feedback.give'],
  TRACKING: ['class.confirm'],
  // Only warnings count these.
  HANDOVER: [],
  COMMITMENT: [],
  MILESTONE: [],
  UNIT_DEADLINE: [],
  ENTRY_MILESTONE: [],
  RECORD_ANSWER: [],
};

/** Which commands read a part of the process, guards aside. A part that is not named here may be read by any. */
export const READ_BY: Readonly<Partial<Record<keyof Process, readonly CommandKind[]>>> = {
  version: [],
  warnings: [],
  warningLevels: [],
  words: [],
  schedule: [],
  publishing: [],
  review: ['proposal.pre_submit', 'proposal.submit', 'review.decide', 'proposal.docket', 'opinion.take'],
  numbering: ['proposal.docket'],
  acknowledgement: ['assignment.acknowledge'],
  responsibility: ['responsible.name'],
  plans: ['plan.set'],
  filing: ['assignment.file'],
  returns: ['return.request', 'return.decide'],
  extensions: ['extension.request', 'extension.decide'],
  contacts: ['contact.record'],
  replies: ['reply.draft', 'reply.countersign', 'reply.review', 'reply.issue'],
  commitments: ['reply.issue', 'commitment.check'],
  outcomes: ['reply.draft', 'reply.issue', 'class.confirm', 'entry.strike_off', 'entry.downgrade'],
  feedback: ['reply.issue', 'feedback.give', 'feedback.correct', 'entry.rate'],
  rehandling: ['feedback.give', 'feedback.correct', 'round.require'],
  tracking: [
    ...(['class.confirm', 'entry.plan', 'entry.progress', 'entry.claim_done', 'entry.confirm'] as const),
    ...(['entry.refuse_claim', 'entry.strike_off', 'entry.cross_term', 'entry.downgrade'] as const),
  ],
};

/** Parts that guards read as well. */
const READ_BY_GUARDS: readonly string[] = ['feedback', 'rehandling'];

/**
 * What a draft changes of the versions under which cases were decided, as the commands that may feel
 * it: every other is decided by the same rules as it was, so what was decided stands.
 */
export function feltCommands(draft: Process, versions: readonly Process[]): FeltCommands {
  const felt = new Set<Felt>();
  for (const version of versions) {
    const guards = [...Object.values(draft.guards), ...Object.values(version.guards)];
    for (const part of changedKeys(draft, version)) {
      const readers = readersOf(part as keyof Process, draft, version);
      if (readers === undefined) return 'ANY';
      for (const kind of readers) felt.add(kind);
      if (READ_BY_GUARDS.includes(part)) for (const { before } of guards) felt.add(before);
    }
  }
  return felt;
}

function readersOf(part: keyof Process, draft: Process, version: Process): readonly Felt[] | undefined {
  if (part === 'guards') return changedRules(draft.guards, version.guards).map(({ before }) => before);
  if (part === 'deadlines') return stepsChanged(draft, version).flatMap((step) => LIMITED[step]);
  return READ_BY[part];
}

/** Steps whose limits differ, and those that count from a reply's due date when that does. */
function stepsChanged(draft: Process, version: Process): readonly DeadlineStep[] {
  const steps = changedRules(draft.deadlines, version.deadlines).map(({ step }) => step);
  if (!steps.includes('REPLY')) return steps;
  const rules: DeadlineRule[] = [...Object.values(draft.deadlines), ...Object.values(version.deadlines)];
  return [...steps, ...rules.filter(({ anchor }) => anchor === 'REPLY_DUE').map(({ step }) => step)];
}

type Coded<Rule> = Readonly<Record<string, Rule>>;

/** The rules, old and new, of the codes that do not say the same in both. */
const changedRules = <Rule extends object>(one: Coded<Rule>, other: Coded<Rule>): readonly Rule[] =>
  changedKeys(one, other).flatMap((code) => [one[code], other[code]].filter((rule) => rule !== undefined));

function changedKeys(one: object, other: object): readonly string[] {
  const [a, b] = [one, other] as [Coded<unknown>, Coded<unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !alike(a[key], b[key]));
}
