import type { ProcessProblem } from './process-problem.js';

/** One level's process.yaml: base, then province, city, county. `document` is what was read from it. */
export type ProcessLayer = { readonly source: string; readonly document: unknown };

/** Where the problem lies: the layer that last said something there, and the path inside it. */
export type LocatedProblem = ProcessProblem & { readonly source: string };

export type Mapping = { readonly [key: string]: unknown };

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
