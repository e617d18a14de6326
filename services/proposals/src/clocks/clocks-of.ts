import { dateInShanghai, daysBetween } from '@duban/kernel';
import type { CaseState } from '../case/state.js';
import type { Process } from '../process/process.js';
import type { Clock, ClockState, SetClock } from './clock.js';
import { type ClockFrame, clockKey, setClocks } from './set-clocks.js';

/** Every clock of a case that runs, was met, was missed or has ended, in the order of their last days. */
export function clocksOf(
  state: CaseState,
  process: Process,
  now: string,
  frame: ClockFrame,
): readonly Clock[] {
  const today = dateInShanghai(now);
  const clocks = setClocks(state, process, frame).map((set): Clock => {
    const status = stateOf(set, today);
    const awaited = set.doneAt === null && status !== 'ENDED';
    const daysLeft = awaited ? daysBetween(today, set.due.date) : null;
    const { step, subject, due, doneAt } = set;
    return { key: clockKey(set), step, subject, due, state: status, doneAt, daysLeft };
  });
  return clocks.sort((a, b) => (a.due.date < b.due.date ? -1 : a.due.date > b.due.date ? 1 : 0));
}

function stateOf({ step, due, doneAt, over }: SetClock, today: string): ClockState {
  if (doneAt !== null) return dateInShanghai(doneAt) > due.date ? 'MISSED' : 'MET';
  if (over) return 'ENDED';
  // Not to have sent it back is nothing that was missed.
  if (today > due.date) return step === 'RETURN' ? 'ENDED' : 'MISSED';
  return due.extensions.length > 0 ? 'EXTENDED' : 'RUNNING';
}
