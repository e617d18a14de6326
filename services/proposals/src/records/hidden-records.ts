import type { Viewer } from '@duban/kernel';
import { authorsOf } from '../case/actor-rules.js';
import type { RecordedCaseEvent } from '../case/events.js';
import { fold } from '../case/fold.js';
import { maySeeRecord } from './record-parties.js';

/** A case's events without those of work records that the viewer may not see. */
export function withoutHiddenRecords(
  events: readonly RecordedCaseEvent[],
  viewer: Viewer,
): readonly RecordedCaseEvent[] {
  if (!events.some(({ type }) => type === 'record.entered')) return events;
  const state = fold(events);
  const authors = authorsOf(state);
  const hidden = new Set(
    state.records.filter((one) => !maySeeRecord(one, viewer, authors)).map(({ recordId }) => recordId),
  );
  return events.filter(({ payload }) => !('recordId' in payload && hidden.has(payload.recordId)));
}
