import { GROUP_KINDS, type GroupKind, ROLES, type Role } from '@duban/kernel';
import { enumOf } from '@duban/kernel/graphql';
import type { AccountStatus } from './account.js';
import type { MandateKind, MandateStatus } from './mandate.js';
import type { Person } from './person.js';
import { ROLE_NAMES } from './role-names.js';

const roleTexts = Object.fromEntries(
  ROLES.map((role) => [role, `${ROLE_NAMES[role].zh}: ${ROLE_NAMES[role].en}`]),
) as Record<Role, string>;

export const RoleEnum = enumOf<Role>('Role', '角色: what a grant lets its account do', roleTexts);

export const MandateKindEnum = enumOf<MandateKind>('MandateKind', '资格种类: of which body', {
  DEPUTY: '人大代表: deputy to the People’s Congress of this level',
  CPPCC_MEMBER: '政协委员: member of the CPPCC committee of this level',
});

export const MandateStatusEnum = enumOf<MandateStatus>('MandateStatus', '资格状态: whether it is in force', {
  ACTIVE: '有效: in force',
  SUSPENDED: '暂停: suspended for a while',
  ENDED: '终止: ended for good',
});

export const AccountStatusEnum = enumOf<AccountStatus>('AccountStatus', '账号状态: whether it can be used', {
  ACTIVE: '启用: can be used unless it is locked',
  DISABLED: '停用: disabled by an administrator',
});

export const GenderEnum = enumOf<NonNullable<Person['gender']>>('Gender', '性别: gender', {
  MALE: '男: male',
  FEMALE: '女: female',
});

const GROUP_TEXTS: Readonly<Record<GroupKind, string>> = {
  DELEGATION: '代表团: delegation of deputies',
  DEPUTY_GROUP: '代表小组: group of deputies',
  CORE_GROUP: '代表中心组: core group of deputies',
  SUPERVISION_GROUP: '监督指导小组: supervision group',
  SECTOR: '界别: sector of the CPPCC',
  MEMBER_GROUP: '委员小组: group of members',
};

export const GroupKindEnum = enumOf<GroupKind>(
  'GroupKind',
  '小组种类: what a group of persons is',
  Object.fromEntries(GROUP_KINDS.map((kind) => [kind, GROUP_TEXTS[kind]])) as Record<GroupKind, string>,
);
