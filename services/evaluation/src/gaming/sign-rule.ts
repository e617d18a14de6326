import type { Label } from '../sheet/words.js';

/** What a sign looks at. */
export const SIGN_KINDS = [
  'RATINGS_BEFORE_DEADLINE',
  'SATISFIED_AT_ONCE',
  'COPIED_REPLIES',
  'CLASS_RAISED',
] as const;
export type SignKind = (typeof SIGN_KINDS)[number];

type Common = { readonly name: Label; readonly atLeast: number };

/**
 * What a locality looks out for (`scoring.yaml`, `signs`). `atLeast`: forms, letters or cases together.
 * RATINGS_BEFORE_DEADLINE: forms of one unit on one day, each within so many hours before its own
 * deadline, and this part of the unit's year in per cent. SATISFIED_AT_ONCE: forms of one unit, all
 * satisfied, within so many minutes. COPIED_REPLIES: letters of one unit on different cases, alike in so
 * many of a hundred places. CLASS_RAISED: cases of one unit whose class was made better with nothing to
 * show for it.
 */
export type SignRule =
  | (Common & {
      readonly kind: 'RATINGS_BEFORE_DEADLINE';
      readonly withinHours: number;
      readonly share: number;
    })
  | (Common & { readonly kind: 'SATISFIED_AT_ONCE'; readonly withinMinutes: number })
  | (Common & { readonly kind: 'COPIED_REPLIES'; readonly likeness: number; readonly minLength: number })
  | (Common & { readonly kind: 'CLASS_RAISED' });
export type SignRules = Readonly<Record<string, SignRule>>;

/** What each kind needs beside its name and number. */
export const SIGN_PARTS: Readonly<Record<SignKind, readonly string[]>> = {
  RATINGS_BEFORE_DEADLINE: ['withinHours', 'share'],
  SATISFIED_AT_ONCE: ['withinMinutes'],
  COPIED_REPLIES: ['likeness', 'minLength'],
  CLASS_RAISED: [],
};
