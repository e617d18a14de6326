/** Forms of work across levels (跨层级协作). */
export const GRANT_KINDS = [
  'CONSULT_ABOVE',
  'REFER_UP',
  'REVIEW_BELOW',
  'VERIFY_BELOW',
  'JOINT_SUPERVISION',
  'HANDLED_BELOW',
  'INSPECTION',
  'JOINT_HANDLING',
] as const;
export type GrantKind = (typeof GRANT_KINDS)[number];

/** Where the other locality stands, seen from the one whose case it is. */
export const GRANT_RELATIONS = ['ABOVE', 'BELOW', 'BESIDE'] as const;
export type GrantRelation = (typeof GRANT_RELATIONS)[number];

/** Facts of the case without its texts, or all of it. */
export const GRANT_SIGHTS = ['METADATA', 'FULL'] as const;
export type GrantSight = (typeof GRANT_SIGHTS)[number];

/** What may be given under a grant; it stays an opinion until the locality whose case it is takes it. */
export const OPINION_KINDS = [
  'ADVICE',
  'REVIEW',
  'VERIFICATION',
  'SUPERVISION',
  'REPLY_TEXT',
  'DECISION',
] as const;
export type OpinionKind = (typeof OPINION_KINDS)[number];

/** An opinion as the other locality gave it. */
export type GivenOpinion = {
  readonly opinionId: string;
  readonly grantId: string;
  /** Number of the locality that gave it. */
  readonly fromId: number;
  readonly kind: OpinionKind;
  readonly verdict: string | null;
  readonly reasonCode: string | null;
  readonly text: string;
  /** For a DECISION that a matter is handled jointly: with which locality. */
  readonly withId: number | null;
  readonly at: string;
};
