import { enumOf } from '@duban/kernel/graphql';

import type { CanonicalRecord, RecordAbout, RecordFieldType } from '../process/records.js';
import type { RecordVerdict } from './work-record.js';

export const RecordAboutEnum = enumOf<RecordAbout>('RecordAbout', '记录对象: what a work record is about', {
  CASE: '件: a case',
  ASSIGNMENT: '承办任务: an assignment of a case',
  ENTRY: '跟踪台账记录: an entry of the tracking register',
  UNIT: '单位: a handling unit',
  PERSON: '代表(委员): a mandate',
  LOCALITY: '本地: the locality as a whole',
});

export const RecordFieldTypeEnum = enumOf<RecordFieldType>(
  'RecordFieldType',
  '字段类型: what a field of a work record holds',
  {
    TEXT: '文字: free text',
    DATE: '日期: a date',
    NUMBER: '数字: a number',
    CHOICE: '选择: one of several choices',
    YES_NO: '是否: yes or no',
    UNITS: '单位: units of the locality',
    PERSONS: '人员: persons',
    CASES: '件: cases of the locality',
    EVIDENCE: '材料: evidence',
    BALLOTS: '票数: votes by choice',
  },
);

export const RecordVerdictEnum = enumOf<RecordVerdict>('RecordVerdict', '表决结论: what came of a vote', {
  PASSED: '通过: passed',
  FAILED: '未通过: not passed',
});

export const CanonicalRecordEnum = enumOf<CanonicalRecord>(
  'CanonicalRecord',
  '通用记录种类: what a kind of work record means everywhere',
  {
    MEETING: '会议: a meeting',
    CONSULTATION: '会商: a consultation',
    INSPECTION: '视察: an inspection',
    ON_SITE_SUPERVISION: '现场督办: supervision on site',
    INTERVIEW: '约谈: an interview',
    LISTED_SUPERVISION: '挂牌督办: listed supervision',
    JOINT_CONFIRMATION: '共同确认: a joint confirmation',
    SELF_INSPECTION: '回头看: a self-inspection of a unit',
    SUPERVISION_PLAN: '督办方案: a plan of supervision',
    SUPERVISION_REPORT: '督办报告: a report of a supervising leader',
    REPORT: '专项报告: a special report',
    WORK_PROMPT: '工作提示: a work prompt',
    INQUIRY: '专题询问: a special inquiry',
    SATISFACTION_VOTE: '满意度测评: a satisfaction vote',
    DELIBERATION_OPINION: '审议意见: a deliberation opinion',
    COMMITMENT_CHECK: '承诺核查: a check of a commitment',
    CONVERSION: '成果转化: what a proposal became',
    PUBLICITY: '宣传报道: publicity',
    DISCLOSURE: '结果公开: the result was made public, as information of the government',
    PRESS_CONFERENCE: '新闻发布会: a press conference',
    TRAINING: '培训: a training',
    RULE_DOCUMENT: '制度文件: a rule document',
    AWARD: '表彰: an award',
    LIAISON: '联系: liaison and a deputy’s own work',
    PUBLIC_OPINION: '民意: an opinion of the public',
    ACCOUNTABILITY: '失责追究: accountability',
    CAMPAIGN: '专项活动: a campaign',
    OTHER: '其他: anything else',
  },
);
