import type { CalendarDate } from '@duban/kernel';
import type { SubjectKind } from '../sheet/sheet.js';
import type { ScoreFacts } from './score-facts.js';
import type { ScoreQuestion } from './score-question.js';
import type { SheetVersion } from './sheet-version.js';

/** What scoring reads of the transaction's locality. */
export type ScoreReads = {
  /** In force on a day, or the first one; null where none was ever loaded. */
  sheetsOn(day: CalendarDate): Promise<SheetVersion | null>;
  /** The version of this number; null where there is none. */
  sheetsOf(serial: number): Promise<SheetVersion | null>;
  facts(subject: SubjectKind, question: Pick<ScoreQuestion, 'year' | 'asOf'>): Promise<ScoreFacts>;
  /** The same at each of some instants, in their order. */
  factsAt(
    subject: SubjectKind,
    year: number,
    instants: readonly (string | null)[],
  ): Promise<readonly ScoreFacts[]>;
};
