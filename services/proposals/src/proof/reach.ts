import type { Command, CommandKind } from '../case/commands.js';
import type { Refusal } from '../case/rule.js';
import type { CaseState } from '../case/state.js';
import { ATTEMPTS } from './attempts.js';
import type { Course } from './course.js';
import { isAboutThePerson, type Walk } from './walk.js';

/** Where a case is to come to, and the moves that lead there: the decisive ones first. */
export type Goal = {
  readonly name: GoalName;
  reached(state: CaseState): boolean;
  readonly decisive: readonly CommandKind[];
  /** What may have to be done before. */
  readonly helpful: readonly CommandKind[];
};

export type GoalName =
  | 'DRAFTED'
  | 'SUBMITTED'
  | 'ACCEPTED'
  | 'DOCKETED'
  | 'ALLOCATED'
  | 'HANDED_OVER'
  | 'REPLIED'
  | 'CLOSED'
  | 'STRUCK_OFF';

/** The goal was not reached; `command` is the decisive move, and `refusal` what it was told; null: there was none to make. */
export type Stuck = { readonly goal: Goal; readonly command: Command; readonly refusal: Refusal | null };

const nothing = ({ decisive }: Goal): Command => ({ kind: decisive[0] }) as Command;

const MOST_MOVES = 400;

/**
 * Moves the case towards the goal: whenever a decisive move is possible it is made, else the next
 * helpful one that was not made as often as any guard could ask. Null when the goal is reached.
 */
export function reach(walk: Walk, goal: Goal, course: Course, repeats: number): Stuck | null {
  const made = new Map<string, number>();
  let last: Stuck = { goal, command: nothing(goal), refusal: null };
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    if (goal.reached(walk.state)) return null;
    const decided = decide(walk, goal, course);
    if (decided === null) continue;
    last = decided;
    const helped = help(walk, goal, course, made, repeats);
    if (helped !== true) return helped ?? last;
  }
  return last;
}

/** Null when a decisive move was made. */
function decide(walk: Walk, goal: Goal, course: Course): Stuck | null {
  let stuck: Stuck = { goal, command: nothing(goal), refusal: null };
  for (const kind of goal.decisive) {
    for (const command of ATTEMPTS[kind]?.(walk, course) ?? []) {
      const tried = walk.tries(command);
      if (tried.accepted) return null;
      if (stuck.refusal === null) stuck = { goal, command, refusal: tried.refusal };
    }
  }
  return stuck;
}

/** Attempts of a kind come in the same order for each thing they are about. */
function keyOf(command: Command, at: number): string {
  const said = command as Partial<Record<string, string>>;
  const { assignmentId, replyId, entryId, recordId, mandateId, signer = '' } = said;
  return `${command.kind}/${assignmentId ?? replyId ?? entryId ?? recordId ?? mandateId ?? ''}/${signer}/${at}`;
}

/** True when a move was made; else the move that is nobody's to make, if there is one. */
function help(
  walk: Walk,
  goal: Goal,
  course: Course,
  made: Map<string, number>,
  repeats: number,
): true | Stuck | null {
  let nobody: Stuck | null = null;
  for (const kind of goal.helpful) {
    for (const [at, command] of (ATTEMPTS[kind]?.(walk, course) ?? []).entries()) {
      const key = keyOf(command, at);
      const times = made.get(key) ?? 0;
      if (times >= repeats) continue;
      const tried = walk.tries(command as Command);
      if (!tried.accepted) {
        if (tried.refusal && isAboutThePerson(tried.refusal))
          nobody ??= { goal, command, refusal: tried.refusal };
        continue;
      }
      made.set(key, times + 1);
      return true;
    }
  }
  return nobody;
}
