import type { Viewer } from '@duban/kernel';
import { authorsOf } from '../case/actor-rules.js';
import type { RecordedCaseEvent } from '../case/events.js';
import { fold } from '../case/fold.js';
import type { CaseState } from '../case/state.js';
import { maySeeRecord } from './record-parties.js';

/** The case's work records that a viewer of the case may not see. */
export function hiddenRecords(state: CaseState, viewer: Viewer): ReadonlySet<string> {
  const authors = authorsOf(state);
  return new Set(
    state.records.filter((one) => !maySeeRecord(one, viewer, authors)).map(({ recordId }) => recordId),
  );
}

/** A case's events without those of work records that the viewer may not see. */
export function withoutHiddenRecords(
  events: readonly RecordedCaseEvent[],
  viewer: Viewer,
): readonly RecordedCaseEvent[] {
  if (!events.some(({ type }) => type === 'record.entered')) return events;
  const hidden = hiddenRecords(fold(events), viewer);
  return events.filter(({ payload }) => !('recordId' in payload && hidden.has(payload.recordId)));
}
