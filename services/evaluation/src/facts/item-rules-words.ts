import type { ItemRules } from './item-rules.js';
import type { RatingSource } from './vocabulary.js';

const SOURCES: Readonly<Record<RatingSource, readonly [zh: string, en: string]>> = {
  FORM: ['反馈表', 'the signed form'],
  VERIFICATION: ['核实', 'verification'],
  THIRD_PARTY: ['第三方调查', 'a third party'],
  LAST_YEAR_B: ['上年度B类件后续评价', 'last year’s class B'],
  VOTE: ['测评表决', 'a vote'],
};

/** What figures say of how they were made. */
export function rulesInWords({ classOfSeparateUnits, raters, classCounts, sources }: ItemRules): {
  readonly zh: string;
  readonly en: string;
} {
  const named = (language: 0 | 1, between: string) =>
    sources.map((source) => SOURCES[source][language]).join(between);
  const zh = [
    `评价按${named(0, '、其次')}计`,
    raters === 'ALL' ? '每位评价人均计入，取最不满意的' : '仅计领衔人',
    `分办件取${classOfSeparateUnits === 'WORST' ? '最差' : '最好'}类别`,
    classCounts === 'CONFIRMED_ONLY' ? '类别经确认计入' : '类别确认前按单位所报',
  ];
  const en = [
    `ratings by ${named(1, ', then ')}`,
    raters === 'ALL' ? 'every rater, the least satisfied decides' : 'the lead proposer alone',
    `the ${classOfSeparateUnits === 'WORST' ? 'worst' : 'best'} class of separate units`,
    classCounts === 'CONFIRMED_ONLY' ? 'classes once confirmed' : 'classes as claimed until confirmed',
  ];
  return { zh: `${zh.join('；')}。`, en: `${en.join('; ')}.` };
}
