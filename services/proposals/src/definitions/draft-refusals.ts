import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of what is done with a locality's process itself. */
export const DEFINITION_REFUSALS = {
  PROCESS_HAS_PROBLEMS: {
    zh: '程序有 {problems} 处问题:{firstZh} 请改正后重试。',
    en: 'The process has {problems} problems: {firstEn} Correct them and try again.',
  },
  PROCESS_DRAFT_NOT_FOUND: { zh: '没有这份程序草案。', en: 'There is no such draft of a process.' },
  PROCESS_DRAFT_ENDED: {
    zh: '这份草案{phaseZh},不能再改动。请另拟草案。',
    en: 'This draft is {phaseEn} and can no longer be changed. Begin another one.',
  },
  PROCESS_NOT_CHECKED: {
    zh: '草案尚未通过检查,或检查后又有改动。请先检查(checkProcess)。',
    en: 'The draft has not passed its checks, or was changed since. Check it first (checkProcess).',
  },
  PROCESS_OWN_APPROVAL: {
    zh: '拟稿人不能批准自己的草案。请由另一人批准。',
    en: 'Nobody approves what they wrote themselves. Somebody else has to.',
  },
  NOT_PROCESS_APPROVER: {
    zh: '按现行程序,草案由以下角色批准:{roles}。',
    en: 'By the process in force a draft is approved by: {roles}.',
  },
  PROCESS_EFFECTIVE_DATE_PASSED: {
    zh: '生效日期 {date} 已过(今天是 {today})。请填写今天或以后的日期。',
    en: 'The date {date} has passed (today is {today}). Let it come into force today or later.',
  },
  PROCESS_DRAFT_OUTDATED: {
    zh: '拟稿之后已有另一版程序获批准。请在新版基础上修改草案(reviseProcess)并重新检查。',
    en: 'Another version was approved since this was drafted. Revise the draft on top of it (reviseProcess) and check it again.',
  },
  PROCESS_NOT_APPROVED: {
    zh: '这份草案没有获批准，不需要撤销批准。',
    en: 'This draft was not approved; there is no approval to withdraw.',
  },
  PROCESS_IN_FORCE: {
    zh: '该版程序已于 {date} 生效，不能撤销批准。请另拟草案。',
    en: 'This version came into force on {date}; its approval can no longer be withdrawn. Draft another one.',
  },
  PROCESS_BUILT_UPON: {
    zh: '其后另有一版程序在此基础上获批准。请先撤销后一版的批准。',
    en: 'Another version was approved on top of it. Withdraw that approval first.',
  },
  PROCESS_OFFER_NOT_FOUND: {
    zh: '“{source}”没有待合并的更新。',
    en: '"{source}" offers no update.',
  },
  PROCESS_PATH_NOT_OFFERED: {
    zh: '更新中没有“{path}”。请从列出的项目中选择。',
    en: 'The update does not touch "{path}". Choose among what it lists.',
  },
  PROCESS_PATH_UNKNOWN: {
    zh: '程序中没有“{path}”。请写完整路径,如 deadlines.reply。',
    en: 'The process has nothing at "{path}". Write the whole path, such as deadlines.reply.',
  },
} as const satisfies RefusalCatalogue;
