/** Words that are the same in every locality. A locality maps its own words to these in process.yaml. */

export const PROPOSAL_KINDS = ['NPC_SUGGESTION', 'CPPCC_PROPOSAL'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** In session (会字) or between sessions (平字). */
export const SESSION_PERIODS = ['IN_SESSION', 'INTER_SESSION'] as const;
export type SessionPeriod = (typeof SESSION_PERIODS)[number];

export const PROPOSER_TYPES = [
  'INDIVIDUAL',
  'JOINT',
  'DELEGATION',
  'PARTY',
  'MASS_ORG',
  'SECTOR',
  'GROUP',
  'SPECIAL_COMMITTEE',
] as const;
export type ProposerType = (typeof PROPOSER_TYPES)[number];

/** Phases of the case's intake; from HANDED_OVER on, the assignments and entries tell the rest. NONE: not yet drafted. */
export const CASE_PHASES = [
  'NONE',
  'DRAFT',
  'COSIGNING',
  'PRE_SUBMITTED',
  'PRE_REVIEWED',
  'SUBMITTED',
  'UNDER_REVIEW',
  'REVISION_REQUESTED',
  'RETURNED',
  'ACCEPTED',
  'DOCKETED',
  'ALLOCATED',
  'HANDED_OVER',
  'CLOSED',
  'REJECTED',
  'CONVERTED',
  'MERGED',
  'WITHDRAWN',
] as const;
export type CasePhase = (typeof CASE_PHASES)[number];

/** Phases of one assignment (unit x round). */
export const ASSIGNMENT_PHASES = [
  'PENDING',
  'HANDED_OVER',
  'ACKNOWLEDGED',
  'IN_HANDLING',
  'RETURN_REQUESTED',
  'OPINION_GIVEN',
  'REPLIED',
  'RATED',
  'CLOSED',
  'REASSIGNED',
  'ENDED',
] as const;
export type AssignmentPhase = (typeof ASSIGNMENT_PHASES)[number];

/** Phases of one tracking entry (挂号). ROLLED_OVER, REHANDED and CROSS_TERM are stops on the way, not ends. */
export const ENTRY_PHASES = [
  'REGISTERED',
  'IN_PROGRESS',
  'CLAIMED_DONE',
  'CONFIRMED',
  'STRUCK_OFF',
  'ROLLED_OVER',
  'REHANDED',
  'CROSS_TERM',
  'DOWNGRADED',
  'ENDED',
] as const;
export type EntryPhase = (typeof ENTRY_PHASES)[number];

/** Lead, co, sole, separate (主办、协办、独办、分办). */
export const ASSIGNMENT_ROLES = ['SOLE', 'LEAD', 'CO', 'SEPARATE'] as const;
export type AssignmentRole = (typeof ASSIGNMENT_ROLES)[number];

/** Why an assignment exists: first handover, moved from another unit, second handling, handed over again in a later year. */
export type AssignmentOrigin = 'HANDOVER' | 'RETURN' | 'REHANDLING' | 'REHAND';

export const COSIGNATURE_STATUSES = ['INVITED', 'CONFIRMED', 'DECLINED', 'CANCELLED', 'LAPSED'] as const;
export type CosignatureStatus = (typeof COSIGNATURE_STATUSES)[number];

/** ADOPT, REVISE, RETURN: of a pre-review (预审). REWRITE asks for another text, not for corrections. */
export const REVIEW_VERDICTS = [
  'ACCEPT',
  'ADOPT',
  'REQUEST_REVISION',
  'REVISE',
  'REWRITE',
  'RETURN',
  'REJECT',
  'MERGE',
  'CONVERT',
] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** A unit of the own level, or of a level above, that was consulted about a draft (两级沟通). */
export const CONSULTATION_LEVELS = ['OWN', 'ABOVE'] as const;
export type ConsultationLevel = (typeof CONSULTATION_LEVELS)[number];

export const CONSULTATION_OUTCOMES = [
  'SUPPORTS',
  'ADVISES_CHANGES',
  'ADVISES_AGAINST',
  'NO_OPINION',
] as const;
export type ConsultationOutcome = (typeof CONSULTATION_OUTCOMES)[number];

/** How a matter was worked out (形成方式). */
export const FORMATION_KINDS = ['SPECIAL_RESEARCH', 'FORUM', 'VISIT', 'INSPECTION', 'OTHER'] as const;
export type FormationKind = (typeof FORMATION_KINDS)[number];

/** Where a matter comes from (建议来源); a locality's own origins map to these. */
export const CANONICAL_ORIGINS = [
  'OWN_WORK',
  'RESEARCH',
  'STATION',
  'RESIDENTS',
  'COMMITTEE_MEETING',
  'REVIEW_OF_UNITS',
  'ONLINE_OPINION',
  'PARTY_OR_GROUP',
  'OTHER',
] as const;
export type CanonicalOrigin = (typeof CANONICAL_ORIGINS)[number];

/** What the paper original is compared in with what was submitted on line. */
export const PAPER_FIELDS = ['TITLE', 'BODY', 'LEAD_PROPOSER', 'COSIGNERS'] as const;
export type PaperField = (typeof PAPER_FIELDS)[number];

export const CONTACT_PHASES = ['BEFORE', 'DURING', 'AT_REPLY', 'AFTER'] as const;
export type ContactPhase = (typeof CONTACT_PHASES)[number];

export const CONTACT_CHANNELS = ['PHONE', 'WRITTEN', 'MEETING', 'ONSITE', 'STATION', 'ONLINE'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** Where a contact took place. STATION: a liaison station of the congress or the CPPCC. */
export const CONTACT_PLACES = ['OFFICE', 'STATION', 'ON_SITE', 'PROPOSER', 'REMOTE', 'OTHER'] as const;
export type ContactPlace = (typeof CONTACT_PLACES)[number];

/** What a person was when the contact took place; kept, because positions change. */
export const CONTACT_ROLES = [
  'PROPOSER',
  'UNIT_HEAD',
  'UNIT_DEPUTY_HEAD',
  'SECTION_HEAD',
  'UNIT_HANDLER',
  'CONGRESS_OFFICE',
  'CPPCC_OFFICE',
  'GOVERNMENT_OFFICE',
  'STREET_COMMITTEE',
  'STAKEHOLDER',
  'OTHER',
] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

export const REPLY_KINDS = ['INTERIM', 'FORMAL', 'FOLLOW_UP'] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

/** What a local result class means. A class maps to a set of these. */
export const CANONICAL_OUTCOMES = ['SOLVED', 'IN_PROGRESS', 'PLANNED', 'DEFERRED', 'REFERENCE'] as const;
export type CanonicalOutcome = (typeof CANONICAL_OUTCOMES)[number];

export const CANONICAL_LEVELS = ['SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED'] as const;
export type CanonicalLevel = (typeof CANONICAL_LEVELS)[number];

export const FEEDBACK_AXES = ['ATTITUDE', 'RESULT', 'OVERALL', 'OTHER'] as const;
export type FeedbackAxis = (typeof FEEDBACK_AXES)[number];

export const CANONICAL_REVIEW_REASONS = [
  'MEETS_REQUIREMENTS',
  'NOT_SPECIFIC',
  'SEVERAL_MATTERS',
  'PERSONAL_MATTER',
  'JUDICIAL_MATTER',
  'COMPLAINT_OR_REPORT',
  'FORWARDED_LETTER',
  'PROMOTION_OR_ACADEMIC',
  'BEYOND_JURISDICTION',
  'ALREADY_DECIDED',
  'ALREADY_SOLVED',
  'CONTRARY_TO_LAW_OR_POLICY',
  'UNFUNDABLE',
  'SECRET',
  'PARTY_INTERNAL',
  'REPEATED',
  'OTHER',
] as const;
export type CanonicalReviewReason = (typeof CANONICAL_REVIEW_REASONS)[number];

export const KEY_TIERS = [
  'TOP_LEADER',
  'CONGRESS_LEADER',
  'GOV_LEADER',
  'SPECIAL_COMMITTEE',
  'STANDING_MEMBER',
  'DEPUTY',
  'UNIT_INTERNAL',
] as const;
export type KeyTier = (typeof KEY_TIERS)[number];

export type GuardMode = 'BLOCK' | 'WARN' | 'OFF';

/** How a fact came in: on line by its actor, from paper entered by the office, or from an imported ledger. */
export const SOURCES = ['ONLINE', 'PAPER', 'LEDGER'] as const;
export type Source = (typeof SOURCES)[number];
