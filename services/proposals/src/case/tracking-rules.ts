import { accept, refuse } from '@duban/kernel';
import type { Process } from '../process/process.js';
import { asOneOf, asUnit, authorsOf, checkLine, checkTyped, checkUnit } from './actor-rules.js';
import { isTracked } from './class-rules.js';
import { latest, yearOf } from './clock.js';
import type { CommandOf } from './commands.js';
import { standingReply } from './facts.js';
import { startClocks } from './handover.js';
import { DEADLINE_STEP_WORDS, worded } from './labels.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { TrackingEntry } from './state.js';

const lastStep = (_: Scene, entry: TrackingEntry): string | null =>
  latest(entry.registeredAt, entry.progress.at(-1)?.at, entry.claimedAt, entry.confirmedAt, entry.carriedAt);

/** A proposer confirms only what they asked for themselves. */
function asConfirmer(scene: Scene): Refusal | null {
  const { viewer, state, process } = scene;
  const stranger = viewer.mandateId !== null && !authorsOf(state).includes(viewer.mandateId);
  return stranger && scene.source.actor === 'OWN'
    ? refuse('NOT_APPROVER')
    : asOneOf(scene, process.tracking.confirmers);
}

const progress: Rule<'entry.progress', 'ENTRY'> = {
  action: 'entry:progress',
  on: 'ENTRY',
  may: asUnit,
  since: lastStep,
  decide(scene, { entryId, plan }, { text, milestone = null }): Decision {
    const known = milestone === null || plan?.milestones.some(({ number }) => number === milestone);
    const refusal = firstRefusal(
      () => checkTyped(scene, 'text', text),
      () => (known ? null : refuse('MILESTONE_NOT_OPEN')),
    );
    return refusal ?? accept([happened(scene, 'entry.progressed', { entryId, text, milestone })]);
  },
};

function checkEvidence({ process }: Scene, { evidence }: CommandOf<'entry.claim_done'>): Refusal | null {
  const { minEvidence: min } = process.tracking;
  const max = process.limits.evidence;
  if (evidence.length < min) return refuse('EVIDENCE_REQUIRED', { min });
  if (evidence.length > max) return refuse('TOO_MUCH_EVIDENCE', { max });
  return firstRefusal(
    ...evidence.map((one) => () => checkLine('evidence.title', one.title)),
    ...evidence.map((one) => () => checkLine('evidence.reference', one.reference)),
  );
}

const claimDone: Rule<'entry.claim_done', 'ENTRY'> = {
  action: 'entry:claim-done',
  on: 'ENTRY',
  may: asUnit,
  since: lastStep,
  decide(scene, { entryId }, command): Decision {
    const { text, evidence } = command;
    const refusal = firstRefusal(
      () => checkTyped(scene, 'text', text),
      () => checkEvidence(scene, command),
    );
    return refusal ?? accept([happened(scene, 'entry.claimed_done', { entryId, text, evidence })]);
  },
};

const confirm: Rule<'entry.confirm', 'ENTRY'> = {
  action: 'entry:confirm',
  on: 'ENTRY',
  may: asConfirmer,
  since: lastStep,
  decide(scene, { entryId }, { note = null }): Decision {
    const refusal = checkTyped(scene, 'note', note);
    return refusal ?? accept([happened(scene, 'entry.confirmed', { entryId, note })]);
  },
};

const refuseClaim: Rule<'entry.refuse_claim', 'ENTRY'> = {
  action: 'entry:confirm',
  on: 'ENTRY',
  may: asConfirmer,
  since: lastStep,
  decide(scene, { entryId }, { reason }): Decision {
    const refusal = checkTyped(scene, 'reason', reason);
    return refusal ?? accept([happened(scene, 'entry.claim_refused', { entryId, reason })]);
  },
};

/** The locality's class that means solved and nothing else. */
const solvedClass = ({ outcomes }: Process): string | null =>
  Object.entries(outcomes.classes).find(
    ([, one]) => one.outcomes.length === 1 && one.outcomes[0] === 'SOLVED',
  )?.[0] ?? null;

/** Where the promise stands now: a second handling repeats it in a later reply, whose class is the one that counts. */
function promiseOf({ state }: Scene, { assignmentId, replyId, class: registered }: TrackingEntry) {
  const standing = standingReply(state, assignmentId);
  return {
    assignmentId: standing?.assignmentId ?? assignmentId,
    replyId: standing?.replyId ?? replyId,
    previousClass: standing?.confirmedClass ?? registered,
  };
}

const strikeOff: Rule<'entry.strike_off', 'ENTRY'> = {
  action: 'entry:strike-off',
  on: 'ENTRY',
  may: (_, { phase }) => (phase === 'CONFIRMED' ? null : refuse('ENTRY_NOT_CONFIRMED')),
  since: lastStep,
  decide(scene, entry): Decision {
    const { entryId, unitId, year } = entry;
    const about = { entryId, ...promiseOf(scene, entry), unitId, year };
    const became = { class: solvedClass(scene.process), outcomes: ['SOLVED'] as const };
    return accept([happened(scene, 'entry.struck_off', { ...about, ...became })]);
  },
};

/** Cumulative: what was not finished goes on under the next year, and says how often it did. */
const rollOver: Rule<'entry.roll_over', 'ENTRY'> = {
  action: 'entry:roll-over',
  on: 'ENTRY',
  may: ({ at }, { year }) => (year <= yearOf(at) ? null : refuse('YEAR_NOT_NEXT', { year: yearOf(at) + 1 })),
  since: lastStep,
  decide(scene, { entryId, year, yearsCarried }, { toYear }): Decision {
    if (toYear !== year + 1) return refuse('YEAR_NOT_NEXT', { year: year + 1 });
    const carried = { entryId, fromYear: year, toYear, yearsCarried: yearsCarried + 1 };
    return accept([happened(scene, 'entry.rolled_over', carried)]);
  },
};

function checkRehand(scene: Scene, { originYear, unitId }: TrackingEntry): Refusal | null {
  if (scene.state.phase !== 'CLOSED') return refuse('CASE_STILL_HANDLED');
  if (yearOf(scene.at) <= originYear) return refuse('NOT_A_LATER_YEAR');
  return scene.context.units.has(unitId) ? checkUnit(scene, unitId) : null;
}

const rehand: Rule<'entry.rehand', 'ENTRY'> = {
  action: 'entry:rehand',
  on: 'ENTRY',
  may: checkRehand,
  since: (scene, entry) => latest(lastStep(scene, entry), scene.state.closedAt),
  decide(scene, entry): Decision {
    const { entryId, unitId, assignmentId } = entry;
    const { state, context } = scene;
    const unit = checkUnit(scene, unitId);
    if (unit) return unit;
    const role = state.assignments.find((one) => one.assignmentId === assignmentId)?.role ?? 'SOLE';
    const rounds = state.assignments.filter((one) => one.unitId === unitId).map((one) => one.round);
    const handed = { assignmentId: context.newId(), unitId, role, round: Math.max(0, ...rounds) + 1 };
    const assignment = startClocks(scene, handed, state.hard);
    if (!assignment) return refuse('DEADLINE_RULE_MISSING', worded('step', DEADLINE_STEP_WORDS, 'REPLY'));
    return accept([happened(scene, 'entry.rehanded', { entryId, year: yearOf(scene.at), assignment })]);
  },
};

const downgrade: Rule<'entry.downgrade', 'ENTRY'> = {
  action: 'entry:downgrade',
  on: 'ENTRY',
  may: asConfirmer,
  since: lastStep,
  decide(scene, entry, { class: local, reason }): Decision {
    const known = scene.process.outcomes.classes[local];
    if (!known) return refuse('CLASS_UNKNOWN', { class: local });
    const { outcomes } = known;
    if (isTracked(scene.process, outcomes) || outcomes.includes('SOLVED')) return refuse('NOT_A_DOWNGRADE');
    const refusal = checkTyped(scene, 'reason', reason);
    const about = { entryId: entry.entryId, ...promiseOf(scene, entry) };
    return (
      refusal ?? accept([happened(scene, 'entry.downgraded', { ...about, class: local, outcomes, reason })])
    );
  },
};

export const TRACKING_RULES: RuleTable<
  | 'entry.progress'
  | 'entry.claim_done'
  | 'entry.confirm'
  | 'entry.refuse_claim'
  | 'entry.strike_off'
  | 'entry.roll_over'
  | 'entry.rehand'
  | 'entry.downgrade'
> = {
  'entry.progress': progress,
  'entry.claim_done': claimDone,
  'entry.confirm': confirm,
  'entry.refuse_claim': refuseClaim,
  'entry.strike_off': strikeOff,
  'entry.roll_over': rollOver,
  'entry.rehand': rehand,
  'entry.downgrade': downgrade,
};
