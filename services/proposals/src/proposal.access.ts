import { defineAccess, type Role } from '@duban/kernel';

/** Who proposes and signs. */
export const PROPOSER_ROLES: readonly Role[] = ['DEPUTY', 'CPPCC_MEMBER', 'LEAD_PROPOSER', 'COSIGNER'];
const OFFICES = ['DEPUTY_AFFAIRS_OFFICER', 'PROPOSAL_COMMITTEE_OFFICER'] as const;
const GOVERNMENT = ['GOV_HANDOVER_OFFICER'] as const;
/** Staff of a handling unit. */
export const UNIT_ROLES: readonly Role[] = ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD', 'SECTION_HEAD', 'UNIT_HANDLER'];
/** The offices through whose hands a case goes: of the assemblies and of the government. */
export const OFFICE_ROLES: readonly Role[] = [...OFFICES, ...GOVERNMENT];
const UNIT_LEADERS = ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD'] as const;
const REVIEWERS = [
  'DELEGATION_REVIEWER',
  'MOTIONS_GROUP_REVIEWER',
  'PRE_REVIEWER',
  'DOCKET_REVIEWER',
] as const;
const READERS = [
  ...PROPOSER_ROLES,
  ...REVIEWERS,
  ...OFFICES,
  ...GOVERNMENT,
  ...UNIT_ROLES,
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
] as const;

/** Who may try what in this service. What the case itself allows is decided by its rules. */
export const PROPOSAL_ACCESS = defineAccess({
  'proposal:read': READERS,
  'process:read': [...READERS, 'UPPER_TENANT_ANALYST'],
  'process:read-drafts': [...OFFICES, 'SUPERVISING_LEADER', 'LEADING_OFFICIAL', 'TENANT_ADMIN'],
  'process:draft': ['TENANT_ADMIN'],
  'process:move': [...OFFICES, 'TENANT_ADMIN'],
  'process:approve': [...OFFICES, 'SUPERVISING_LEADER', 'LEADING_OFFICIAL', 'TENANT_ADMIN'],
  'warning:count': [
    ...OFFICES,
    ...GOVERNMENT,
    'TENANT_ADMIN',
    'UPPER_TENANT_ANALYST',
    'SUPERVISING_LEADER',
    'LEADING_OFFICIAL',
    'EVALUATOR',
  ],
  'proposal:draft': [...PROPOSER_ROLES, ...OFFICES],
  'proposal:revise': [...PROPOSER_ROLES, ...OFFICES],
  'cosigner:invite': [...PROPOSER_ROLES, ...OFFICES],
  'cosigner:confirm': [...PROPOSER_ROLES, ...OFFICES],
  'cosigner:decline': [...PROPOSER_ROLES, ...OFFICES],
  'cosigner:cancel': [...PROPOSER_ROLES, ...OFFICES],
  'grant:give': [...PROPOSER_ROLES, ...OFFICES, ...GOVERNMENT],
  'grant:use': [...OFFICES, ...GOVERNMENT, ...REVIEWERS],
  'opinion:take': OFFICES,
  'consultation:record': [...PROPOSER_ROLES, ...OFFICES],
  'paper:register': OFFICES,
  'proposal:pre-submit': [...PROPOSER_ROLES, ...OFFICES],
  'proposal:submit': [...PROPOSER_ROLES, ...OFFICES],
  'review:decide': [...REVIEWERS, ...OFFICES],
  'proposal:docket': OFFICES,
  'proposal:merge': OFFICES,
  'proposal:withdraw': [...PROPOSER_ROLES, ...OFFICES],
  'proposal:designate-key': OFFICES,
  'units:allocate': [...GOVERNMENT, ...OFFICES],
  'proposal:hand-over': [...GOVERNMENT, ...OFFICES],
  'allocation:answer': [...PROPOSER_ROLES, ...UNIT_ROLES, ...OFFICES],
  'responsible:name': UNIT_ROLES,
  'assignment:sign-read': ['UNIT_HEAD'],
  'plan:set': UNIT_ROLES,
  'progress:report': UNIT_ROLES,
  'assignment:file': [...GOVERNMENT, ...OFFICES],
  'assignment:acknowledge': UNIT_ROLES,
  'return:request': UNIT_ROLES,
  // The office, where it goes up the government's inspection office, in the end a leader.
  'return:decide': [...GOVERNMENT, ...OFFICES, 'EVALUATOR', 'LEADING_OFFICIAL'],
  'contact:record': UNIT_ROLES,
  'co-opinion:give': UNIT_ROLES,
  'extension:request': UNIT_ROLES,
  'extension:decide': [...GOVERNMENT, ...OFFICES],
  'proposal:mark-attention': OFFICES,
  'unit-year:close': OFFICES,
  'entry:plan': UNIT_ROLES,
  'entry:cross-term': OFFICES,
  'entry:rate': [...PROPOSER_ROLES, ...OFFICES],
  'round:require': [...OFFICES, ...GOVERNMENT, 'SUPERVISING_LEADER', 'COMMITTEE_SUPERVISOR'],
  'reply:draft': UNIT_ROLES,
  'reply:countersign': UNIT_ROLES,
  'reply:review': [...OFFICES, ...GOVERNMENT],
  'reply:issue': UNIT_LEADERS,
  'commitment:check': [...OFFICES, ...GOVERNMENT],
  'class:confirm': [...OFFICES, ...GOVERNMENT],
  'feedback:give': [...PROPOSER_ROLES, ...OFFICES],
  'proposal:close': OFFICES,
  'entry:progress': UNIT_ROLES,
  'entry:claim-done': UNIT_ROLES,
  'entry:confirm': [...OFFICES, ...GOVERNMENT, ...PROPOSER_ROLES],
  'entry:strike-off': OFFICES,
  'entry:roll-over': [...OFFICES, 'SYSTEM'],
  'entry:rehand': [...OFFICES, ...GOVERNMENT],
  'entry:downgrade': [...OFFICES, ...GOVERNMENT],
  'session:declare': [...OFFICES, 'TENANT_ADMIN'],
  'duty:assign': [...OFFICES, ...GOVERNMENT],
  'duty:end': [...OFFICES, ...GOVERNMENT],
  'record:enter': READERS,
  'record:sign': READERS,
  'record:answer': READERS,
  'record:correct': READERS,
  'paper:enter': OFFICES,
  'ledger:import': [...OFFICES, 'TENANT_ADMIN'],
});

export type ProposalAction = keyof typeof PROPOSAL_ACCESS;
