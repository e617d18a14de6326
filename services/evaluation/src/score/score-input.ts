import type { CalendarDate } from '@duban/kernel';
import type { Assessor } from '../sheet/assessment.js';
import type { Scored } from '../sheet/scoring-facts.js';

/** One subject's part of one case. */
export type ScoreRow = Scored & {
  readonly caseId: string;
  readonly subjectId: string;
  /** Who answers for it in the unit, by the locality's own fields such as `section`. */
  readonly responsible: Readonly<Record<string, string>>;
};

export const EVIDENCE_SOURCES = ['MANUAL', 'SURVEY', 'FLAG'] as const;

/** A grade, a rating or a flag that somebody recorded, as far as a score reads it. */
export type Evidence = {
  readonly recordId: string;
  readonly subjectId: string;
  /** Null: about the subject as a whole. */
  readonly caseId: string | null;
  readonly source: (typeof EVIDENCE_SOURCES)[number];
  readonly code: string;
  /** A decimal as text. */
  readonly value: string;
  /** Who gave it; left out or null: the office that scores. */
  readonly assessor?: Assessor | null;
};

/** Everybody who has a case, or of whom something was recorded. */
export const subjectsIn = ({ rows, evidence }: Pick<ScoreInput, 'rows' | 'evidence'>): string[] => [
  ...new Set([...rows, ...evidence].map(({ subjectId }) => subjectId)),
];

export type ScoreInput = {
  /** Everybody who is scored, also those without any case. */
  readonly subjects: readonly string[];
  readonly rows: readonly ScoreRow[];
  readonly evidence: readonly Evidence[];
  /** The day the score speaks of: what is overdue is measured on it. */
  readonly day: CalendarDate;
};
