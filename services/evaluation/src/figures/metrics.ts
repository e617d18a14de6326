import {
  accepted,
  active,
  classified,
  closed,
  due,
  dueStrict,
  handedOver,
  MERGED,
  rated,
  registered,
  rehandled,
  replied,
  SOLVED,
  SOLVED_OR_PLANNED,
  satisfied,
  submitted,
  type Term,
  term,
  WITHDRAWN,
} from './metric-terms.js';
import { all, any, atLeast, holds, is, not, over, present } from './predicate.js';

export type Metric = {
  readonly zh: string;
  readonly en: string;
  readonly numerator: Term;
  /** Null for a plain number. */
  readonly denominator: Term | null;
  /** The date that `from` and `to` select by. */
  readonly basis: 'SUBMITTED' | 'HANDED_OVER';
  /** Reads the meaning of classes: localities whose classes cannot be told apart by meaning are left out. */
  readonly byClass?: true;
  /** Reads a level of satisfaction: on the axis and of the round asked for. */
  readonly bySatisfaction?: true;
  /** Tells how people rated: of exactly those who did, or of others too. Few of them are protected. */
  readonly tells?: 'OF_RATED' | 'OF_OTHERS';
  /** Counts assignments of co-units too; all others are about units that owe a reply. */
  readonly withCoUnits?: true;
};

const metric = (
  zh: string,
  en: string,
  numerator: Term,
  denominator: Term | null,
  more: Partial<Metric> = {},
): Metric => ({
  zh,
  en,
  numerator,
  denominator,
  basis: 'HANDED_OVER',
  ...more,
});

const SUBMITTED = { basis: 'SUBMITTED' } as const;
const CLASS = { byClass: true } as const;
const LEVEL = { bySatisfaction: true } as const;
const RATINGS = { ...LEVEL, tells: 'OF_RATED' } as const;

/** Every metric the platform counts (domain study, 12.1). One table: SQL, recount and descriptions are read from it. */
const METRICS = {
  RECEIVED: metric('收到件数', 'number received', submitted, null, SUBMITTED),
  ACCEPTED: metric('立案件数', 'number accepted', accepted, null, SUBMITTED),
  REJECTED: metric(
    '不予立案件数',
    'number rejected or converted',
    term(
      '不予立案或转办的件',
      'items rejected or converted',
      any(present('rejectedOn'), present('convertedOn')),
    ),
    null,
    SUBMITTED,
  ),
  MERGED: metric(
    '并案件数',
    'number merged',
    term('并入他案的件', 'items merged into another', MERGED),
    null,
    SUBMITTED,
  ),
  WITHDRAWN: metric(
    '撤案件数',
    'number withdrawn',
    term('已撤案的件', 'items withdrawn', WITHDRAWN),
    null,
    SUBMITTED,
  ),
  DOCKET_RATE: metric('立案率', 'docket rate', accepted, submitted, SUBMITTED),
  HANDED_OVER_COUNT: metric('交办件数', 'number handed over', handedOver, null),
  KEY_COUNT: metric(
    '重点件数',
    'number of key items',
    term(
      '已交办的重点督办件',
      'items handed over and designated key',
      all(handedOver.where, present('keyTiers')),
    ),
    null,
  ),
  ASSIGNMENT_COUNT: metric(
    '承办件次',
    'number of assignments',
    term(
      '承办件次(件×单位×轮次,不含已改办)',
      'assignments in force: item x unit x round',
      present('handedOverOn'),
      'assignments',
    ),
    null,
    { withCoUnits: true },
  ),
  REPLY_RATE: metric('办复率', 'reply rate', replied, active),
  COMPLETION_RATE: metric('办结率', 'completion rate', closed, active),
  ON_TIME_RATE: metric(
    '按时办复率',
    'on-time rate, approved extensions counted',
    term(
      '各轮均未超期限(含批准的延期)的件',
      'of these, items with no reply late in any round, approved extensions counted',
      all(due.where, not(atLeast('lateReplies', 1)), not(over('openDueOn'))),
    ),
    due,
  ),
  ON_TIME_STRICT: metric(
    '按原定期限办复率',
    'on-time rate by the due date first set',
    term(
      '各轮均未超原定期限的件',
      'of these, items with no reply later than first set, in any round',
      all(dueStrict.where, not(atLeast('lateRepliesOriginal', 1)), not(over('openDueOriginalOn'))),
    ),
    dueStrict,
  ),
  CONTACT_RATE: metric(
    '沟通率',
    'contact rate',
    term(
      '至少沟通一次的件',
      'of these, items with at least one contact',
      all(active.where, atLeast('contacts', 1)),
    ),
    active,
  ),
  FACE_CONSULTATION_RATE: metric(
    '面商率',
    'face consultation rate',
    term(
      '办前或办中当面沟通的件',
      'of these, items with contact in person before or during handling',
      all(active.where, atLeast('faceContacts', 1)),
    ),
    active,
  ),
  FACE_REPLY_RATE: metric(
    '面复率',
    'face reply rate',
    term('当面答复的件', 'of these, items answered in person', all(replied.where, holds('faceReply'))),
    replied,
  ),
  HEAD_FACE_REPLY_RATE: metric(
    '主要负责人面复率',
    'head face reply rate',
    term(
      '主要负责人当面答复的件',
      'of these, items answered in person by the head of the unit',
      all(active.where, holds('headFaceReply')),
    ),
    active,
  ),
  SOLVED_RATE: metric(
    '解决率',
    'solved rate',
    term('类别含义为已解决的件', 'of these, items whose class means solved', all(classified.where, SOLVED)),
    classified,
    CLASS,
  ),
  SOLVED_OR_PLANNED_RATE: metric(
    '解决和计划解决率',
    'solved or planned rate',
    term(
      '类别含义为已解决、正在解决或列入计划的件',
      'of these, items solved, in progress or planned',
      all(classified.where, SOLVED_OR_PLANNED),
    ),
    classified,
    CLASS,
  ),
  IMPLEMENTATION_RATE_BY_COUNT: metric(
    '落实率(按件计)',
    'implementation rate by count of items; not the mean of ratings that some places publish under this name',
    term(
      '已办成的件(各单位类别均为已解决,且在册事项全部销号)',
      'of these, items whose every unit has a class that means solved, with no promise open',
      all(active.where, present('solvedOn')),
    ),
    active,
    CLASS,
  ),
  SATISFACTION_STRICT: metric(
    '满意率(不含基本满意)',
    'satisfaction, strict',
    term('满意的件', 'of these, items rated satisfied', satisfied('SATISFIED')),
    rated,
    RATINGS,
  ),
  SATISFACTION_INCLUSIVE: metric(
    '满意率(含基本满意)',
    'satisfaction, basically satisfied included',
    term(
      '满意和基本满意的件',
      'of these, items rated satisfied or basically satisfied',
      satisfied('SATISFIED', 'BASICALLY_SATISFIED'),
    ),
    rated,
    RATINGS,
  ),
  RATED_RATE: metric(
    '测评率',
    'rated rate',
    term(
      '已评价的件',
      'of these, items rated on the axis, in the round asked for',
      all(replied.where, present('satisfaction')),
    ),
    replied,
    LEVEL,
  ),
  REHANDLING_RATE: metric(
    '二次办理率',
    're-handling rate',
    term(
      '经二次办理的件',
      'of these, items handled a second time or more',
      all(closed.where, atLeast('rounds', 2)),
    ),
    closed,
  ),
  RESCUE_RATE: metric(
    '补救率',
    'rescue rate',
    term(
      '最终满意或基本满意的件',
      'of these, items rated satisfied or basically satisfied',
      all(rehandled.where, satisfied('SATISFIED', 'BASICALLY_SATISFIED')),
    ),
    rehandled,
    { ...LEVEL, tells: 'OF_OTHERS' },
  ),
  STRIKE_OFF_RATE: metric(
    '销号率',
    'strike-off rate',
    term('已销号的跟踪事项', 'of these, entries struck off', active.where, 'struckOff'),
    registered,
  ),
  OPEN_TRACKED: metric(
    '在册未销事项数',
    'number of entries still open',
    term('在册未销的跟踪事项', 'entries on the register and not struck off', active.where, 'openEntries'),
    null,
  ),
  RETURN_RATE: metric(
    '退办率',
    'return rate',
    term(
      '有单位退办获准的件',
      'of these, items that at least one unit returned with approval',
      all(present('handedOverOn'), atLeast('returns', 1)),
    ),
    term(
      '已交办的件(含已改办)',
      'items handed over, returned ones included',
      all(present('handedOverOn'), any(atLeast('answering', 1), atLeast('returns', 1))),
    ),
  ),
  CONVERSION_RATE: metric(
    '转化率',
    'conversion rate: what became a policy, a standard, a project or the like',
    term(
      '成果已转化为政策、标准、规划、项目等的件',
      'of these, items whose result was made into something lasting',
      all(closed.where, atLeast('conversions', 1)),
    ),
    closed,
  ),
  SUGGESTION_DISCLOSURE_RATE: metric(
    '建议公开率',
    'share of texts that may be disclosed in full',
    term(
      '提出人同意全文公开的件',
      'of these, items whose proposer agrees to disclose the whole text',
      all(accepted.where, is('disclosureConsent', 'FULL')),
    ),
    accepted,
    SUBMITTED,
  ),
  REPLY_DISCLOSURE_RATE: metric(
    '答复公开率',
    'reply disclosure rate',
    term(
      '办理结果已公开的件',
      'of these, items whose result is open to the public',
      all(replied.where, present('disclosedOn')),
    ),
    replied,
  ),
  ONLINE_RATE: metric(
    '上网率',
    'on-line rate: submitted on line, and not on paper or by a ledger',
    term('网上提交的件', 'of these, items submitted on line', all(submitted.where, is('source', 'ONLINE'))),
    submitted,
    SUBMITTED,
  ),
  OVERDUE_OPEN: metric(
    '超期未答复件数',
    'number overdue',
    term(
      '有单位超期未答复的件',
      'items with a reply overdue and not given',
      all(active.where, over('openDueOn')),
    ),
    null,
  ),
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof METRICS;
export const METRIC_NAMES = Object.keys(METRICS) as MetricName[];
export const metricOf = (name: MetricName): Metric => METRICS[name];
