import type { CalendarDate } from '@duban/kernel';
import type { Evidence, ScoreRow } from '../score/score-input.js';
import type { SubjectKind } from '../sheet/sheet.js';
import type { ScoreQuestion } from './score-question.js';
import type { ScoreRun } from './score-run.js';
import type { SheetVersion } from './sheet-version.js';

/** What scoring reads of the transaction's locality. */
export type ScoreReads = {
  /** In force on a day; null where a locality scores by nothing. */
  sheetsOn(day: CalendarDate): Promise<SheetVersion | null>;
  rows(subject: SubjectKind, question: ScoreQuestion): Promise<readonly ScoreRow[]>;
  evidence(question: ScoreQuestion): Promise<readonly Evidence[]>;
  /** Position of the last event of the proposals service's log that is in the facts. */
  position(): Promise<number>;
  run(runId: string): Promise<ScoreRun | null>;
  /** Published runs of a sheet and year, the latest first. */
  runs(sheet: string, year: number): Promise<readonly ScoreRun[]>;
  /** A run's trees as they were published, by subject. */
  results(runId: string): Promise<ReadonlyMap<string, string>>;
};
