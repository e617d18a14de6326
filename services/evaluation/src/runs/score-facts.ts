import type { Evidence, ScoreRow } from '../score/score-input.js';
import type { Positions } from './score-run.js';

/** What a score is made of, and up to which event of each log it reaches. */
export type ScoreFacts = {
  readonly rows: readonly ScoreRow[];
  readonly evidence: readonly Evidence[];
  readonly positions: Positions;
};
