import { type CalendarDate, isCalendarDate } from '@duban/kernel';
import { columnName, type FACT_COLUMNS, type FactColumn, type Facts } from '../facts/fact.js';
import type { Axis, RoundChoice } from '../facts/vocabulary.js';

type ColumnOf<Type> = {
  [Column in FactColumn]: (typeof FACT_COLUMNS)[Column] extends Type ? Column : never;
}[FactColumn];
type IntColumn = ColumnOf<'int'>;
/** Columns that can be added up. */
export type Counter = Exclude<IntColumn, 'year'>;
/** `satisfaction` is the level on the axis and of the round that was asked for. */
export type TextColumn = ColumnOf<'text'> | 'satisfaction';

/**
 * A condition on one row of facts, as data: one meaning, two readings (SQL and memory). Every leaf is
 * true or false, never unknown, so that `not` means the same in both.
 */
export type Predicate =
  | { readonly op: 'present'; readonly column: FactColumn | 'satisfaction' }
  | { readonly op: 'is'; readonly column: TextColumn; readonly values: readonly string[] }
  | { readonly op: 'atLeast'; readonly column: IntColumn; readonly value: number }
  | { readonly op: 'holds'; readonly column: ColumnOf<'boolean'> }
  | { readonly op: 'over'; readonly column: ColumnOf<'date'> }
  | { readonly op: 'all' | 'any'; readonly of: readonly Predicate[] }
  | { readonly op: 'not'; readonly of: Predicate };

export const present = (column: FactColumn | 'satisfaction'): Predicate => ({ op: 'present', column });
export const is = (column: TextColumn, ...values: string[]): Predicate => ({ op: 'is', column, values });
export const atLeast = (column: IntColumn, value: number): Predicate => ({ op: 'atLeast', column, value });
export const holds = (column: ColumnOf<'boolean'>): Predicate => ({ op: 'holds', column });
/** The day has passed: it lies before the day the figure speaks of. */
export const over = (column: ColumnOf<'date'>): Predicate => ({ op: 'over', column });
export const all = (...of: Predicate[]): Predicate => ({ op: 'all', of });
export const any = (...of: Predicate[]): Predicate => ({ op: 'any', of });
export const not = (of: Predicate): Predicate => ({ op: 'not', of });

/** What a figure asks about: the day it speaks of, and which satisfaction. */
export type Question = { readonly day: CalendarDate; readonly axis: Axis; readonly round: RoundChoice };

const SATISFACTION: Record<Axis, Record<RoundChoice, FactColumn>> = {
  ATTITUDE: { FIRST: 'attitudeFirst', FINAL: 'attitudeFinal' },
  RESULT: { FIRST: 'resultFirst', FINAL: 'resultFinal' },
  OVERALL: { FIRST: 'overallFirst', FINAL: 'overallFinal' },
};

const columnAsked = (column: FactColumn | 'satisfaction', { axis, round }: Question): FactColumn =>
  column === 'satisfaction' ? SATISFACTION[axis][round] : column;

/** The condition in memory. */
export function test(predicate: Predicate, facts: Facts, question: Question): boolean {
  switch (predicate.op) {
    case 'all':
      return predicate.of.every((each) => test(each, facts, question));
    case 'any':
      return predicate.of.some((each) => test(each, facts, question));
    case 'not':
      return !test(predicate.of, facts, question);
    default:
      return testLeaf(predicate, facts[columnAsked(predicate.column, question)], question);
  }
}

type Leaf = Exclude<Predicate, { readonly of: unknown }>;

function testLeaf(leaf: Leaf, value: Facts[FactColumn], { day }: Question): boolean {
  switch (leaf.op) {
    case 'present':
      return value !== null;
    case 'is':
      return typeof value === 'string' && leaf.values.includes(value);
    case 'atLeast':
      return typeof value === 'number' && value >= leaf.value;
    case 'holds':
      return value === true;
    case 'over':
      return typeof value === 'string' && value < day;
  }
}

/** The condition as SQL over a table of facts. Its values come from code, never from a caller. */
export function toSql(predicate: Predicate, question: Question): string {
  switch (predicate.op) {
    case 'all':
      return joined(predicate.of, ' AND ', 'true', question);
    case 'any':
      return joined(predicate.of, ' OR ', 'false', question);
    case 'not':
      return `NOT ${toSql(predicate.of, question)}`;
    default:
      return leafSql(predicate, columnName(columnAsked(predicate.column, question)), question);
  }
}

function joined(parts: readonly Predicate[], word: string, empty: string, question: Question): string {
  return parts.length === 0 ? empty : `(${parts.map((part) => toSql(part, question)).join(word)})`;
}

function leafSql(leaf: Leaf, column: string, { day }: Question): string {
  switch (leaf.op) {
    case 'present':
      return `(${column} IS NOT NULL)`;
    case 'is':
      return `(${column} IS NOT NULL AND ${column} IN (${leaf.values.map(literal).join(', ')}))`;
    case 'atLeast':
      return `(${column} IS NOT NULL AND ${column} >= ${leaf.value})`;
    case 'holds':
      return `(${column} IS TRUE)`;
    case 'over':
      return `(${column} IS NOT NULL AND ${column} < ${dateLiteral(day)})`;
  }
}

function literal(value: string): string {
  if (!/^[A-Z_|]+$/.test(value)) throw new Error(`Not a word of the vocabulary: ${value}`);
  return `'${value}'`;
}

function dateLiteral(day: CalendarDate): string {
  if (!isCalendarDate(day)) throw new Error(`Not a date: ${day}`);
  return `date '${day}'`;
}
