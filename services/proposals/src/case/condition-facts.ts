import { dateInShanghai, LONGEST_LIST } from '@duban/kernel';
import type { Circumstances, Facts } from '../process/condition.js';
import type { Process } from '../process/process.js';
import type { Command } from './commands.js';
import type { CaseContext } from './context.js';
import { formalReply } from './facts.js';
import type { Assignment, CaseState, Reply, TrackingEntry } from './state.js';
import type { CanonicalLevel } from './vocabulary.js';

/** What the question is about, beside the case. */
export type About = {
  readonly assignment?: Assignment | null;
  /** An assignment that is about to leave the office. */
  readonly starting?: Pick<Assignment, 'unitId' | 'role' | 'round'>;
  readonly reply?: Reply | null;
  readonly entry?: TrackingEntry | null;
  /** What the command itself says, before it has become part of the case. */
  readonly command?: Command;
  readonly hard?: boolean;
};

type Surroundings = {
  readonly process: Process;
  readonly state: CaseState;
  readonly context: Pick<CaseContext, 'conditions'> & Partial<Pick<CaseContext, 'units'>>;
  readonly at: string;
  readonly viewer?: { readonly role: string };
};

/** Everything conditions may ask about a case now; what is not known is left out. Gathered when one asks. */
export function circumstancesOf(scene: Surroundings, about: About = {}): Circumstances {
  let gathered: Facts | undefined;
  return {
    get facts(): Facts {
      gathered ??= conditionFacts(scene, about);
      return gathered;
    },
    derived: scene.process.derived ?? {},
    conditions: scene.context.conditions,
  };
}

export function conditionFacts(scene: Surroundings, about: About = {}): Facts {
  const { state } = scene;
  const assignment = about.assignment ?? assignmentOf(state, about);
  const reply = about.reply ?? (assignment ? formalReply(state, assignment.assignmentId) : undefined);
  return {
    case: {
      ...caseFacts(state),
      ...said(about.command),
      ...(about.hard === undefined ? {} : { hard: about.hard }),
    },
    ...assignmentAndUnit(scene, assignment, about),
    reply:
      about.command?.kind === 'reply.issue' ? saidOfReply(scene.process, about.command) : replyFacts(reply),
    ...(assignment ? { feedback: feedbackFacts(state, assignment) } : {}),
    ...(about.entry ? { entry: entryFacts(about.entry) } : {}),
    actor: { role: scene.viewer?.role },
  };
}

const assignmentOf = (state: CaseState, { reply, entry }: About): Assignment | undefined => {
  const assignmentId = reply?.assignmentId ?? entry?.assignmentId;
  return assignmentId === undefined
    ? undefined
    : state.assignments.find((one) => one.assignmentId === assignmentId);
};

function assignmentAndUnit(
  { state, context, at }: Surroundings,
  assignment: Assignment | undefined,
  { starting }: About,
): Facts {
  const unitId = assignment?.unitId ?? starting?.unitId;
  if (unitId === undefined) return {};
  const { active: _, ...unit } = context.units?.get(unitId) ?? { active: false };
  if (assignment) return { assignment: assignmentFacts(state, assignment, at), unit };
  const { role, round } = starting ?? {};
  return {
    assignment: { role, round, returns: 0, extensions: 0, contacts: 0, overdue: false, filed: false },
    unit,
  };
}

const GONE: readonly string[] = ['REASSIGNED', 'ENDED'];

const short = <Item>(list: readonly Item[]): readonly Item[] | undefined =>
  list.length > LONGEST_LIST ? undefined : list;

function caseFacts(state: CaseState) {
  if (state.phase === 'NONE') return {};
  const { docketing, keyDesignations, content } = state;
  const current = state.assignments.filter((one) => !GONE.includes(one.phase));
  const { kind, period, hard, proposerType, collective, source } = state;
  return {
    ...{ kind, period, hard, proposerType, collective, source },
    key: keyDesignations.length > 0,
    highAttention: state.attention !== null,
    tier: keyDesignations.at(-1)?.canonicalTier,
    tiers: short(keyDesignations.map((one) => one.canonicalTier)),
    cosigners: state.cosignatures.filter((one) => one.status === 'CONFIRMED').length,
    category: docketing?.category ?? content.category,
    canonicalCategory: docketing?.canonicalCategory,
    disclosure: state.disclosureConsent,
    year: docketing?.year,
    term: docketing?.term,
    session: docketing?.session,
    merged: state.absorbed.length,
    repeatedYears: state.form.repeatedYears,
    units: current.length,
    coUnits: current.filter((one) => one.role === 'CO').length,
    round: Math.max(0, ...current.map((one) => one.round)),
  };
}

/** Facts of the case that the command brings with it. */
function said(command: Command | undefined) {
  if (command?.kind === 'proposal.draft') {
    const { proposalKind: kind, period, proposerType, category, collective } = command;
    return { ...{ kind, period, proposerType, category, collective }, hard: false, key: false, cosigners: 0 };
  }
  if (command?.kind === 'proposal.hand_over') return { hard: command.hard ?? false };
  if (command?.kind === 'proposal.docket') {
    const { year, term, session, category } = command;
    return { year, term, session, ...(category ? { category } : {}) };
  }
  return {};
}

/** What a command of a kind brings with it: until it is given, these facts are open. */
export const OPEN_UNTIL_SAID: Readonly<Partial<Record<Command['kind'], readonly string[]>>> = {
  'proposal.draft': ['case.'],
  'proposal.hand_over': ['case.hard'],
  'proposal.docket': ['case.year', 'case.term', 'case.session', 'case.category'],
  'reply.issue': ['reply.'],
};

function assignmentFacts(state: CaseState, assignment: Assignment, at: string) {
  const { role, round, origin, due, repliedAt } = assignment;
  return {
    ...{ role, round, origin },
    returns: assignment.returns.length,
    extensions: assignment.extensions.filter((one) => one.decision === 'APPROVED').length,
    contacts: state.contacts.filter((one) => one.assignmentId === assignment.assignmentId).length,
    overdue: due ? dateInShanghai(repliedAt ?? at) > due.date : undefined,
    filed: assignment.filing !== null,
  };
}

const replyFacts = (reply: Reply | undefined) =>
  reply
    ? {
        kind: reply.kind,
        class: reply.confirmedClass ?? reply.claimedClass,
        outcomes: reply.outcomes,
        confirmed: reply.confirmedClass !== null,
        onTime: reply.onTime,
        faceToFace: reply.faceToFace,
        byHead: reply.byHead,
      }
    : {};

const saidOfReply = (process: Process, command: Extract<Command, { kind: 'reply.issue' }>) => ({
  kind: command.replyKind,
  class: command.claimedClass,
  outcomes: command.claimedClass ? process.outcomes.classes[command.claimedClass]?.outcomes : undefined,
  confirmed: false,
});

const WORSE: readonly CanonicalLevel[] = ['DISSATISFIED', 'BASICALLY_SATISFIED', 'SATISFIED'];

function feedbackFacts(state: CaseState, { assignmentId }: Assignment) {
  const given = state.feedback.filter((one) => one.assignmentId === assignmentId);
  const worst = WORSE.find((level) => given.some((one) => one.canonicalLevel === level));
  return { worst, count: given.length };
}

const entryFacts = ({ phase, yearsCarried, outcomes, evidence }: TrackingEntry) => ({
  ...{ phase, yearsCarried, outcomes },
  evidence: evidence.length,
});
