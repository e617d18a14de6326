import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';
import { ROLES, type Role } from '../viewer.js';

const TEXTS: Readonly<Record<Role, string>> = {
  DEPUTY: '人大代表: Deputy',
  CPPCC_MEMBER: '政协委员: CPPCC member',
  LEAD_PROPOSER: '领衔代表: Lead proposer',
  COSIGNER: '联名代表: Co-signer',
  DELEGATION_REVIEWER: '代表团审核人员: Delegation reviewer',
  MOTIONS_GROUP_REVIEWER: '议案组审核人员: Motions group reviewer',
  PRE_REVIEWER: '预审人员: Pre-reviewer',
  DOCKET_REVIEWER: '立案审查人员: Docket reviewer',
  DEPUTY_AFFAIRS_OFFICER: '联工委工作人员: Deputy affairs officer',
  PROPOSAL_COMMITTEE_OFFICER: '提案委工作人员: Proposal committee officer',
  GOV_HANDOVER_OFFICER: '政府办交办人员: Government handover officer',
  UNIT_HEAD: '单位主要负责人: Head of unit',
  UNIT_DEPUTY_HEAD: '单位分管负责人: Deputy head of unit',
  SECTION_HEAD: '科室负责人: Head of section',
  UNIT_HANDLER: '承办人员: Handler',
  LEADING_OFFICIAL: '领办领导: Leading official',
  SUPERVISING_LEADER: '督办领导: Supervising leader',
  COMMITTEE_SUPERVISOR: '对口督办人员: Committee supervisor',
  STANDING_COMMITTEE_MEMBER: '常委会组成人员: Standing committee member',
  SUPERVISION_GROUP_MEMBER: '监督指导小组成员: Supervision group member',
  DEPUTY_CORE_GROUP_MEMBER: '代表中心组成员: Deputy core group member',
  STREET_COMMITTEE_OFFICER: '街道人大工委工作人员: Street committee officer',
  THIRD_PARTY_SURVEYOR: '第三方调查人员: Third-party surveyor',
  EVALUATOR: '考核人员: Evaluator',
  TENANT_ADMIN: '本地管理员: Locality administrator',
  UPPER_TENANT_ANALYST: '上级统计人员: Upper-level analyst',
  PUBLIC: '公众: Public',
  SYSTEM: '系统: System',
};

/** The same enum as in the subgraph of people; a locality's own names for the roles are there. */
export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as {
  readonly [Name in Role]: Name;
};

registerEnumType(RoleEnum, {
  name: 'Role',
  description: '角色: what a grant lets its account do',
  valuesConfig: Object.fromEntries(ROLES.map((role) => [role, { description: TEXTS[role] }])),
});
