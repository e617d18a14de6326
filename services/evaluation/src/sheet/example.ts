import type { Facts } from '../facts/fact.js';
import type { Assessor } from './assessment.js';
import type { Decimal, ScoredRole } from './words.js';

/** Cases of an example: facts that are not named are as of a case that was handed over and no more. */
export type ExampleCases = {
  /** So many alike; 1 when left out. */
  readonly times?: number;
  readonly role?: ScoredRole;
  readonly facts?: Partial<Facts>;
};

export type ExampleEvidence = {
  readonly source: 'MANUAL' | 'SURVEY' | 'FLAG';
  readonly code: string;
  readonly value: Decimal;
  /** Who gave it, where a sheet asks several. */
  readonly assessor?: Assessor;
  readonly times?: number;
};

/** "Given these cases the score is 87.5": stands beside the sheet and is run whenever it is checked. */
export type Example = {
  readonly name: string;
  readonly cases?: readonly ExampleCases[];
  readonly evidence?: readonly ExampleEvidence[];
  /** The score; null: not assessed. */
  readonly score: Decimal | null;
  /** Points of single indicators, as far as they are of interest. */
  readonly points?: Readonly<Record<string, Decimal>>;
  readonly grade?: string;
  /** Vetoes that stand. */
  readonly vetoes?: readonly string[];
};
