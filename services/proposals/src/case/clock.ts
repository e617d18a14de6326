import { dateInShanghai, type Refused, refuse } from '@duban/kernel';
import type { RefusalCode } from './refusals.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The latest of several instants; null when none is known. */
export function latest(...instants: readonly (string | null | undefined)[]): string | null {
  let last: string | null = null;
  for (const one of instants) {
    if (typeof one === 'string' && (last === null || before(last, one))) last = one;
  }
  return last;
}

/** As `toISOString` writes it: of two such the earlier is the smaller text. */
const isWritten = (instant: string): boolean => instant.length === 24 && instant.endsWith('Z');

export const before = (one: string, other: string): boolean =>
  isWritten(one) && isWritten(other) ? one < other : Date.parse(one) < Date.parse(other);

export const yearOf = (instant: string): number => Number(dateInShanghai(instant).slice(0, 4));

/** A moment as a person in Asia/Shanghai reads it: `2026-01-13 10:00`. */
export const momentText = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** The moment a command says it happened, as an ISO instant in UTC; now when it says nothing. */
export function momentOf(occurredAt: string | undefined, now: string): string | Refused<RefusalCode> {
  if (occurredAt === undefined || occurredAt === now) return now;
  const instant = INSTANT.test(occurredAt) ? Date.parse(occurredAt) : Number.NaN;
  if (Number.isNaN(instant) || instant < Date.parse('1949-01-01T00:00:00Z'))
    return refuse('DATE_INVALID', { field: 'occurredAt' });
  if (instant > Date.parse(now)) return refuse('DATE_IN_FUTURE', { field: 'occurredAt' });
  return new Date(instant).toISOString();
}
