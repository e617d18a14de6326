import { People1764000000001 } from './0001-people.js';

/** In the order in which they run. */
export const migrations = [People1764000000001];
