import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of any command, and of the intake: draft to docket. */
export const INTAKE_REFUSALS = {
  PROPOSAL_NOT_FOUND: { zh: '未找到该件。', en: 'There is no such case.' },
  ASSIGNMENT_NOT_FOUND: { zh: '未找到该承办任务。', en: 'There is no such assignment.' },
  REPLY_NOT_FOUND: { zh: '未找到该答复。', en: 'There is no such reply.' },
  ENTRY_NOT_FOUND: { zh: '未找到该跟踪台账记录。', en: 'There is no such tracking entry.' },
  UNIT_NOT_FOUND: { zh: '未找到该承办单位。', en: 'There is no such handling unit.' },
  MANDATE_NOT_FOUND: { zh: '未找到该代表（委员）资格。', en: 'There is no such mandate.' },
  CATEGORY_UNKNOWN: { zh: '本地没有分类“{category}”。', en: 'This locality has no category "{category}".' },
  GUARD_NOT_MET: {
    zh: '不符合前提“{guardZh}”，不能进行此操作。',
    en: 'The condition "{guardEn}" is not met; this cannot be done now.',
  },
  GUARD_UNDECIDED: {
    zh: '前提“{guardZh}”所需的情况尚不清楚，不能进行此操作。请先补齐有关信息。',
    en: 'What the condition "{guardEn}" asks for is not known yet; complete the information first.',
  },
  PROPOSAL_EXISTS: { zh: '该件已经存在。', en: 'This case exists already.' },
  KIND_NOT_HANDLED: {
    zh: '本地不受理“{kind}”类件。',
    en: 'This locality does not handle cases of kind {kind}.',
  },
  WRONG_PHASE: {
    zh: '当前阶段为“{phaseZh}”，不能进行此操作。',
    en: 'The case is in phase {phaseEn}; this cannot be done now.',
  },
  ASSIGNMENT_WRONG_PHASE: {
    zh: '承办任务当前阶段为“{phaseZh}”，不能进行此操作。',
    en: 'The assignment is in phase {phaseEn}; this cannot be done now.',
  },
  ENTRY_WRONG_PHASE: {
    zh: '台账记录当前阶段为“{phaseZh}”，不能进行此操作。',
    en: 'The tracking entry is in phase {phaseEn}; this cannot be done now.',
  },
  SOURCE_NOT_ALLOWED: {
    zh: '当前角色不能以此方式（纸质补录、台账导入）录入。',
    en: 'Your role may not enter facts from this source (paper, ledger).',
  },
  CLOCK_BEFORE_PREVIOUS_STEP: {
    zh: '发生时间早于前一步({previous})。请核对日期。',
    en: 'This is said to have happened before the step it follows ({previous}). Check the date.',
  },
  DATE_INVALID: { zh: '“{field}”不是有效时间。', en: '"{field}" is not a valid time.' },
  NOT_LEAD_PROPOSER: { zh: '只有领衔人可以进行此操作。', en: 'Only the lead proposer may do this.' },
  NOT_INVITED: {
    zh: '该代表（委员）未被邀请联名，或邀请已失效。',
    en: 'There is no open co-signing invitation for this mandate.',
  },
  ALREADY_INVITED: { zh: '已邀请该代表（委员）联名。', en: 'This mandate is invited already.' },
  COSIGN_NOT_ENABLED: { zh: '本地程序不设联名环节。', en: 'This locality has no co-signing.' },
  COSIGN_DEADLINE_PASSED: { zh: '联名确认已于 {due} 截止。', en: 'The invitation ended on {due}.' },
  COSIGNER_IS_LEAD: { zh: '领衔人不能同时作为联名人。', en: 'The lead proposer cannot be a co-signer.' },
  TOO_MANY_COSIGNERS: { zh: '联名人最多 {max} 名。', en: 'There may be at most {max} co-signers.' },
  MANDATE_NOT_ACTIVE: {
    zh: '该代表（委员）资格已终止或暂停。',
    en: 'This mandate has ended or is suspended.',
  },
  MANDATE_WRONG_KIND: {
    zh: '该资格类别与本件类别不符：代表提建议，委员提提案。',
    en: 'This mandate is of the wrong kind: deputies make suggestions, members make proposals.',
  },
  NOTHING_REVISED: { zh: '没有任何修改。', en: 'Nothing was changed.' },
  NOT_REVISED: {
    zh: '审查要求修改，请修改后再提交。',
    en: 'The review asked for a revision; revise before submitting again.',
  },
  NOT_REWRITTEN: {
    zh: '审查要求重写，请改写正文后再提交。',
    en: 'The review asked for another text; rewrite the body before submitting again.',
  },
  REVIEW_ALREADY_GIVEN: {
    zh: '已在此环节作出结论，须由其他人员审查。',
    en: 'You have decided at this stage already; another reviewer is needed.',
  },
  REVIEW_BY_LOWER_LOCALITY: {
    zh: '“{stageZh}”环节由下级地方审查，请授权下级地方，或录入其书面意见。',
    en: 'Stage {stageEn} is reviewed by a lower locality: grant it the case, or enter its opinion from paper.',
  },
  MERGE_TARGET_REQUIRED: {
    zh: '审查结论为并案的，须指明并入哪一件。',
    en: 'A verdict to merge must name the case it goes into.',
  },
  PRE_REVIEW_NOT_REQUIRED: {
    zh: '本件不需要预审，请直接提交。',
    en: 'No pre-review is needed for this case; submit it.',
  },
  PRE_REVIEW_NOT_FINISHED: {
    zh: '提交前须经预审采用（{stageZh}）。请先预交，或等待预审意见。',
    en: 'Before submission the pre-review must adopt the draft ({stageEn}). Submit it for pre-review, or wait for it.',
  },
  REVIEW_STAGE_WRONG: { zh: '当前审查环节为“{stageZh}”。', en: 'The case is at review stage {stageEn}.' },
  REVIEWER_NOT_OF_STAGE: {
    zh: '当前角色不参与“{stageZh}”环节的审查。',
    en: 'Your role does not review at stage {stageEn}.',
  },
  VERDICT_NOT_ALLOWED: {
    zh: '“{stageZh}”环节不能作出该审查结论。',
    en: 'This verdict is not available at stage {stageEn}.',
  },
  REASON_REQUIRED: { zh: '请说明理由。', en: 'A reason is required.' },
  REASON_UNKNOWN: {
    zh: '理由代码“{reason}”不在本地程序之列。',
    en: 'This locality has no reason code "{reason}".',
  },
  REVIEW_NOT_FINISHED: {
    zh: '审查尚未完成（已完成 {done}/{stages} 个环节），不能立案编号。',
    en: 'The review is not finished ({done} of {stages} stages); the case cannot be docketed.',
  },
  CATEGORY_REQUIRED: { zh: '立案编号前须确定分类。', en: 'A category is required before docketing.' },
  NUMBERING_MISSING: {
    zh: '本地程序未规定此类件的编号规则。',
    en: 'The process has no numbering rule for this kind of case.',
  },
  TERM_REQUIRED: { zh: '本地编号规则需要届次。', en: 'The numbering rule needs term and session.' },
  CASE_NUMBER_GIVEN: {
    zh: '案号由系统依次编定，不能指定。',
    en: 'Case numbers are given in order; one cannot be chosen.',
  },
  CASE_NUMBER_TAKEN: { zh: '案号“{caseNumber}”已被使用。', en: 'Case number "{caseNumber}" is taken.' },
  YEAR_INVALID: { zh: '年份“{year}”无效。', en: 'The year "{year}" is not valid.' },
  MERGE_INTO_ITSELF: { zh: '不能并入本件自身。', en: 'A case cannot be merged into itself.' },
  MERGE_TARGET_NOT_OPEN: {
    zh: '只能并入同类、已立案编号且尚未办结的件。',
    en: 'The other case must be of the same kind, docketed and not yet closed.',
  },
  MERGE_HAS_MERGED: {
    zh: '已有其他件并入本件，本件不能再并入他件。',
    en: 'Other cases were merged into this one; it cannot be merged itself.',
  },
  MERGED_ALREADY_ANSWERED: {
    zh: '已将该答复转达被并案的提出人。',
    en: 'The authors of the merged case were already sent this reply.',
  },
  WITHDRAWAL_HAS_MERGED: {
    zh: '已有其他件并入本件，其提出人仍需答复，本件不能撤回。',
    en: 'Other cases were merged into this one and their authors must be answered; it cannot be withdrawn.',
  },
  KEY_TIER_UNKNOWN: { zh: '本地程序没有重点层级“{tier}”。', en: 'The process has no key tier "{tier}".' },
  ALREADY_KEY: { zh: '本件已列为该层级重点件。', en: 'The case is already a key item of this tier.' },
} as const satisfies RefusalCatalogue;
