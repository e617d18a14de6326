import { canonicalJson, type DefinitionReport as Report } from '@duban/kernel';
import type { RecordRules } from './records.js';

export const RATING_SOURCES = ['FORM', 'VERIFICATION', 'THIRD_PARTY', 'LAST_YEAR_B', 'VOTE'] as const;
export type RatingSource = (typeof RATING_SOURCES)[number];

/** How a case gets one value out of several units, raters and sources. Figures and scores are counted by it. */
export type ItemRules = {
  /** Class of a case with separate units (分办): the worst of theirs, or the best. */
  readonly classOfSeparateUnits: 'WORST' | 'BEST';
  /** ALL: the least satisfied rater decides; LEAD_RATER: the lead proposer alone. */
  readonly raters: 'ALL' | 'LEAD_RATER';
  /** Whether a class counts only once it is confirmed, or as the unit claims it until then. */
  readonly classCounts: 'CONFIRMED_ONLY' | 'CLAIMED_UNTIL_CONFIRMED';
  /** Ratings from these sources count; of what one person says on one axis, that of the source named first. */
  readonly sources: readonly RatingSource[];
};

/** What is meant where an event names no rules; the base says the same, and a test holds it to that. */
export const COMMON_ITEM_RULES: ItemRules = {
  classOfSeparateUnits: 'WORST',
  raters: 'ALL',
  classCounts: 'CONFIRMED_ONLY',
  sources: ['FORM'],
};

const same = (one: ItemRules, other: ItemRules): boolean => canonicalJson(one) === canonicalJson(other);

/** What an event says of the rules that a case is counted by from now on: nothing where they are as before. */
export const itemsTold = (
  items: ItemRules,
  before: ItemRules = COMMON_ITEM_RULES,
): { readonly items?: ItemRules } => (same(items, before) ? {} : { items });

type Parts = {
  readonly items: ItemRules;
  readonly outcomes: { readonly confirmers: readonly string[] };
  readonly records: RecordRules;
};

/** Rules by which nothing would ever count. */
export function checkItems({ items, outcomes, records }: Parts, report: Report): void {
  const { classCounts, sources, raters } = items;
  if (classCounts === 'CONFIRMED_ONLY' && outcomes.confirmers.length === 0)
    report(
      ['items', 'classCounts'],
      '没有人确认结果类别(outcomes.confirmers)，类别永远不会计入；写 CLAIMED_UNTIL_CONFIRMED 或写明由谁确认。',
      'nobody confirms classes (outcomes.confirmers), so none would ever count; write CLAIMED_UNTIL_CONFIRMED or name who confirms.',
    );
  const kinds = Object.entries(records);
  const votes = kinds.some(([, { canonical, verdict }]) => canonical === 'SATISFACTION_VOTE' && verdict);
  if (sources.includes('VOTE') && !votes)
    report(
      ['items', 'sources'],
      '没有满意度测评这种工作记录，表决永远不会计入。',
      'no kind of record is a satisfaction vote, so no vote would ever count.',
    );
  if (raters !== 'LEAD_RATER') return;
  if (sources.includes('VOTE'))
    report(
      ['items', 'sources'],
      'raters 为 LEAD_RATER 时表决不计入；删去 VOTE 或改 raters。',
      "a vote is nobody's in particular and does not count by LEAD_RATER; leave out VOTE or change `raters`.",
    );
  for (const [code, { rating }] of kinds) {
    if (!rating || rating.rater !== undefined || !sources.includes(rating.source)) continue;
    report(
      ['items', 'sources'],
      `工作记录“${code}”不记是谁评价，raters 为 LEAD_RATER 时不计入；写 rater 或改 raters。`,
      `records of "${code}" name nobody who rates and do not count by LEAD_RATER; write \`rater\` or change \`raters\`.`,
    );
  }
}
