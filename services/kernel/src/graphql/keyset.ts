import { isCalendarDate } from '../calendar.js';
import { badInput } from './failure.js';

/** Relay's four arguments. */
export type Page = {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
};

export type SortType = 'text' | 'int' | 'bigint' | 'date' | 'timestamptz' | 'uuid';

/** What a list is sorted by: SQL from code (never from a caller) that is never NULL (coalesce it). */
export type SortKey = {
  /** Kept in the cursor, so that a cursor of another order is refused. The enum value, usually. */
  readonly name: string;
  readonly sql: string;
  readonly type: SortType;
  readonly direction: 'ASC' | 'DESC';
};

type KeysetOptions = {
  readonly sort: SortKey;
  /** The tie-breaker; unique within what the query can see. Default type: uuid. */
  readonly id: { readonly sql: string; readonly type?: 'uuid' | 'int' | 'bigint' };
  /** Number of the next free parameter `$n` in the statement. Default 1. */
  readonly nextParam?: number;
  /** How long a page may be. Left out: as lists that people read. */
  readonly largest?: number;
};

/** Rows carry these two columns beside their own; `Keyset.columns` selects them. */
export type KeysetRow = { readonly cursorKey: string; readonly cursorId: string };

/** A page as a reader hands it to the edge: rows in order with their cursors, and what lies around. */
export type Slice<Row> = {
  readonly items: readonly { readonly cursor: string; readonly row: Row }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
};

export type Keyset = {
  /** For SELECT: `"cursorKey"` and `"cursorId"`. */
  readonly columns: string;
  /** For WHERE; `true` on the first page. */
  readonly where: string;
  readonly orderBy: string;
  /** One more than the page, so that the next page is known to exist. */
  readonly limit: number;
  readonly params: readonly unknown[];
  slice<Row extends KeysetRow>(rows: readonly Row[]): Slice<Row>;
};

export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 100;
/** Of a list that is made as a whole, row by row of one statement, such as a breakdown of figures. */
export const MAX_WHOLE_PAGE = 1000;

/**
 * The SQL of one page of a list sorted by (sort key, id), stable while rows are inserted. Refuses
 * with BAD_USER_INPUT: a size outside 0..100, `first` with `last`, a cursor that is not from this list.
 */
export function keyset(page: Page, { sort, id, nextParam = 1, largest }: KeysetOptions): Keyset {
  const { size, backward } = sizeOf(page, largest);
  const idType = id.type ?? 'uuid';
  const ascending = (sort.direction === 'ASC') !== backward;
  const direction = ascending ? 'ASC' : 'DESC';
  const bounds = [
    { cursor: page.after, operator: sort.direction === 'ASC' ? '>' : '<' },
    { cursor: page.before, operator: sort.direction === 'ASC' ? '<' : '>' },
  ];
  const params: unknown[] = [];
  const conditions = bounds.flatMap(({ cursor, operator }) => {
    if (cursor === null || cursor === undefined) return [];
    const at = nextParam + params.length;
    params.push(...readCursor(cursor, sort, idType));
    return [`(${sort.sql}, ${id.sql}) ${operator} ($${at}::${sort.type}, $${at + 1}::${idType})`];
  });
  return {
    columns: `(${sort.sql})::text AS "cursorKey", (${id.sql})::text AS "cursorId"`,
    where: conditions.length === 0 ? 'true' : conditions.join(' AND '),
    orderBy: `${sort.sql} ${direction}, ${id.sql} ${direction}`,
    limit: size + 1,
    params,
    slice: (rows) => sliceOf(rows, page, size, backward, sort.name),
  };
}

function sliceOf<Row extends KeysetRow>(
  rows: readonly Row[],
  page: Page,
  size: number,
  backward: boolean,
  sortName: string,
): Slice<Row> {
  const more = rows.length > size;
  const kept = rows.slice(0, size);
  if (backward) kept.reverse();
  return {
    items: kept.map((row) => ({ cursor: writeCursor(sortName, row), row })),
    hasNextPage: backward ? Boolean(page.before) : more,
    hasPreviousPage: backward ? more : Boolean(page.after),
  };
}

/**
 * A page of a list that is whole and in order already, by the identity of its items. Refuses as
 * `keyset` does; a cursor whose item is gone is not from this list either.
 */
export function pageOf<Row>(
  list: readonly Row[],
  page: Page,
  idOf: (row: Row) => string,
  largest = MAX_PAGE,
): Slice<Row> {
  const { size, backward } = sizeOf(page, largest);
  const placeOf = (cursor: string): number => {
    const at = list.findIndex((row) => listCursor(idOf(row)) === cursor);
    if (at < 0) throw badInput(...FOREIGN_CURSOR);
    return at;
  };
  const from = page.after ? placeOf(page.after) + 1 : 0;
  const to = Math.max(from, page.before ? placeOf(page.before) : list.length);
  const [start, end] = backward ? [Math.max(from, to - size), to] : [from, Math.min(to, from + size)];
  return {
    items: list.slice(start, end).map((row) => ({ cursor: listCursor(idOf(row)), row })),
    hasNextPage: end < list.length,
    hasPreviousPage: start > 0,
  };
}

const listCursor = (id: string): string => Buffer.from(JSON.stringify(['LIST', id])).toString('base64url');

const FOREIGN_CURSOR = [
  '游标不属于这个列表或这种排序。请使用同一列表返回的游标。',
  'the cursor is not from this list in this order. Use a cursor that the same list returned.',
] as const;

function sizeOf({ first, last }: Page, largest = MAX_PAGE): { size: number; backward: boolean } {
  if (isGiven(first) && isGiven(last)) {
    throw badInput('first 与 last 只能给一个。', 'give either first or last, not both.');
  }
  const backward = isGiven(last);
  const name = backward ? 'last' : 'first';
  const size = (backward ? last : first) ?? DEFAULT_PAGE;
  if (!Number.isInteger(size) || size < 0 || size > largest) {
    throw badInput(
      `${name} 须为 0 到 ${largest} 的整数,收到 ${size}。`,
      `${name} has to be a whole number from 0 to ${largest}; it is ${size}.`,
    );
  }
  return { size, backward };
}

const isGiven = (value: number | null | undefined): value is number => value !== null && value !== undefined;

const writeCursor = (sortName: string, row: KeysetRow): string =>
  Buffer.from(JSON.stringify([sortName, row.cursorKey, row.cursorId])).toString('base64url');

function readCursor(cursor: string, sort: SortKey, idType: SortType): [string, string] {
  const [name, key, id] = cursorParts(cursor);
  if (name === sort.name && fits(key, sort.type) && fits(id, idType)) return [key, id];
  throw badInput(...FOREIGN_CURSOR);
}

function cursorParts(cursor: string): unknown[] {
  if (cursor.length > 2_000) return [];
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

const PATTERNS: Record<Exclude<SortType, 'text' | 'date' | 'timestamptz'>, RegExp> = {
  int: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
};

/** A cursor comes back from outside: nothing in it may make the database fail. */
function fits(value: unknown, type: SortType): value is string {
  if (typeof value !== 'string') return false;
  if (type === 'text') return value.isWellFormed() && !value.includes('\0');
  if (type === 'date') return isCalendarDate(value) || /^-?infinity$/.test(value);
  if (type !== 'timestamptz') return PATTERNS[type].test(value);
  const match = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/.exec(
    value,
  );
  return match ? isCalendarDate(match[1] as string) : /^-?infinity$/.test(value);
}
