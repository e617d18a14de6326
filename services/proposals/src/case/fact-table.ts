import { type Fact, type FactTable, fact, factIn } from '@duban/kernel';
import {
  ASSIGNMENT_ROLES,
  CANONICAL_LEVELS,
  CANONICAL_OUTCOMES,
  ENTRY_PHASES,
  KEY_TIERS,
  PROPOSAL_KINDS,
  PROPOSER_TYPES,
  REPLY_KINDS,
  SESSION_PERIODS,
  SOURCES,
} from './vocabulary.js';

const { bool, int, string, list } = fact;

/**
 * Every fact a condition may ask for, by group and name. The one table: conditions are typed against
 * it before a definition is accepted, and `conditionFacts` fills it from a case.
 */
export const FACT_TABLE = {
  case: {
    kind: string('件别', 'kind of case', PROPOSAL_KINDS),
    period: string('会期', 'in session or between sessions', SESSION_PERIODS),
    hard: bool('难度大、涉及面广', 'a hard or wide matter'),
    key: bool('重点件', 'a key item'),
    tier: string('最近确定的重点层级(通用)', 'the latest canonical key tier', KEY_TIERS),
    tiers: list('重点层级(通用)', 'all canonical key tiers', KEY_TIERS),
    proposerType: string('提出形式', 'form of proposing', PROPOSER_TYPES),
    cosigners: int('已确认的联名人数', 'number of confirmed co-signers'),
    collective: string('代表团、党派、界别、小组', 'delegation, party, sector or group'),
    category: string('分类(本地代码)', 'category, the locality’s code'),
    canonicalCategory: string('分类(通用)', 'canonical category'),
    disclosure: string('公开意愿', 'consent to disclosure', ['FULL', 'TITLE_ONLY', 'NONE']),
    source: string('来源', 'source of the draft', SOURCES),
    year: int('案号年份', 'year of the case number'),
    term: int('届', 'term'),
    session: int('次', 'session'),
    merged: int('并入本件的件数', 'number of cases merged into it'),
    units: int('承办任务数(本轮有效)', 'number of current assignments'),
    coUnits: int('协办单位数', 'number of co-units'),
    round: int('最近一轮', 'the latest round'),
    highAttention: bool('社会关注度高', 'much cared about'),
    repeatedYears: int('连续提出年数', 'years in which it was raised again'),
  },
  assignment: {
    role: string('承办角色', 'role of the unit', ASSIGNMENT_ROLES),
    round: int('轮次', 'round'),
    origin: string('由来', 'why the assignment exists', ['HANDOVER', 'RETURN', 'REHANDLING', 'REHAND']),
    returns: int('退办申请次数', 'number of return requests'),
    extensions: int('已批准延期次数', 'number of approved extensions'),
    contacts: int('沟通次数', 'number of contacts'),
    overdue: bool('已逾期', 'past its due date'),
    filed: bool('已备案', 'filed for record'),
  },
  unit: {
    system: string('所属系统', 'system of the unit'),
    liaisonCommittee: string('对口联系的委员会(代码)', 'committee that liaises with the unit, by code'),
    load: int('单位当年承办件数', 'items the unit handles this year'),
  },
  reply: {
    kind: string('答复种类', 'kind of reply', REPLY_KINDS),
    class: string('结果类别(本地代码)', 'result class, the locality’s code'),
    outcomes: list('通用办理结果', 'canonical outcomes', CANONICAL_OUTCOMES),
    confirmed: bool('类别已确认', 'the class is confirmed'),
    onTime: bool('按期答复', 'given in time'),
    faceToFace: bool('当面答复', 'brought in person'),
    byHead: bool('主要领导面复', 'brought by the head in person'),
  },
  feedback: {
    worst: string('最差的评价(通用)', 'the worst canonical rating', CANONICAL_LEVELS),
    count: int('评价份数', 'number of ratings'),
  },
  entry: {
    phase: string('跟踪阶段', 'phase of the tracking entry', ENTRY_PHASES),
    yearsCarried: int('已结转年数', 'years carried over'),
    outcomes: list('通用办理结果', 'canonical outcomes', CANONICAL_OUTCOMES),
    evidence: int('落实证明项数', 'pieces of evidence'),
  },
  actor: {
    role: string('操作人角色', 'role of whoever acts'),
  },
} as const satisfies FactTable;

export const factAt = (group: string, name: string): Fact | undefined => factIn(FACT_TABLE, group, name);
