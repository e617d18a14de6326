import { expect } from '@jest/globals';
import type { Figure } from './figures.js';

/** What a place prints about a year. */
export const FIGURES = `query ($code: String!, $filter: FigureFilter!) { locality(code: $code) { name figures(filter: $filter) {
  ${['HANDED_OVER_COUNT', 'SOLVED_OR_PLANNED_RATE', 'COMPLETION_RATE', 'REHANDLING_RATE', 'KEY_COUNT']
    .map((name) => `${name}: metric(name: ${name}) { ...shown }`)
    .join('\n')}
  attitude: metric(name: SATISFACTION_INCLUSIVE, axis: ATTITUDE) { ...shown }
  result: metric(name: SATISFACTION_INCLUSIVE, axis: RESULT) { ...shown }
  resultAtFirst: metric(name: SATISFACTION_INCLUSIVE, axis: RESULT, round: FIRST) { ...shown }
  outcomes(rounding: { mode: HALF_UP, digits: 1 }) { outcomes localClass count share { display } }
  coverage { expected reporting missing { code } notComparable { reason } }
  freshness { secondsBehind }
} } } fragment shown on Figure { numerator denominator display reason }`;

export type Problem = Readonly<Record<'row' | 'column' | 'value' | 'code', unknown>>;
export const HAN = expect.stringMatching(/\p{Script=Han}/u);
export const ENGLISH = expect.stringMatching(/[A-Za-z]{3}/);
export const IMPORT = `mutation ($rows: [LedgerRowInput!]!) {
  importLedger(input: { idempotencyKey: "bad cells", year: 2023, rows: $rows }) {
    ... on ImportLedgerRefusal { code problems { row column value code message messageEn } } } }`;

export const rate = (numerator: number, denominator: number, display: string) => ({
  numerator,
  denominator,
  display,
  reason: null,
});
export const counts = ({ numerator, denominator }: Figure): number[] => [numerator ?? 0, denominator ?? 0];
export const sums = (lists: readonly (readonly number[])[]): number[] =>
  (lists[0] ?? []).map((_, at) => lists.reduce((total, list) => total + (list[at] ?? 0), 0));

/** Counts of a single place over the three parts that every place can tell apart. */
export function perPart(outcomes: readonly { outcomes: string[]; count: number }[]): number[] {
  const parts = [['SOLVED'], ['IN_PROGRESS', 'PLANNED'], ['DEFERRED', 'REFERENCE']];
  const within = (set: string[], part: string[]) => set.every((one) => part.includes(one));
  return parts.map((part) =>
    outcomes.filter((one) => within(one.outcomes, part)).reduce((total, one) => total + one.count, 0),
  );
}
