import { isTracked } from '../case/class-rules.js';
import type { Command } from '../case/commands.js';
import type { Assignment } from '../case/state.js';
import type { CanonicalLevel } from '../case/vocabulary.js';
import type { Process } from '../process/process.js';
import { POSITIVE } from '../process/review.js';
import type { Counterexample, Flaw } from './counterexample.js';
import type { Course } from './course.js';
import { CLOSED, INTAKE, REPLIED, STRUCK_OFF } from './goals.js';
import { type Goal, reach } from './reach.js';
import { tellRefused, tellStuck } from './tell.js';
import type { Walk } from './walk.js';
import { UNITS } from './world.js';

/** Follows one course to its goals; the first goal that cannot be reached is the counterexample. */
export function follow(walk: Walk, goals: readonly Goal[], course: Course): Counterexample | null {
  const repeats = repeatsIn(walk.process);
  for (const goal of goals) {
    if (goal.name === 'ALLOCATED' && walk.profile.key) {
      const refused = designate(walk);
      if (refused) return refused;
    }
    const stuck = reach(walk, goal, course, repeats);
    if (stuck) return tellStuck(walk, stuck);
  }
  return null;
}

/** As often as any guard asks for the same thing. */
const repeatsIn = ({ guards }: Process): number =>
  Math.max(1, ...Object.values(guards).map(({ require }) => ('min' in require ? (require.min ?? 1) : 1)));

function designate(walk: Walk): Counterexample | null {
  const tiers = Object.keys(walk.process.keyTiers);
  if (tiers.length === 0) return null;
  const commands = tiers.map((tier): Command => ({ kind: 'proposal.designate_key', tier }));
  const tries = commands.map((command) => walk.tries(command));
  const refused = tries.find((one) => !one.accepted);
  const [command] = commands;
  if (tries.some(({ accepted }) => accepted) || !command || !refused || refused.accepted) return null;
  return tellRefused(walk, command, refused.refusal, 'NO_ONE_ACTS');
}

/** A level of the place by its meaning, the best-matching first. */
export const levelMeaning = ({ feedback }: Process, wanted: readonly CanonicalLevel[]): string | null =>
  Object.entries(feedback.levels).find(([, { canonical }]) => wanted.includes(canonical))?.[0] ?? null;

const A_LONG_TIME = 400;

type Scenario = (handedOver: Walk, course: Course) => Counterexample | null;

const assignmentOf = ({ state }: Walk): Assignment | undefined =>
  state.assignments.find(({ phase, role }) => phase === 'HANDED_OVER' && role !== 'CO');

/** Both answers to a request must be possible, and the case go on after each. */
function answered(
  walk: Walk,
  course: Course,
  request: Command,
  answers: readonly Command[],
): Counterexample | null {
  if (!walk.tries(request).accepted) return null;
  for (const answer of answers) {
    const branch = walk.fork();
    const tried = branch.tries(answer);
    if (!tried.accepted) return tellRefused(branch, answer, tried.refusal, 'DEAD_END');
    const stuck = follow(branch, [REPLIED, CLOSED], course);
    if (stuck) return stuck;
  }
  return null;
}

const returned: Scenario = (walk, course) => {
  const assignmentId = assignmentOf(walk)?.assignmentId;
  if (assignmentId === undefined) return null;
  const reason = '不属职责范围';
  const decide = { kind: 'return.decide', assignmentId, reason } as const;
  return answered(
    walk,
    course,
    { kind: 'return.request', assignmentId, reason, proposedUnitId: UNITS[3] ?? null },
    [
      { ...decide, decision: 'APPROVE' },
      { ...decide, decision: 'REFUSE' },
    ],
  );
};

const extended: Scenario = (walk, course) => {
  const assignmentId = assignmentOf(walk)?.assignmentId;
  if (assignmentId === undefined) return null;
  const decide = { kind: 'extension.decide', assignmentId, reason: '情况复杂' } as const;
  const request = {
    kind: 'extension.request',
    assignmentId,
    amount: 1,
    unit: 'DAY',
    reason: '情况复杂',
  } as const;
  return answered(walk, course, request, [
    { ...decide, decision: 'APPROVE' },
    { ...decide, decision: 'REFUSE' },
  ]);
};

/** Dissatisfied in every round: the rounds end, and the case is closed. */
const dissatisfied: Scenario = (walk, course) => {
  const { levels } = walk.process.rehandling;
  const level = levelMeaning(walk.process, levels.length > 0 ? levels : ['DISSATISFIED']);
  return level === null ? null : follow(walk, [REPLIED, CLOSED], { ...course, levels: [level] });
};

/** The units let every clock run out: what is late can still be done, as far as the process takes it. */
const late: Scenario = (walk, course) => {
  walk.wait(A_LONG_TIME, { zh: '各单位过了所有时限', en: 'every unit lets its time run out' });
  return follow(walk, [REPLIED, CLOSED], course);
};

/** Nobody ever rates: after the time for it the case is closed all the same. */
const unrated: Scenario = (walk, course) => {
  const silent = { ...course, levels: [] };
  const stuck = follow(walk, [REPLIED], silent);
  if (stuck) return stuck;
  walk.wait(A_LONG_TIME, { zh: '一直没有人评价', en: 'nobody ever rates it' });
  return follow(walk, [CLOSED], silent);
};

/** What is promised goes on the register, and can be struck off once it is done. */
const tracked: Scenario = (walk, course) => {
  const local = Object.entries(walk.process.outcomes.classes).find(([, { outcomes }]) =>
    isTracked(walk.process, outcomes),
  );
  return local ? follow(walk, [REPLIED, CLOSED, STRUCK_OFF], { ...course, class: local[0] }) : null;
};

export const HANDLING_SCENARIOS: readonly Scenario[] = [
  returned,
  extended,
  late,
  dissatisfied,
  unrated,
  tracked,
];

/** Verdicts after which the proposer writes again. */
const WRITTEN_AGAIN: readonly string[] = ['REQUEST_REVISION', 'REVISE', 'REWRITE', 'RETURN'];
/** Decided on other cases; a proof has only this one. */
const NEEDS_ANOTHER: readonly string[] = ['MERGE'];

/** Each verdict of each stage can be given, and what is sent back can come again. */
export function verdicts(submitted: Walk, course: Course): Counterexample[] {
  const { stages, reasons } = submitted.process.review;
  const found: Counterexample[] = [];
  for (const [stage, { verdicts: available, before }] of Object.entries(stages)) {
    const walk = submitted.fork();
    if (before === 'SUBMIT' || !advance(walk, stage)) continue;
    for (const verdict of available) {
      if (POSITIVE.includes(verdict) || NEEDS_ANOTHER.includes(verdict)) continue;
      const branch = walk.fork();
      const reasonCode = Object.keys(reasons)[0] ?? null;
      const why = { reasonCode, reviewerName: '甲', convertedTo: '来信' };
      const review: Command = { kind: 'review.decide', stage, verdict, ...why };
      const tried = branch.tries(review);
      const flaw: Flaw = 'DEAD_END';
      if (!tried.accepted) found.push(tellRefused(branch, review, tried.refusal, flaw));
      else if (WRITTEN_AGAIN.includes(verdict)) found.push(...again(branch, course));
    }
  }
  return found;
}

/** Reviews until the stage is open. */
function advance(walk: Walk, stage: string): boolean {
  for (let step = 0; step < 50; step++) {
    if (walk.state.openStages.some((one) => one.stage === stage)) return true;
    const open = walk.state.openStages.map((one) => one.stage);
    const moved = open.some((code) => {
      const verdict = walk.process.review.stages[code]?.verdicts.find((one) => POSITIVE.includes(one));
      const reasonCode = Object.keys(walk.process.review.reasons)[0] ?? null;
      const command = {
        kind: 'review.decide',
        stage: code,
        verdict: verdict ?? 'ACCEPT',
        reasonCode,
      } as const;
      return walk.tries({ ...command, reviewerName: `甲${step}` }).accepted;
    });
    if (!moved) return false;
  }
  return false;
}

function again(walk: Walk, course: Course): Counterexample[] {
  if (!['REVISION_REQUESTED', 'RETURNED'].includes(walk.state.phase)) return [];
  const revise: Command = { kind: 'proposal.revise', body: '改写后的正文' };
  const revised = walk.tries(revise);
  if (!revised.accepted) return [tellRefused(walk, revise, revised.refusal, 'DEAD_END')];
  const stuck = follow(walk, INTAKE.slice(1), course);
  return stuck ? [stuck] : [];
}
