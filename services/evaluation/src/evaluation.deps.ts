import type { FigureReads } from './figures.read.js';
import type { FreshnessReads } from './freshness.read.js';

/** What every query of this service gets, inside one read-only transaction. */
export type EvaluationDeps = { readonly figures: FigureReads; readonly freshness: FreshnessReads };
