import type { RefusalCatalogue } from '@duban/kernel';

/** Why something about accounts, grants and mandates was not done. */
export const PEOPLE_REFUSALS = {
  ACCOUNT_NOT_FOUND: { zh: '没有这个账号。', en: 'There is no such account.' },
  GRANT_NOT_FOUND: { zh: '没有这项授权。', en: 'There is no such grant.' },
  PERSON_NOT_FOUND: { zh: '没有这个人员。', en: 'There is no such person.' },
  MANDATE_NOT_FOUND: { zh: '没有这个代表或委员资格。', en: 'There is no such mandate.' },
  UNIT_NOT_FOUND: { zh: '没有这个单位。', en: 'There is no such unit.' },
  SECTION_NOT_FOUND: { zh: '没有这个科室。', en: 'There is no such section.' },
  LOGIN_MALFORMED: {
    zh: '登录名只能用小写字母、数字和 . _ -,最多 100 个字符。',
    en: 'A login may have small letters, digits and . _ - only, at most 100 of them.',
  },
  LOGIN_NEEDS_PREFIX: {
    zh: '登录名须以“{prefix}”开头。',
    en: 'The login must begin with "{prefix}".',
  },
  LOGIN_TAKEN: { zh: '登录名已被占用。', en: 'The login is taken.' },
  SUBJECT_TAKEN: {
    zh: '外部身份已对应本地的另一账号。',
    en: 'The outside identity belongs to another account here already.',
  },
  SUBJECT_REQUIRED: {
    zh: '登录由外部身份提供方负责,须填写该方的用户标识(subject)。',
    en: 'People sign in with an outside identity provider: give its subject.',
  },
  SUBJECT_NOT_EXPECTED: {
    zh: '登录由本平台负责,不填写外部用户标识(subject)。',
    en: 'People sign in here, without an outside identity provider: give no subject.',
  },
  ACCOUNT_WITHOUT_PASSWORD: {
    zh: '该账号由外部身份提供方登录,本平台没有其密码。',
    en: 'The account signs in with an outside identity provider; it has no password here.',
  },
  OWN_ACCOUNT_NOT_ALLOWED: {
    zh: '不能停用自己正在使用的账号。请由另一名管理员操作。',
    en: 'The account you are using cannot be disabled. Ask another administrator.',
  },
  ACCOUNT_ALREADY_DISABLED: { zh: '账号已经停用。', en: 'The account is disabled already.' },
  ACCOUNT_ALREADY_ACTIVE: {
    zh: '账号已是启用状态,也没有被锁定。',
    en: 'The account is active and not locked.',
  },
  OWN_GRANT_NOT_ALLOWED: {
    zh: '不能收回自己正在使用的授权。请由另一名管理员操作。',
    en: 'The grant you are using cannot be ended. Ask another administrator.',
  },
  ROLE_NOT_GRANTABLE: {
    zh: '角色 {role} 由平台自用,不能授予。',
    en: 'The role {role} is the platform’s own and cannot be given.',
  },
  GRANT_NEEDS_UNIT: {
    zh: '角色 {role} 须指明承办单位。',
    en: 'The role {role} needs a handling unit.',
  },
  SECTION_NEEDS_UNIT: {
    zh: '指明科室时须同时指明承办单位。',
    en: 'A section needs the unit it belongs to.',
  },
  GRANT_NEEDS_MANDATE: {
    zh: '角色 {role} 须指明代表或委员资格。',
    en: 'The role {role} needs a mandate.',
  },
  MANDATE_DOES_NOT_FIT: {
    zh: '该资格不属于此人,或与角色 {role} 不符。',
    en: 'The mandate is not this person’s, or does not fit the role {role}.',
  },
  GRANT_ALREADY_GIVEN: {
    zh: '账号在这段时间内已有角色 {role} 的同一授权。',
    en: 'The account holds the same grant of {role} in this period already.',
  },
  GRANT_ALREADY_ENDED: { zh: '授权已经结束。', en: 'The grant has ended already.' },
  GRANT_ENDS_EARLIER: {
    zh: '授权本就在 {to} 结束,不能借此延长。请另行授予。',
    en: 'The grant ends on {to} already; it cannot be prolonged this way. Give another.',
  },
  DATE_INVALID: {
    zh: '“{field}”不是有效日期。请写作 YYYY-MM-DD。',
    en: '"{field}" is not a date. Write YYYY-MM-DD.',
  },
  DATE_IN_PAST: { zh: '“{field}”不能早于今天。', en: '"{field}" must not be before today.' },
  PERIOD_REVERSED: {
    zh: '结束日期 {to} 早于开始日期 {from}。',
    en: 'The period ends ({to}) before it begins ({from}).',
  },
  PERSON_OR_ID_REQUIRED: {
    zh: '请指明已有人员,或填写新人员的姓名,二者取一。',
    en: 'Name a person who is known already, or give a new person’s name: one of the two.',
  },
  SECTOR_NOT_FOR_DEPUTIES: {
    zh: '人大代表没有界别。请填写代表团。',
    en: 'Deputies have no sector. Give the delegation.',
  },
  DELEGATION_NOT_FOR_MEMBERS: {
    zh: '政协委员没有代表团。请填写界别。',
    en: 'Members of the CPPCC have no delegation. Give the sector.',
  },
  MANDATE_ALREADY_REGISTERED: {
    zh: '此人在这段时间内已有同类资格。',
    en: 'The person holds a mandate of this kind in this period already.',
  },
  MANDATE_ALREADY_SUSPENDED: { zh: '资格已经暂停。', en: 'The mandate is suspended already.' },
  MANDATE_NOT_SUSPENDED: { zh: '资格没有被暂停。', en: 'The mandate is not suspended.' },
  MANDATE_ALREADY_ENDED: { zh: '资格已经终止。', en: 'The mandate has ended.' },
} as const satisfies RefusalCatalogue;
