/** Levels of the tree of localities (层级), from the top. A locality's parent is always of a higher level. */
export const LOCALITY_LEVELS = ['NATION', 'PROVINCE', 'CITY', 'COUNTY'] as const;
export type LocalityLevel = (typeof LOCALITY_LEVELS)[number];

/** Kinds of bodies (机构) that review, hand over or supervise. */
export const ORGAN_KINDS = [
  'CONGRESS_PLENARY',
  'PRESIDIUM',
  'SESSION_MOTIONS_GROUP',
  'STANDING_COMMITTEE',
  'CHAIRPERSONS_MEETING',
  'DEPUTY_AFFAIRS_COMMITTEE',
  'SPECIAL_COMMITTEE',
  'CPPCC_PLENARY',
  'CPPCC_STANDING_COMMITTEE',
  'CPPCC_CHAIRPERSONS_MEETING',
  'CPPCC_PROPOSAL_COMMITTEE',
  'CPPCC_SPECIAL_COMMITTEE',
  'PARTY_OFFICE',
  'ORGANISATION_DEPT',
  'GOV_EXECUTIVE_MEETING',
  'GOV_OFFICE',
  'GOV_INSPECTION_OFFICE',
  'THIRD_PARTY',
  'MEDIA',
] as const;
export type OrganKind = (typeof ORGAN_KINDS)[number];

/** The system (系统) a handling unit belongs to; routing rules ask for it. */
export const UNIT_SYSTEMS = [
  'GOVERNMENT',
  'PARTY_AND_MASS',
  'CONGRESS',
  'CPPCC',
  'SUPERVISORY',
  'COURT',
  'PROCURATORATE',
  'MASS_ORG',
  'GARRISON',
  'VERTICAL',
  'SOE',
] as const;
export type UnitSystem = (typeof UNIT_SYSTEMS)[number];

/** The short list (通用分类) that every locality's own categories map to, so that they can be added up. */
export const CANONICAL_CATEGORIES = [
  'ECONOMY',
  'FINANCE',
  'INDUSTRY_TRANSPORT',
  'AGRICULTURE_RURAL',
  'URBAN_CONSTRUCTION',
  'ECOLOGY',
  'EDUCATION_SCIENCE_CULTURE_HEALTH_SPORT',
  'SOCIAL_SECURITY_LIVELIHOOD',
  'POLITICS_LAW_UNITED_FRONT',
  'OTHER',
] as const;
export type CanonicalCategory = (typeof CANONICAL_CATEGORIES)[number];

/** Groups of deputies and members: delegations (代表团), sectors (界别) and others. */
export const GROUP_KINDS = [
  'DELEGATION',
  'DEPUTY_GROUP',
  'CORE_GROUP',
  'SUPERVISION_GROUP',
  'SECTOR',
  'MEMBER_GROUP',
] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];
