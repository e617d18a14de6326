import type { ExpressionLanguage } from '@duban/kernel';
import type { FigureReads } from './figures.read.js';
import type { FreshnessReads } from './freshness.read.js';
import type { ScoreReads } from './runs/score.store.js';
import type { SheetTexts } from './sheet/sheet-texts.file.js';

/** What every query of this service gets, inside one read-only transaction. */
export type EvaluationDeps = {
  readonly figures: FigureReads;
  readonly freshness: FreshnessReads;
  readonly scores: ScoreReads;
  readonly language: ExpressionLanguage;
  readonly texts: SheetTexts;
};
