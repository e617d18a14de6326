import { type Circumstances, judge } from '../process/condition.js';
import type { NumberingRule, Process } from '../process/process.js';
import type { ProposalKind, SessionPeriod } from './vocabulary.js';

/** What a case number is made of. `term` and `session` (届、次) may be null where the rule does not use them. */
export type NumberFacts = {
  readonly kind: ProposalKind;
  readonly period: SessionPeriod;
  readonly year: number;
  readonly term: number | null;
  readonly session: number | null;
};

const PLACE = /\{(year|term|session|series|serial)(?::(\d))?\}/g;

export const numberingRule = (process: Process, circumstances: Circumstances): NumberingRule | null =>
  judge(Object.entries(process.numbering), circumstances).picked?.[1] ?? null;

/** The names a rule uses that have no value yet. */
export function missingNumberFacts(rule: NumberingRule, facts: NumberFacts): string[] {
  const used = [...rule.pattern.matchAll(PLACE)].map((found) => found[1]);
  const needs = (name: 'term' | 'session') => used.includes(name) || rule.per.includes(upper(name));
  return (['term', 'session'] as const).filter((name) => needs(name) && facts[name] === null);
}

const upper = (name: 'term' | 'session'): 'TERM' | 'SESSION' => (name === 'term' ? 'TERM' : 'SESSION');

/**
 * The counter a new case number is drawn from, e.g. `NPC_SUGGESTION/会字/2026`; null when the process
 * has no rule for it. Lock the counter, then pass its next serial in the context: no gaps, no reuse.
 */
export function seriesOf(process: Process, facts: NumberFacts, circumstances: Circumstances): string | null {
  const rule = numberingRule(process, circumstances);
  if (!rule) return null;
  const parts = rule.per.map((part) => facts[part.toLowerCase() as 'year' | 'term' | 'session'] ?? '-');
  return [facts.kind, rule.series, ...parts].join('/');
}

/** The case number (案号) with a serial filled in: `{serial:4}` is padded with zeros to four digits. */
export function caseNumberOf(rule: NumberingRule, facts: NumberFacts, serial: number): string {
  const values: Record<string, string | number | null> = { ...facts, series: rule.series, serial };
  return rule.pattern.replace(PLACE, (_, name: string, width?: string) =>
    String(values[name] ?? '').padStart(Number(width ?? 0), '0'),
  );
}

/** The serial inside a number that an old ledger gives; null when it is not of the rule's form. */
export function serialIn(rule: NumberingRule, facts: NumberFacts, caseNumber: string): number | null {
  const digits = [...caseNumber.matchAll(/\d+/g)].map((found) => Number(found[0]));
  const serial = digits.find(
    (one) => Number.isSafeInteger(one) && caseNumberOf(rule, facts, one) === caseNumber,
  );
  return serial !== undefined && serial > 0 ? serial : null;
}

/** The number of a tracking entry, e.g. `2026-0007`. */
export const entryNumberOf = (pattern: string, year: number, serial: number): string =>
  pattern.replace(PLACE, (_, name: string, width?: string) =>
    String(name === 'serial' ? serial : year).padStart(Number(width ?? 0), '0'),
  );
