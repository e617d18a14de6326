import type { CalendarDate } from '@duban/kernel';
import type { Evidence, ScoreRow } from '../score/score-input.js';
import type { SubjectKind } from '../sheet/sheet.js';
import type { ScoreQuestion } from './score-question.js';
import type { Positions } from './score-run.js';
import type { SheetVersion } from './sheet-version.js';

/** What a score is made of, and up to which event of each log it reaches. */
export type ScoreFacts = {
  readonly rows: readonly ScoreRow[];
  readonly evidence: readonly Evidence[];
  readonly positions: Positions;
};

/** What scoring reads of the transaction's locality. */
export type ScoreReads = {
  /** In force on a day; null where a locality scores by nothing. */
  sheetsOn(day: CalendarDate): Promise<SheetVersion | null>;
  /** The version of this number; null where there is none. */
  sheetsOf(serial: number): Promise<SheetVersion | null>;
  facts(subject: SubjectKind, question: Pick<ScoreQuestion, 'year' | 'asOf'>): Promise<ScoreFacts>;
};
