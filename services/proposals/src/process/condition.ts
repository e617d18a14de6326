import type { ConditionLanguage, DerivedValues, KnownFacts, Truth } from '@duban/kernel';
import type { ProposalKind, SessionPeriod } from '../case/vocabulary.js';

/** A condition as a mapping: every fact it names must be as it says. */
export type RuleCondition = {
  readonly kind?: ProposalKind;
  readonly period?: SessionPeriod;
  readonly hard?: boolean;
  readonly key?: boolean;
};

/**
 * When a rule applies; left out, it applies always. A mapping, or an expression in CEL over the facts
 * of case/fact-table.ts, e.g. `case.tier == "TOP_LEADER" && unit.load >= 20`.
 */
export type Condition = RuleCondition | string;

export type { ConditionLanguage, DerivedValues, KnownFacts as Facts, Truth };

/** Facts, and what can tell whether a condition holds for them. */
export type Circumstances = {
  readonly facts: KnownFacts;
  readonly derived: DerivedValues;
  readonly conditions: ConditionLanguage;
};

/** Where nothing understands CEL, no expression is ever known to hold. */
export const MAPPINGS_ONLY: ConditionLanguage = {
  holds: () => 'UNKNOWN',
  weight: () => 1,
  reads: () => [],
  checkCondition: () => [],
  checkDerived: () => ({}),
};

export function holds(condition: Condition | undefined, circumstances: Circumstances): Truth {
  if (condition === undefined) return true;
  const { facts, derived, conditions } = circumstances;
  if (typeof condition === 'string') return conditions.holds(condition, facts, derived);
  const known = Object.entries(condition).map(([name, wanted]) => {
    const value = facts.case?.[name];
    return value === null || value === undefined ? 'UNKNOWN' : value === wanted;
  });
  if (known.includes(false)) return false;
  return known.includes('UNKNOWN') ? 'UNKNOWN' : true;
}

/** The more conditions, the more specific. */
export function weightOf(condition: Condition | undefined, conditions: ConditionLanguage): number {
  if (condition === undefined) return 0;
  return typeof condition === 'string' ? conditions.weight(condition) : Object.keys(condition).length;
}

/** The facts a condition reads, e.g. `case.hard`. */
export function readsOf(
  condition: Condition | undefined,
  { derived, conditions }: Circumstances,
): readonly string[] {
  if (condition === undefined) return [];
  if (typeof condition === 'string') return conditions.reads(condition, derived);
  return Object.keys(condition).map((name) => `case.${name}`);
}

export type Coded<Rule> = readonly [id: string, rule: Rule];
type WithCondition = { readonly when?: Condition };

/** The rule that applies, null when none does; and the codes of those of which it is not known whether they do. */
export type Judged<Rule> = { readonly picked: Coded<Rule> | null; readonly undecided: readonly string[] };

/** Of several rules whose conditions are met the one with the most conditions; of equals the first by code. */
export function judge<Rule extends WithCondition>(
  rules: readonly Coded<Rule>[],
  circumstances: Circumstances,
): Judged<Rule> {
  let picked: Coded<Rule> | null = null;
  const undecided: string[] = [];
  for (const coded of rules) {
    const truth = holds(coded[1].when, circumstances);
    if (truth === 'UNKNOWN') undecided.push(coded[0]);
    else if (truth && (picked === null || outweighs(coded, picked, circumstances.conditions))) picked = coded;
  }
  return { picked, undecided };
}

function outweighs(
  one: Coded<WithCondition>,
  other: Coded<WithCondition>,
  conditions: ConditionLanguage,
): boolean {
  const [a, b] = [weightOf(one[1].when, conditions), weightOf(other[1].when, conditions)];
  return a > b || (a === b && one[0] < other[0]);
}
