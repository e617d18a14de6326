import type { WorkingCalendar } from '@duban/kernel';
import type { CaseState } from '../case/state.js';
import type { Process } from '../process/process.js';
import type { Watch } from '../process/warnings.js';
import type { SetClock } from './clock.js';
import type { Alarm, WarningFacts } from './warning.js';

/** All that a rule about one case may look at. */
export type Watched = {
  readonly state: CaseState;
  readonly process: Process;
  readonly calendar: WorkingCalendar;
  readonly facts: WarningFacts;
  readonly clocks: readonly SetClock[];
};

export type CaseWatch = (watched: Watched, watch: Watch) => readonly Alarm[];
