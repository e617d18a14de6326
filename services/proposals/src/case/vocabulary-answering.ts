/** Words of the answer that are the same in every locality. */

/** What a letter may have to say beside its text, class and signature. */
export const LETTER_FIELDS = ['COPIES', 'CONTACT', 'DISCLOSURE', 'FEEDBACK_FORM', 'COMMITMENTS'] as const;
export type LetterField = (typeof LETTER_FIELDS)[number];

/** Whether the public may read a letter (主动公开、依申请公开、不予公开), as the letter itself says. */
export const LETTER_DISCLOSURES = ['PROACTIVE', 'ON_REQUEST', 'NONE'] as const;
export type LetterDisclosure = (typeof LETTER_DISCLOSURES)[number];

/** What a reviewer may find wrong with a draft. */
export const REPLY_FAULTS = ['PERFUNCTORY', 'OFF_THE_POINT', 'INCOMPLETE', 'WRONG_CLASS', 'FORM'] as const;
export type ReplyFault = (typeof REPLY_FAULTS)[number];

/** Why a case is handled again. The first and the last follow from the feedback, the others are found by an office. */
export const ROUND_REASONS = [
  'DISSATISFIED',
  'LOW_QUALITY',
  'POOR_EFFECT',
  'PUBLIC_DISSATISFIED',
  'HIGH_ATTENTION',
  'LOW_SCORE',
] as const;
export type RoundReason = (typeof ROUND_REASONS)[number];

/** How the answer of those who rate stands; LAPSED: the time for it has ended and some have not. */
export const FEEDBACK_STATUSES = ['WAITING', 'PARTLY', 'GIVEN', 'LAPSED'] as const;
export type FeedbackStatus = (typeof FEEDBACK_STATUSES)[number];
