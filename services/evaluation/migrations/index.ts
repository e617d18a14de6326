import { Facts1790000000001 } from './0001-facts.js';

/** In the order in which they run. */
export const migrations = [Facts1790000000001];
