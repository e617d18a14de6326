import { before } from '../case/clock.js';
import type { CaseMoved, MovedClass } from '../case/events-moving.js';
import type { CaseState } from '../case/state.js';
import type { CanonicalOutcome } from '../case/vocabulary.js';
import type { Process } from '../process/process.js';

/** Old class to new class, where the meaning does not say. */
export type ClassMapping = ReadonlyMap<string, string>;

export type MovedClasses = {
  readonly moved: readonly MovedClass[];
  /** Codes that mean nothing in the new process. */
  readonly unmapped: readonly string[];
};

/** The new code of every class a case has. */
export const moveClasses = (
  state: CaseState,
  from: Process,
  to: Process,
  chosen: ClassMapping,
): MovedClasses => recoded(state, ({ code }) => newCode(code, from, to, chosen));

/**
 * Going back: what the move changed is again what it was, each for itself, since two classes may have
 * become one; what it left alone stays. What was given since goes by its meaning.
 */
export const restoreClasses = (state: CaseState, last: CaseMoved, from: Process, to: Process): MovedClasses =>
  recoded(state, ({ on, id, code, since }) => {
    const change = last.classes.find((one) => one.on === on && one.id === id && one.to === code);
    if (change) return change.from;
    const stayed = !before(last.at, since) && code in to.outcomes.classes;
    return stayed ? code : newCode(code, from, to, new Map());
  });

/** A class that something of a case has, and since when. */
type Used = Pick<MovedClass, 'on' | 'id'> & { readonly code: string; readonly since: string };

function recoded(state: CaseState, codeOf: (used: Used) => string | null): MovedClasses {
  const all = classesOf(state).map((used) => ({ ...used, next: codeOf(used) }));
  return {
    moved: all.flatMap(({ on, id, code: from, next: to }) =>
      to === null || to === from ? [] : [{ on, id, from, to }],
    ),
    unmapped: [...new Set(all.flatMap(({ code, next }) => (next === null ? [code] : [])))],
  };
}

function classesOf({ replies, entries }: CaseState): Used[] {
  const ofReplies = replies.flatMap(
    ({ replyId: id, claimedClass, confirmedClass, issuedAt, classHistory }): Used[] => {
      const confirmedAt = classHistory.at(-1)?.at ?? issuedAt;
      return [
        ...(claimedClass === null
          ? []
          : [{ on: 'CLAIMED' as const, id, code: claimedClass, since: issuedAt }]),
        ...(confirmedClass === null
          ? []
          : [{ on: 'CONFIRMED' as const, id, code: confirmedClass, since: confirmedAt }]),
      ];
    },
  );
  return [
    ...ofReplies,
    ...entries.map(({ entryId: id, class: code, registeredAt: since }) => ({
      on: 'ENTRY' as const,
      id,
      code,
      since,
    })),
  ];
}

/** What was chosen; else the one class that means the same, or as much and more. Null when there is none. */
function newCode(code: string, from: Process, to: Process, chosen: ClassMapping): string | null {
  const given = chosen.get(code);
  if (given !== undefined) return given in to.outcomes.classes ? given : null;
  const meaning = from.outcomes.classes[code]?.outcomes ?? [];
  const same = codesThat(to, (outcomes) => outcomes.length === meaning.length && covers(outcomes, meaning));
  if (same.includes(code)) return code;
  if (same.length === 1) return same[0] as string;
  const wider = codesThat(to, (outcomes) => meaning.length > 0 && covers(outcomes, meaning));
  return wider.length === 1 ? (wider[0] as string) : null;
}

const codesThat = (to: Process, fits: (outcomes: readonly CanonicalOutcome[]) => boolean): string[] =>
  Object.entries(to.outcomes.classes).flatMap(([code, { outcomes }]) => (fits(outcomes) ? [code] : []));

const covers = (outcomes: readonly CanonicalOutcome[], meaning: readonly CanonicalOutcome[]): boolean =>
  meaning.every((outcome) => outcomes.includes(outcome));
