import type { Axis } from '../facts/vocabulary.js';
import type { MetricName } from '../figures/metrics.js';

/** What words in a text can mean: metrics of the platform, any of which may be meant. */
export type Term = {
  readonly words: RegExp;
  readonly metrics: readonly MetricName[];
  /** The place may have meant another method by this name: a difference accuses nobody. */
  readonly loose?: true;
};

const term = (words: RegExp, ...metrics: MetricName[]): Term => ({ words, metrics });

/**
 * Words before or behind a count. Those further up win over those below; a metric that is a rate is
 * counted by its numerator.
 */
export const COUNT_TERMS: readonly Term[] = [
  term(/不予立案/, 'REJECTED'),
  term(/并案/, 'MERGED'),
  term(/撤案|撤回|撤销/, 'WITHDRAWN'),
  term(/立案/, 'ACCEPTED'),
  term(/在册未销|尚未销号|未销号/, 'OPEN_TRACKED'),
  term(/销号/, 'STRIKE_OFF_RATE'),
  term(/(?:超期|逾期)未/, 'OVERDUE_OPEN'),
  term(/(?:主要(?:负责人|负责同志|领导)|一把手).*面复/, 'HEAD_FACE_REPLY_RATE'),
  term(/面复|当面答复/, 'FACE_REPLY_RATE'),
  term(/面商/, 'FACE_CONSULTATION_RATE'),
  term(/沟通|见面/, 'CONTACT_RATE'),
  term(/(?:按时|按期|如期)(?:办复|答复)/, 'ON_TIME_RATE'),
  term(/办结(?:并|且|和|、).{0,3}(?:答复|办复)/, 'COMPLETION_RATE', 'REPLY_RATE'),
  term(/二次办理|重新办理/, 'REHANDLING_RATE'),
  term(/退办/, 'RETURN_RATE'),
  term(/办结/, 'COMPLETION_RATE'),
  term(/办复|答复/, 'REPLY_RATE'),
  term(/重点/, 'KEY_COUNT'),
  term(/收到|提出|提交|征集|总数|总量/, 'RECEIVED'),
  term(/交办|承办|分办|交.{0,12}办理/, 'HANDED_OVER_COUNT'),
];

/** Words of a rate. */
export const RATE_TERMS: readonly Term[] = [
  term(/解决率?(?:和|与|、|及)(?:列入)?计划解决率/, 'SOLVED_OR_PLANNED_RATE'),
  term(/解决率/, 'SOLVED_RATE'),
  { ...term(/落实率/, 'IMPLEMENTATION_RATE_BY_COUNT'), loose: true },
  term(/按原定期限(?:办复|答复)率/, 'ON_TIME_STRICT'),
  term(/(?:按时|按期|如期)(?:办复|答复|办结)率/, 'ON_TIME_RATE'),
  term(/办复率|答复率/, 'REPLY_RATE'),
  term(/办结率/, 'COMPLETION_RATE'),
  term(/立案率/, 'DOCKET_RATE'),
  term(/见面率|沟通率|联系率/, 'CONTACT_RATE'),
  term(/面商率/, 'FACE_CONSULTATION_RATE'),
  term(/(?:主要(?:负责人|负责同志|领导)|一把手).*面复率/, 'HEAD_FACE_REPLY_RATE'),
  term(/面复率/, 'FACE_REPLY_RATE'),
  term(/测评率|评价率/, 'RATED_RATE'),
  term(/二次办理率/, 'REHANDLING_RATE'),
  term(/补救率/, 'RESCUE_RATE'),
  term(/销号率/, 'STRIKE_OFF_RATE'),
  term(/退办率/, 'RETURN_RATE'),
  term(/转化率/, 'CONVERSION_RATE'),
  term(/建议公开率|提案公开率/, 'SUGGESTION_DISCLOSURE_RATE'),
  term(/答复公开率|结果公开率/, 'REPLY_DISCLOSURE_RATE'),
  term(/上网率/, 'ONLINE_RATE'),
  term(/满意(?:率|度).*不含基本满意/, 'SATISFACTION_STRICT'),
  term(/满意(?:率|度).*含基本满意/, 'SATISFACTION_INCLUSIVE'),
  term(/满意(?:率|度)/, 'SATISFACTION_INCLUSIVE', 'SATISFACTION_STRICT'),
];

export const AXIS_WORDS: readonly (readonly [words: RegExp, axis: Axis])[] = [
  [/态度|过程/, 'ATTITUDE'],
  [/结果/, 'RESULT'],
  [/总体|整体|综合/, 'OVERALL'],
];

/** Meanings of result classes, where a text over several places writes them out. */
export const OUTCOME_WORDS = [
  [/已解决/, 'SOLVED'],
  [/正在解决/, 'IN_PROGRESS'],
  [/列入计划/, 'PLANNED'],
  [/暂不能解决/, 'DEFERRED'],
  [/留作参考/, 'REFERENCE'],
] as const;

/** Words by which a count may be of a part that records do not tell apart. */
export const NARROWING_WORDS =
  /成员|委室|专委会|专门委员会|副主任|常委会委员|书记|省长|市长|县长|区长|主任会议|代表团|部分|其他|其它|每/;
