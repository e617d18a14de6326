import { type RecordedEvent, together } from '@duban/kernel';
import { cellChanges } from '../../cells/cell.js';
import type { CellStore } from '../../cells/cell.store.js';
import { tracesOf } from '../../gaming/traces-of.js';
import { caseOfStream } from '../case-event.js';
import type { CaseHistory, FactStore, StoredAssignmentVersion, StoredVersion } from '../fact.store.js';
import { type CaseVersions, versionsOf } from '../fact-versions.js';
import type { ItemRules } from '../item-rules.js';
import { knownVersionsOf } from '../known-versions.js';
import { changesOf } from '../version-changes.js';

/** A case with all that has happened to it, and what follows from it. */
export type FoldedCase = CaseHistory & CaseVersions;

/**
 * Brings the facts of every case in a batch up to date: reads the case's whole history back from the
 * log, folds it in the order in which things were so, and stores what is different. So an event that
 * comes late or speaks of the past needs nothing special, and folding twice changes nothing.
 *
 * A history is read to its end, which may lie beyond the batch; the position reached is kept, and a
 * later batch passes over events that are in the facts already. A ledger's year, which arrives as one
 * long stretch of events, is so folded once per case, however its events are interleaved. What else is
 * folded from the same histories is done `beside`.
 *
 * What changes in the facts changes the locality's cells in the same transaction.
 */
export async function foldCases(
  facts: FactStore,
  cells: CellStore,
  rules: ItemRules,
  events: readonly RecordedEvent[],
  beside: (histories: readonly FoldedCase[]) => Promise<void> = async () => {},
): Promise<void> {
  const news = lastPositions(events);
  if (news.size === 0) return;
  const folded = await facts.foldedTo([...news.keys()]);
  const stale = [...news]
    .filter(([caseId, position]) => (folded.get(caseId) ?? 0) < position)
    .map(([caseId]) => caseId);
  if (stale.length === 0) return;
  await foldAnew({ facts, cells, rules, beside }, stale, folded);
}

export type Folding = {
  readonly facts: FactStore;
  readonly cells: CellStore;
  readonly rules: ItemRules;
  readonly beside: (histories: readonly FoldedCase[]) => Promise<void>;
};

/** Some cases from their beginning; `folded` says up to where each one was. */
export async function foldAnew(
  { facts, cells, rules, beside }: Folding,
  stale: readonly string[],
  folded: ReadonlyMap<string, number>,
): Promise<void> {
  const [histories, versions, assignmentVersions] = await together([
    facts.histories(stale),
    facts.versions(stale),
    facts.assignmentVersions(stale),
  ]);
  const now = histories.map((history) => {
    const folded = versionsOf(history.events, rules);
    return { ...history, ...knownVersionsOf(history.events, rules, folded) };
  });
  const changed = changesOf<StoredVersion>(
    versions,
    ofEach(now, (each) => each.versions),
    ({ caseId, validFrom }) => `${caseId} ${validFrom}`,
  );
  const assignmentsChanged = changesOf<StoredAssignmentVersion>(
    assignmentVersions,
    ofEach(now, (each) => each.assignments),
    ({ caseId, assignmentId, validFrom }) => `${caseId} ${assignmentId} ${validFrom}`,
  );
  const traces = histories.flatMap(({ caseId, events: history }) =>
    tracesOf(caseId, history, folded.get(caseId)),
  );
  // Written one after the other, without waiting for answers: cells last, since theirs is waited for.
  await together([
    facts.change(changed, assignmentsChanged),
    facts.replaceSuperseded(
      stale,
      ofEach(now, (each) => each.superseded),
      ofEach(now, (each) => each.supersededAssignments),
    ),
    facts.addTraces(traces),
    beside(now),
    facts.noteFolded(histories),
    cells.add(cellChanges(changed)),
  ]);
}

/** What follows from each case, with whose it is. */
const ofEach = <Of, What extends object>(
  cases: readonly (Of & { readonly caseId: string })[],
  what: (each: Of) => readonly What[],
): (What & { readonly caseId: string })[] =>
  cases.flatMap((each) => what(each).map((one) => ({ caseId: each.caseId, ...one })));

function lastPositions(events: readonly RecordedEvent[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { stream, position } of events) {
    const caseId = caseOfStream(stream);
    if (caseId) last.set(caseId, position);
  }
  return last;
}
