import type { RefusalText } from '../refusal.js';

/** What is drafted, and what the graph calls it. */
export type DefinitionWords = {
  /** Codes begin with it, in capitals: `process`. */
  readonly noun: string;
  readonly zh: string;
  readonly en: string;
  /** The mutations that check and revise a draft. */
  readonly check: string;
  readonly revise: string;
  /** A whole path, as an example. */
  readonly example: string;
};

/** Refusals of what is done with a locality's definition itself. */
export function definitionRefusals(words: DefinitionWords): Readonly<Record<string, RefusalText>> {
  const code = words.noun.toUpperCase();
  return Object.fromEntries(
    Object.entries({ ...ofDrafts(words), ...ofApprovals(words), ...ofOffers(words) }).map(([what, text]) => [
      what === 'NOT_APPROVER' ? `NOT_${code}_APPROVER` : `${code}_${what}`,
      text,
    ]),
  );
}

const ofDrafts = ({ zh, en, check }: DefinitionWords) => ({
  HAS_PROBLEMS: {
    zh: `${zh}有 {problems} 处问题:{firstZh} 请改正后重试。`,
    en: `The ${en} has {problems} problems: {firstEn} Correct them and try again.`,
  },
  DRAFT_NOT_FOUND: { zh: `没有这份${zh}草案。`, en: `There is no such draft of a ${en}.` },
  DRAFT_ENDED: {
    zh: '这份草案{phaseZh},不能再改动。请另拟草案。',
    en: 'This draft is {phaseEn} and can no longer be changed. Begin another one.',
  },
  NOT_CHECKED: {
    zh: `草案尚未通过检查,或检查后又有改动。请先检查(${check})。`,
    en: `The draft has not passed its checks, or was changed since. Check it first (${check}).`,
  },
});

const ofApprovals = ({ zh, en, revise }: DefinitionWords) => ({
  OWN_APPROVAL: {
    zh: '拟稿人不能批准自己的草案。请由另一人批准。',
    en: 'Nobody approves what they wrote themselves. Somebody else has to.',
  },
  NOT_APPROVER: {
    zh: `按现行${zh},草案由以下角色批准:{roles}。`,
    en: `By the ${en} in force a draft is approved by: {roles}.`,
  },
  EFFECTIVE_DATE_PASSED: {
    zh: '生效日期 {date} 已过(今天是 {today})。请填写今天或以后的日期。',
    en: 'The date {date} has passed (today is {today}). Let it come into force today or later.',
  },
  DRAFT_OUTDATED: {
    zh: `拟稿之后已有另一版${zh}获批准。请在新版基础上修改草案(${revise})并重新检查。`,
    en: `Another version was approved since this was drafted. Revise the draft on top of it (${revise}) and check it again.`,
  },
  NOT_APPROVED: {
    zh: '这份草案没有获批准，不需要撤销批准。',
    en: 'This draft was not approved; there is no approval to withdraw.',
  },
  IN_FORCE: {
    zh: `该版${zh}已于 {date} 生效，不能撤销批准。请另拟草案。`,
    en: 'This version came into force on {date}; its approval can no longer be withdrawn. Draft another one.',
  },
  BUILT_UPON: {
    zh: `其后另有一版${zh}在此基础上获批准。请先撤销后一版的批准。`,
    en: 'Another version was approved on top of it. Withdraw that approval first.',
  },
});

const ofOffers = ({ zh, en, example }: DefinitionWords) => ({
  OFFER_NOT_FOUND: {
    zh: '“{source}”没有待合并的更新。',
    en: '"{source}" offers no update.',
  },
  PATH_NOT_OFFERED: {
    zh: '更新中没有“{path}”。请从列出的项目中选择。',
    en: 'The update does not touch "{path}". Choose among what it lists.',
  },
  PATH_UNKNOWN: {
    zh: `${zh}中没有“{path}”。请写完整路径,如 ${example}。`,
    en: `The ${en} has nothing at "{path}". Write the whole path, such as ${example}.`,
  },
});
