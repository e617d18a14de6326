import { Facts1790000000001 } from './0001-facts.js';
import { Scoring1790000000004 } from './0004-scoring.js';

/** In the order in which they run. */
export const migrations = [Facts1790000000001, Scoring1790000000004];
