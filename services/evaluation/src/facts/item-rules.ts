import { Payload } from './case-event.js';
import {
  CANONICAL_OUTCOMES,
  LEVELS,
  type Level,
  type Outcomes,
  outcomesIn,
  RATING_SOURCES,
  type RatingSource,
} from './vocabulary.js';

/**
 * How an item gets one value out of several units, raters, sources and rounds. Every share depends on
 * these, so each locality's process declares them (`items`), and a case keeps those it was handed over
 * under: its events name them where they are not the common ones.
 */
export type ItemRules = {
  /** Class of an item with separate units (分办): the worst or the best of them. */
  readonly classOfSeparateUnits: 'WORST' | 'BEST';
  /** ALL: every rater counts, and the item is as satisfied as its least satisfied one; LEAD_RATER: the lead proposer alone. */
  readonly raters: 'ALL' | 'LEAD_RATER';
  /** Whether a class counts only once the office has confirmed it, or as soon as the unit claims it. */
  readonly classCounts: 'CONFIRMED_ONLY' | 'CLAIMED_UNTIL_CONFIRMED';
  /** Ratings from these sources count; of what one person says on one axis, that of the source named first. */
  readonly sources: readonly RatingSource[];
};

/** What holds where a case's events name no rules: what `localities/base/process.yaml` says for everybody. */
export const DEFAULT_ITEM_RULES: ItemRules = {
  classOfSeparateUnits: 'WORST',
  raters: 'ALL',
  classCounts: 'CONFIRMED_ONLY',
  sources: ['FORM'],
};

/** The rules that an event names; null when it names none. What is not understood is as it is everywhere. */
export function itemRulesIn(data: Payload): ItemRules | null {
  const said = data.object('items');
  if (!said) return null;
  const rules = DEFAULT_ITEM_RULES;
  const sources = said.texts('sources').flatMap((name) => RATING_SOURCES.filter((source) => source === name));
  return {
    classOfSeparateUnits: said.text('classOfSeparateUnits') === 'BEST' ? 'BEST' : rules.classOfSeparateUnits,
    raters: said.text('raters') === 'LEAD_RATER' ? 'LEAD_RATER' : rules.raters,
    classCounts:
      said.text('classCounts') === 'CLAIMED_UNTIL_CONFIRMED' ? 'CLAIMED_UNTIL_CONFIRMED' : rules.classCounts,
    sources: sources.length > 0 ? sources : rules.sources,
  };
}

/** Rules in one line, as facts keep them: `WORST ALL CONFIRMED_ONLY VERIFICATION>FORM`; null for the common ones. */
export function countedBy(rules: ItemRules): string | null {
  if (rules === DEFAULT_ITEM_RULES) return null;
  const { classOfSeparateUnits, raters, classCounts, sources } = rules;
  const written = [classOfSeparateUnits, raters, classCounts, sources.join('>')].join(' ');
  return written === COMMON ? null : written;
}

const COMMON = 'WORST ALL CONFIRMED_ONLY FORM';

/** What such a line says. */
export function rulesCounted(line: string | null): ItemRules {
  const [classOfSeparateUnits, raters, classCounts, sources = ''] = (line ?? COMMON).split(' ');
  const said = new Payload({
    items: { classOfSeparateUnits, raters, classCounts, sources: sources.split('>') },
  });
  return itemRulesIn(said) ?? DEFAULT_ITEM_RULES;
}

/** How far a set is from solved: its worst member decides, then the next worst. */
const distance = (outcomes: Outcomes): string =>
  outcomesIn(outcomes)
    .map((outcome) => CANONICAL_OUTCOMES.indexOf(outcome))
    .sort((a, b) => b - a)
    .join('');

/** Negative when `a` is the better class. A set with a better member beside the same worst one is better. */
export function compareOutcomes(a: Outcomes, b: Outcomes): number {
  const [left, right] = [distance(a), distance(b)];
  if (left === right) return 0;
  const width = Math.max(left.length, right.length);
  const [first, second] = [pad(left, width), pad(right, width)];
  return first < second ? -1 : 1;
}

const pad = (digits: string, width: number): string => digits.padEnd(width, digits.at(-1) ?? '0');

/** The least satisfied of several levels; null when there is none. */
export function worstLevel(levels: readonly Level[]): Level | null {
  const rank = Math.max(-1, ...levels.map((level) => LEVELS.indexOf(level)));
  return LEVELS[rank] ?? null;
}
