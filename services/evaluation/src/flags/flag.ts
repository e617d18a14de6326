import type { Label } from '../sheet/words.js';

/** What quality flags (四不放过 and the like) mean everywhere; a locality's own codes map to these. */
export const FLAG_MEANINGS = [
  'SOLVABLE_NOT_SOLVED',
  'HOT_ISSUE_NEGLECTED',
  'GOOD_PROPOSAL_NOT_ADOPTED',
  'PERFUNCTORY_REPLY',
  'LOW_QUALITY',
  'PRAISED',
  'CRITICISED',
  'DISHONEST',
  'OTHER',
] as const;
export type FlagMeaning = (typeof FLAG_MEANINGS)[number];

/** A word of the locality's vocabulary of flags. */
export type FlagWord = { readonly label: Label; readonly meaning: FlagMeaning };
export type FlagWords = Readonly<Record<string, FlagWord>>;
