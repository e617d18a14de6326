import type { WorkingCalendar } from '@duban/kernel';
import type { ConditionLanguage } from '../process/condition.js';
import type { Process } from '../process/process.js';
import type { DeclaredCloses } from '../process/sessions.js';
import type { FeltCommands } from './felt-commands.js';

/** The process that is tried, and what it is tried with. */
export type Draft = {
  readonly process: Process;
  readonly calendar: WorkingCalendar;
  readonly conditions: ConditionLanguage;
  readonly categories: ReadonlyMap<string, string>;
  /** When the sessions that were declared closed. */
  readonly closes?: DeclaredCloses;
  /** What it changes of the versions that the cases were decided under; left out: anything. */
  readonly felt?: FeltCommands;
};
