import { defineAccess } from '@duban/kernel';

const PROPOSERS = ['DEPUTY', 'CPPCC_MEMBER', 'LEAD_PROPOSER', 'COSIGNER'] as const;
const OFFICES = ['DEPUTY_AFFAIRS_OFFICER', 'PROPOSAL_COMMITTEE_OFFICER'] as const;
const GOVERNMENT = ['GOV_HANDOVER_OFFICER'] as const;
const UNIT = ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD', 'SECTION_HEAD', 'UNIT_HANDLER'] as const;
const UNIT_LEADERS = ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD'] as const;
const REVIEWERS = [
  'DELEGATION_REVIEWER',
  'MOTIONS_GROUP_REVIEWER',
  'PRE_REVIEWER',
  'DOCKET_REVIEWER',
] as const;
const READERS = [
  ...PROPOSERS,
  ...REVIEWERS,
  ...OFFICES,
  ...GOVERNMENT,
  ...UNIT,
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
  'process:approve': [...OFFICES, 'SUPERVISING_LEADER', 'LEADING_OFFICIAL', 'TENANT_ADMIN'],
  'proposal:draft': [...PROPOSERS, ...OFFICES],
  'proposal:revise': [...PROPOSERS, ...OFFICES],
  'cosigner:invite': [...PROPOSERS, ...OFFICES],
  'cosigner:confirm': [...PROPOSERS, ...OFFICES],
  'cosigner:decline': [...PROPOSERS, ...OFFICES],
  'cosigner:cancel': [...PROPOSERS, ...OFFICES],
  'proposal:pre-submit': [...PROPOSERS, ...OFFICES],
  'proposal:submit': [...PROPOSERS, ...OFFICES],
  'review:decide': [...REVIEWERS, ...OFFICES],
  'proposal:docket': OFFICES,
  'proposal:merge': OFFICES,
  'proposal:withdraw': [...PROPOSERS, ...OFFICES],
  'proposal:designate-key': OFFICES,
  'units:allocate': [...GOVERNMENT, ...OFFICES],
  'proposal:hand-over': [...GOVERNMENT, ...OFFICES],
  'allocation:answer': [...PROPOSERS, ...UNIT, ...OFFICES],
  'responsible:name': UNIT,
  'assignment:sign-read': ['UNIT_HEAD'],
  'plan:set': UNIT,
  'progress:report': UNIT,
  'assignment:file': [...GOVERNMENT, ...OFFICES],
  'assignment:acknowledge': UNIT,
  'return:request': UNIT,
  'return:decide': [...GOVERNMENT, ...OFFICES, 'LEADING_OFFICIAL'],
  'contact:record': UNIT,
  'co-opinion:give': UNIT,
  'extension:request': UNIT,
  'extension:decide': [...GOVERNMENT, ...OFFICES],
  'round:require': [...OFFICES, ...GOVERNMENT, 'SUPERVISING_LEADER', 'COMMITTEE_SUPERVISOR'],
  'reply:draft': UNIT,
  'reply:countersign': UNIT,
  'reply:review': [...OFFICES, ...GOVERNMENT],
  'reply:issue': UNIT_LEADERS,
  'commitment:check': [...OFFICES, ...GOVERNMENT],
  'class:confirm': [...OFFICES, ...GOVERNMENT],
  'feedback:give': [...PROPOSERS, ...OFFICES],
  'proposal:close': OFFICES,
  'entry:progress': UNIT,
  'entry:claim-done': UNIT,
  'entry:confirm': [...OFFICES, ...GOVERNMENT, ...PROPOSERS],
  'entry:strike-off': OFFICES,
  'entry:roll-over': [...OFFICES, 'SYSTEM'],
  'entry:rehand': [...OFFICES, ...GOVERNMENT],
  'entry:downgrade': [...OFFICES, ...GOVERNMENT],
  'paper:enter': OFFICES,
  'ledger:import': [...OFFICES, 'TENANT_ADMIN'],
});

export type ProposalAction = keyof typeof PROPOSAL_ACCESS;
