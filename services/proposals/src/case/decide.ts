import { accept, mayTry, type Outcome, refuse, type Viewer } from '@duban/kernel';
import type { Process } from '../process/process.js';
import { PROPOSAL_ACCESS, type ProposalAction } from '../proposal.access.js';
import { supervisionOf } from '../supervision/routing.js';
import { before, momentOf, momentText } from './clock.js';
import type { Command, CommandKind } from './commands.js';
import type { CaseContext } from './context.js';
import type { NewCaseEvent } from './events.js';
import type { GuardedTarget } from './guard.js';
import { checkGuards } from './guard-rules.js';
import { ASSIGNMENT_PHASE_WORDS, CASE_PHASE_WORDS, ENTRY_PHASE_WORDS, worded } from './labels.js';
import { withLateLimits } from './late-limits.js';
import type { RefusalCode } from './refusals.js';
import type { Decision, Refusal, Rule, Scene, TargetKind, Targets } from './rule.js';
import { RULES } from './rules.js';
import type { Assignment, CaseState, Reply, TrackingEntry } from './state.js';
import { ASSIGNMENT_TRANSITIONS, CASE_TRANSITIONS, ENTRY_TRANSITIONS } from './transitions.js';

type AnyTarget = Targets[TargetKind];
/** A rule whose target was already found to be of its kind. */
export type AnyRule = Omit<Rule<CommandKind, TargetKind>, 'may' | 'since' | 'decide'> & {
  may(scene: Scene, target: AnyTarget, variant?: string): Refusal | null;
  since(scene: Scene, target: AnyTarget, command: Command): string | null;
  decide(scene: Scene, target: AnyTarget, command: Command): Outcome<NewCaseEvent[], RefusalCode>;
};

export const ruleOf = (kind: CommandKind): AnyRule => RULES[kind] as unknown as AnyRule;

/**
 * What follows from a command: events, or why not. Pure: `now` (ISO instant) and every outside fact
 * come in. The case's own process is the one it was handed over under; the caller picks it.
 */
export function decide(
  state: CaseState,
  command: Command,
  process: Process,
  viewer: Viewer,
  now: string,
  context: CaseContext,
): Outcome<NewCaseEvent[], RefusalCode> {
  const rule = ruleOf(command.kind);
  const at = momentOf(command.occurredAt, now);
  const scene = sceneOf(state, process, viewer, now, context, typeof at === 'string' ? at : now);
  const target = targetOf(rule, scene.state, command);
  // The second half of something else: the right to it was asked with the first.
  const refusal = rule.internal ? null : mayActAtAll(scene, rule.action);
  if (refusal || target === undefined) return refusal ?? missing(rule, state);
  const illegal = checkPhases(scene, command.kind, target);
  if (illegal) return illegal;
  if (typeof at !== 'string') return at;
  const since = rule.since(scene, target, command);
  if (since !== null && before(at, since))
    return refuse('CLOCK_BEFORE_PREVIOUS_STEP', { previous: momentText(since) });
  return rule.may(scene, target, variantOf(command)) ?? decideGuarded(scene, rule, target, command);
}

/** The process's guards stand before every command; what those in mode WARN found goes with its first event. */
function decideGuarded(scene: Scene, rule: AnyRule, target: AnyTarget, command: Command): Decision {
  const guarded = { ...guardedTarget(rule.on, target), command };
  const { refusal, warnings } = checkGuards(scene, command.kind, guarded, variantOf(command));
  const decision = refusal ?? rule.decide(scene, target, command);
  if (!decision.accepted) return decision;
  const [first, ...others] = [...decision.value, ...supervisionOf(scene, decision.value)];
  if (!first) return decision;
  return accept([warnings.length > 0 ? withWarnings(first, warnings) : first, ...others]);
}

const withWarnings = (event: NewCaseEvent, warnings: readonly string[]): NewCaseEvent =>
  ({ ...event, payload: { ...event.payload, warnings } }) as NewCaseEvent;

const guardedTarget = (on: TargetKind, target: AnyTarget): GuardedTarget => ({
  assignment: on === 'ASSIGNMENT' ? (target as Assignment) : null,
  reply: on === 'REPLY' ? (target as Reply) : null,
  entry: on === 'ENTRY' ? (target as TrackingEntry) : null,
});

export const sceneOf = (
  state: CaseState,
  process: Process,
  viewer: Viewer,
  now: string,
  context: CaseContext,
  at: string,
): Scene => ({
  ...{ state: withLateLimits(state, { process, context }), process, viewer, now, at, context },
  source: process.sources[context.source],
});

/** The right to act: each command's own, unless the source it comes from has one right for all. */
export function mayActAtAll({ source, viewer }: Scene, action: ProposalAction): Refusal | null {
  const entitled = source.right === 'NONE' || mayTry(PROPOSAL_ACCESS, source.right, viewer.role);
  if (!entitled) return refuse('SOURCE_NOT_ALLOWED');
  return !source.eachAction || mayTry(PROPOSAL_ACCESS, action, viewer.role)
    ? null
    : refuse('ROLE_NOT_ALLOWED');
}

/** Everything that does not depend on what the command says: phases first, then the rule. */
export const mayDo = (scene: Scene, kind: CommandKind, target: AnyTarget, variant?: string): Refusal | null =>
  checkPhases(scene, kind, target) ??
  ruleOf(kind).may(scene, target, variant) ??
  checkGuards(scene, kind, guardedTarget(ruleOf(kind).on, target), variant).refusal;

function checkPhases({ state }: Scene, kind: CommandKind, target: AnyTarget): Refusal | null {
  const { on } = ruleOf(kind);
  const phase = checkCasePhase(state, kind);
  if (phase || on === 'CASE' || on === 'REPLY' || on === 'RECORD') return phase;
  return on === 'ASSIGNMENT'
    ? checkAssignmentPhase(target as Assignment, kind)
    : checkEntryPhase(target as TrackingEntry, kind);
}

function checkCasePhase({ phase }: CaseState, kind: CommandKind): Refusal | null {
  if (CASE_TRANSITIONS[kind].includes(phase)) return null;
  if (phase === 'NONE') return refuse('PROPOSAL_NOT_FOUND');
  if (kind === 'proposal.draft') return refuse('PROPOSAL_EXISTS');
  return refuse('WRONG_PHASE', worded('phase', CASE_PHASE_WORDS, phase));
}

function checkAssignmentPhase({ phase }: Assignment, kind: CommandKind): Refusal | null {
  if (ASSIGNMENT_TRANSITIONS[kind]?.includes(phase)) return null;
  return refuse('ASSIGNMENT_WRONG_PHASE', worded('phase', ASSIGNMENT_PHASE_WORDS, phase));
}

function checkEntryPhase({ phase }: TrackingEntry, kind: CommandKind): Refusal | null {
  if (ENTRY_TRANSITIONS[kind]?.includes(phase)) return null;
  return refuse('ENTRY_WRONG_PHASE', worded('phase', ENTRY_PHASE_WORDS, phase));
}

/** What of a command has conditions of its own: the kind of a reply, the kind of a record. */
function variantOf(command: Command): string | undefined {
  if (command.kind === 'reply.issue') return command.replyKind;
  return command.kind === 'record.enter' ? command.record : undefined;
}

const MISSING: Readonly<Record<TargetKind, RefusalCode>> = {
  CASE: 'PROPOSAL_NOT_FOUND',
  ASSIGNMENT: 'ASSIGNMENT_NOT_FOUND',
  REPLY: 'REPLY_NOT_FOUND',
  ENTRY: 'ENTRY_NOT_FOUND',
  RECORD: 'RECORD_NOT_FOUND',
};

const missing = ({ on }: AnyRule, { phase }: CaseState): Refusal =>
  refuse(phase === 'NONE' ? 'PROPOSAL_NOT_FOUND' : MISSING[on]);

/** What the command is about; undefined when the case has no such thing. */
function targetOf({ on }: AnyRule, state: CaseState, command: Command): AnyTarget | undefined {
  const asked = command as {
    assignmentId?: string;
    replyId?: string;
    entryId?: string;
    commitmentId?: string;
    recordId?: string;
  };
  if (on === 'CASE') return null;
  if (on === 'ASSIGNMENT')
    return state.assignments.find((one: Assignment) => one.assignmentId === asked.assignmentId);
  if (on === 'REPLY') {
    const promised = state.commitments.find((one) => one.commitmentId === asked.commitmentId);
    const replyId = asked.replyId ?? promised?.replyId;
    return state.replies.find((one: Reply) => one.replyId === replyId);
  }
  if (on === 'RECORD') return state.records.find((one) => one.recordId === asked.recordId);
  return state.entries.find((one: TrackingEntry) => one.entryId === asked.entryId);
}
