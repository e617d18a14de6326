import { daysBetween } from '@duban/kernel';
import { columnName, type FactColumn, type Facts } from '../facts/fact.js';

/** Places in the tree that figures are broken down by: what lies right below, or all of one level. */
export const PLACE_DIMENSIONS = ['CHILD', 'PROVINCE', 'CITY', 'COUNTY'] as const;
export type PlaceDimension = (typeof PLACE_DIMENSIONS)[number];

/** What figures can be broken down by. */
export const DIMENSIONS = [
  ...PLACE_DIMENSIONS,
  'YEAR',
  'MONTH',
  'KIND',
  'PERIOD',
  'CATEGORY',
  'TIER',
  'SYSTEM',
  'OUTCOME',
  'SATISFACTION',
] as const;
export type DimensionName = (typeof DIMENSIONS)[number];

export const isPlace = (name: DimensionName): name is PlaceDimension =>
  (PLACE_DIMENSIONS as readonly string[]).includes(name);

/** A dimension that lies in the facts: what stands in one column, the month of the date in it, or the days since another's. */
export type FactDimension = {
  readonly column: FactColumn;
  readonly month?: true;
  readonly since?: FactColumn;
};

/** An item's key in a dimension as SQL over a table of facts: text, or NULL. */
export const keySql = ({ column, month, since }: FactDimension): string => {
  if (since) return `(${columnName(column)} - ${columnName(since)})::text`;
  return month ? `to_char(${columnName(column)}, 'YYYY-MM')` : `${columnName(column)}::text`;
};

/** The same in memory. */
export function keyIn({ column, month, since }: FactDimension, facts: Facts): string | null {
  const value = facts[column];
  const before = since && facts[since];
  if (value === null || before === null) return null;
  if (before !== undefined) return String(daysBetween(String(before), String(value)));
  return month ? String(value).slice(0, 7) : String(value);
}
