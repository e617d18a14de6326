import { defineAccess, ROLES, type Role } from '@duban/kernel';
import { DRILLING } from './shared-cases/case-sight.js';
import { MAY_ASSESS, ORGANISERS } from './sheet/assessment.js';
import { MAY_DECIDE_AWARDS, MAY_NOMINATE } from './sheet/award.js';

/** Everybody who holds an office or a mandate. The public reads what has been disclosed, and figures are not yet. */
const INSIDERS: readonly Role[] = ROLES.filter((role) => role !== 'PUBLIC');

/** Offices that score and supervise; a unit's own staff see the explanation of their unit beside. */
const SCORERS: readonly Role[] = [
  'EVALUATOR',
  'TENANT_ADMIN',
  'DEPUTY_AFFAIRS_OFFICER',
  'PROPOSAL_COMMITTEE_OFFICER',
  'GOV_HANDOVER_OFFICER',
  'SUPERVISING_LEADER',
];

/** Who may be named as approving the sheets; a locality's own sheets say which of them do. */
const SHEET_APPROVERS: readonly Role[] = [...SCORERS, 'LEADING_OFFICIAL'];

/** Offices that enter grades, ratings and flags about others; never a unit about itself. */
const GRADERS = ORGANISERS;

/** Whoever a sheet may ask for a grade; which of them it asks stands in the sheet. */
const ASSESSING: readonly Role[] = ROLES.filter((role) =>
  Object.values(MAY_ASSESS).some((roles) => roles.includes(role)),
);

/** Who may be entrusted with ratings and surveys; which of them is, for which source, is the locality's choice. Never a unit. */
const ASKERS: readonly Role[] = [
  'DEPUTY_AFFAIRS_OFFICER',
  'PROPOSAL_COMMITTEE_OFFICER',
  'EVALUATOR',
  'THIRD_PARTY_SURVEYOR',
];

/** Offices that stand for their locality’s figures, each for its own kind of cases. */
const CONFIRMERS: readonly Role[] = ['DEPUTY_AFFAIRS_OFFICER', 'PROPOSAL_COMMITTEE_OFFICER'];

/** The congress’s office for deputies and the CPPCC’s committee: they keep what deputies and members do. */
const PROPOSERS_OFFICES: readonly Role[] = ['DEPUTY_AFFAIRS_OFFICER', 'PROPOSAL_COMMITTEE_OFFICER'];

/** Offices that bundle what is raised below into themes: those who stand for figures, and who reads them from above. */
const THEME_KEEPERS: readonly Role[] = [...CONFIRMERS, 'UPPER_TENANT_ANALYST'];

/**
 * Who may try what in this service. That only the own locality and what is below it can be counted
 * is row-level security's affair, not a matter of roles.
 */
export const EVALUATION_ACCESS = defineAccess({
  'figures:count': INSIDERS,
  'unit-figures:count': INSIDERS,
  'cases:drill': DRILLING,
  'readings:show': [...PROPOSERS_OFFICES, 'GOV_HANDOVER_OFFICER', 'TENANT_ADMIN'],
  'facts:show': INSIDERS,
  'score:show': INSIDERS,
  'score:explain': SCORERS,
  'score:publish': ['EVALUATOR'],
  'score:withdraw': ['EVALUATOR'],
  'score:rerun': INSIDERS,
  'sheet:try': SCORERS,
  'signs:count': [...SCORERS, 'UPPER_TENANT_ANALYST'],
  'signs:show': SCORERS,
  'sheet:read': INSIDERS,
  'sheet:read-drafts': SHEET_APPROVERS,
  'sheet:draft': ['TENANT_ADMIN'],
  'sheet:revise': ['TENANT_ADMIN'],
  'sheet:check': ['TENANT_ADMIN'],
  'sheet:withdraw-draft': ['TENANT_ADMIN'],
  'sheet:lock': ['TENANT_ADMIN'],
  'sheet:merge': ['TENANT_ADMIN'],
  'sheet:approve': SHEET_APPROVERS,
  'sheet:reject': SHEET_APPROVERS,
  'sheet:withdraw-approval': SHEET_APPROVERS,
  'evidence:show': SCORERS,
  'evidence:record': GRADERS,
  'evidence:correct': GRADERS,
  'survey:import': [...ASKERS, 'TENANT_ADMIN'],
  'survey:show': [...SCORERS, 'THIRD_PARTY_SURVEYOR'],
  'rating:record': ASKERS,
  'rating:correct': ASKERS,
  'figures:confirm': CONFIRMERS,
  'figures:unlock': CONFIRMERS,
  'assessment:give': ASSESSING,
  'assessment:object': ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD', 'SECTION_HEAD'],
  'assessment-tasks:show': INSIDERS,
  'objection:decide': GRADERS,
  'award:nominate': MAY_NOMINATE,
  'award:decide': MAY_DECIDE_AWARDS,
  'award:publish': MAY_DECIDE_AWARDS,
  'awards:show': INSIDERS,
  'duty-record:show': PROPOSERS_OFFICES,
  'theme:show': DRILLING,
  'theme:open': THEME_KEEPERS,
  'theme:revise': THEME_KEEPERS,
  'theme:add-case': THEME_KEEPERS,
  'theme:remove-case': THEME_KEEPERS,
  'theme:close': THEME_KEEPERS,
});

export type EvaluationAction = keyof typeof EVALUATION_ACCESS;
