import type { RecordedEvent } from '@duban/kernel';
import { caseOfRatings } from '../case-event.js';
import { type Folding, foldAnew } from '../fold-cases/fold-cases.js';

/**
 * Takes ratings that were entered here into the facts of their cases. Cases are folded from both logs
 * whichever of them moved, so nothing is counted twice; a case that is not in the facts yet is folded
 * with its ratings when it gets there.
 */
export async function foldEntered(folding: Folding, events: readonly RecordedEvent[]): Promise<void> {
  const rated = new Set(events.flatMap(({ stream }) => caseOfRatings(stream) ?? []));
  if (rated.size === 0) return;
  await folding.facts.hold();
  const folded = await folding.facts.foldedTo([...rated]);
  if (folded.size > 0) await foldAnew(folding, [...folded.keys()], folded);
}
