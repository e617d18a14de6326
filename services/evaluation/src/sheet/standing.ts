import type { Decimal, Label } from './words.js';

/** A grade (等次), from the best down. */
export type Grade = { readonly code: string; readonly name: Label; readonly atLeast: Decimal };

/** Subjects that are ranked among themselves, by how many cases they have; the highest that is reached. */
export type Group = { readonly code: string; readonly name: Label; readonly atLeast: number };

export const TIE_RULES = ['SHARED', 'DENSE'] as const;

/** SHARED: 1, 1, 3. DENSE: 1, 1, 2. `by`: indicators whose points decide first, in order. */
export type Ties = { readonly rule: (typeof TIE_RULES)[number]; readonly by?: readonly string[] };

/** Something to be reached (目标), such as 100 % of key items solved; shown beside the score. */
export type Target = { readonly name: Label; readonly indicator: string; readonly atLeast: Decimal };
