import type { CalendarDate } from '@duban/kernel';
import type { DueDate } from '../case/deadline.js';
import type { TrackingEntry } from '../case/state.js';
import type { WorkRecord } from '../records/work-record.js';
import type { SetClock } from './clock.js';

/** A last day that somebody named, and no rule counted. */
export const dateNamed = (date: CalendarDate, rule: string): DueDate => ({
  ...{ date, rule, anchor: 'FIXED_DATE', anchorDate: date },
  ...{ amount: 0, unit: 'DAY', extensions: [] },
});

/** Until when a work record is to be answered; nothing for those that nobody answers. */
export function recordClock(record: WorkRecord, over: boolean): SetClock[] {
  const due = record.answer?.due;
  if (!due) return [];
  const { assignmentId, unitId } = record.subject;
  const subject = { kind: 'RECORD' as const, id: record.recordId, assignmentId, unitId };
  return [{ step: 'RECORD_ANSWER', subject, due, doneAt: record.answered?.at ?? null, over }];
}

/** The steps on the way to keeping a promise; whoever has kept it has taken them all. */
export function milestoneClocks({
  entryId,
  assignmentId,
  unitId,
  plan,
  ...entry
}: TrackingEntry): SetClock[] {
  const kept = entry.confirmedAt ?? entry.struckOffAt;
  return (plan?.milestones ?? []).map(({ number, dueOn, doneAt }) => ({
    step: 'ENTRY_MILESTONE',
    subject: { kind: 'ENTRY', id: `${entryId}#${number}`, assignmentId, unitId },
    due: dateNamed(dueOn, 'entry-plan'),
    doneAt: doneAt ?? kept,
    over: entry.endedAt !== null,
  }));
}
