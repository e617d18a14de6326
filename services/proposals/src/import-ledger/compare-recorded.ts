import { canonicalJson } from '@duban/kernel';
import type { NewCaseEvent, RecordedCaseEvent } from '../case/events.js';

/**
 * What a replayed case adds to the events it already has: all of them, the end of a ledger that has
 * grown, nothing (also when the case has gone on since), or null when the two tell different stories.
 */
export function compareWithRecorded(
  replayed: readonly NewCaseEvent[],
  recorded: readonly RecordedCaseEvent[],
): readonly NewCaseEvent[] | null {
  const shared = Math.min(replayed.length, recorded.length);
  for (let at = 0; at < shared; at++) {
    const [again, before] = [replayed[at], recorded[at]];
    if (!again || !before || storyOf(again) !== storyOf(before)) return null;
  }
  return replayed.slice(shared);
}

type Told = { readonly type: string; readonly occurredAt: string; readonly payload: unknown };

/** Register numbers and process versions come from the moment of the import, not from the ledger. */
function storyOf({ type, occurredAt, payload }: Told): string {
  const { registerNumber: _number, processVersion: _version, ...told } = payload as Record<string, unknown>;
  return canonicalJson({ type, occurredAt: new Date(occurredAt).toISOString(), told });
}
