import { addMonths, type CalendarDate, isCalendarDate } from '@duban/kernel';
import type { ProposalKind } from '../case/vocabulary.js';
import type { DeclaredSession } from './sessions.js';

/** How many years a term (届) has by law, and last days that were decided otherwise, by term. */
export type TermRule = {
  readonly years: number;
  readonly endsOn: Readonly<Record<string, CalendarDate>>;
};

/** On which day terms end, as far as anybody can say. */
export type Terms = {
  endOf(kind: ProposalKind, term: number): CalendarDate | null;
  /** The term that a year's session belongs to; null when no session of that year was declared. */
  ofYear(kind: ProposalKind, year: number): number | null;
};

/**
 * A term ends on the day that the process names; else when the first session of the next one opens, or,
 * while that is not declared, its years after its own first session opened. Of a term without any
 * declared session nothing is known.
 */
export const termsOf = (rule: TermRule, declared: readonly DeclaredSession[]): Terms => ({
  endOf: (kind, term) => rule.endsOn[String(term)] ?? counted(rule, declared, kind, term),
  ofYear: (kind, year) => declared.find((one) => one.kind === kind && one.year === year)?.term ?? null,
});

function counted(
  { years }: TermRule,
  declared: readonly DeclaredSession[],
  kind: ProposalKind,
  term: number,
): CalendarDate | null {
  const first = (of: number) =>
    declared.filter((one) => one.kind === kind && one.term === of).sort((a, b) => a.session - b.session)[0];
  const next = first(term + 1);
  if (next?.session === 1) return next.opensOn;
  const known = first(term);
  return known ? addMonths(known.opensOn, 12 * (years - (known.session - 1))) : null;
}

type Report = (path: readonly string[], zh: string, en: string) => void;

export function checkTerm({ term }: { readonly term: TermRule }, report: Report): void {
  for (const [number, day] of Object.entries(term.endsOn)) {
    if (isCalendarDate(day)) continue;
    const zh = `“${day}”不是真实日期，应写作 2027-01-31。`;
    report(['term', 'endsOn', number], zh, `"${day}" is not a date; write 2027-01-31.`);
  }
}
