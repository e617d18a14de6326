import type { CalendarDate, WorkingCalendar } from '@duban/kernel';
import type { Watch } from '../process/warnings.js';
import type { Subject } from './clock.js';
import type { LocalityScope } from './locality-facts.js';
import type { Alarm } from './warning.js';

/** All that a rule about a locality as a whole may look at. */
export type LocalityWatched = {
  readonly scope: LocalityScope;
  readonly today: CalendarDate;
  readonly calendar: WorkingCalendar;
  /** Since when a warning of this rule on this subject is open; null: it is not. */
  since(subjectId: string): CalendarDate | null;
};

export type LocalityWatch = (watched: LocalityWatched, watch: Watch) => readonly Alarm[];

/** Something about the locality as a whole, named by a code. */
export const localitySubject = (id: string): Subject => ({
  kind: 'LOCALITY',
  id,
  assignmentId: null,
  unitId: null,
});
