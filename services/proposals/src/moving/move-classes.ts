import type { MovedClass } from '../case/events-moving.js';
import type { CaseState } from '../case/state.js';
import type { CanonicalOutcome } from '../case/vocabulary.js';
import type { Process } from '../process/process.js';

/** Old class to new class, where the meaning does not say. */
export type ClassMapping = ReadonlyMap<string, string>;

/** The new code of every class a case has; `unmapped` names those that mean nothing in the new process. */
export function moveClasses(
  state: CaseState,
  from: Process,
  to: Process,
  chosen: ClassMapping,
): { readonly moved: readonly MovedClass[]; readonly unmapped: readonly string[] } {
  const used = classesOf(state);
  const codes = new Map(
    [...new Set(used.map(({ from: code }) => code))].map((code) => [code, newCode(code, from, to, chosen)]),
  );
  const moved = used.flatMap((one) => {
    const next = codes.get(one.from) ?? one.from;
    return next === one.from ? [] : [{ ...one, to: next }];
  });
  return { moved, unmapped: [...codes].flatMap(([code, next]) => (next === null ? [code] : [])) };
}

type Used = Omit<MovedClass, 'to'>;

function classesOf({ replies, entries }: CaseState): Used[] {
  const ofReplies = replies.flatMap(({ replyId: id, claimedClass, confirmedClass }): Used[] => [
    ...(claimedClass === null ? [] : [{ on: 'CLAIMED' as const, id, from: claimedClass }]),
    ...(confirmedClass === null ? [] : [{ on: 'CONFIRMED' as const, id, from: confirmedClass }]),
  ]);
  return [
    ...ofReplies,
    ...entries.map(({ entryId: id, class: from }) => ({ on: 'ENTRY' as const, id, from })),
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
