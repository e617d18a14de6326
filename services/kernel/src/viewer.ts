/** Roles (角色), in the order of the domain's table of persons and permissions. A grant carries exactly one. */
export const ROLES = [
  'DEPUTY',
  'CPPCC_MEMBER',
  'LEAD_PROPOSER',
  'COSIGNER',
  'DELEGATION_REVIEWER',
  'MOTIONS_GROUP_REVIEWER',
  'PRE_REVIEWER',
  'DOCKET_REVIEWER',
  'DEPUTY_AFFAIRS_OFFICER',
  'PROPOSAL_COMMITTEE_OFFICER',
  'GOV_HANDOVER_OFFICER',
  'UNIT_HEAD',
  'UNIT_DEPUTY_HEAD',
  'SECTION_HEAD',
  'UNIT_HANDLER',
  'LEADING_OFFICIAL',
  'SUPERVISING_LEADER',
  'COMMITTEE_SUPERVISOR',
  'STANDING_COMMITTEE_MEMBER',
  'SUPERVISION_GROUP_MEMBER',
  'DEPUTY_CORE_GROUP_MEMBER',
  'STREET_COMMITTEE_OFFICER',
  'THIRD_PARTY_SURVEYOR',
  'EVALUATOR',
  'TENANT_ADMIN',
  'UPPER_TENANT_ANALYST',
  'PUBLIC',
  'SYSTEM',
] as const;

export type Role = (typeof ROLES)[number];

/**
 * Who is asking, as the gateway verified it: one grant of one account in one locality.
 * Ids are bare UUIDs here; they become public ids only at the GraphQL edge.
 */
export type Viewer = {
  readonly accountId: string;
  readonly grantId: string;
  readonly login: string;
  /** The locality the grant is in, by its registration number. The only source of the tenant. */
  readonly tenant: number;
  readonly role: Role;
  readonly personId: string | null;
  /** The deputy's or member's mandate (代表/委员资格), for proposers. */
  readonly mandateId: string | null;
  /** The handling unit (承办单位) and section (科室) the grant is for, for unit staff. */
  readonly unitId: string | null;
  readonly sectionId: string | null;
};
