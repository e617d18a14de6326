import { describe, expect, test } from '@jest/globals';
import { keyset, type Page, type SortKey } from './keyset.js';

const byDate: SortKey = { name: 'DUE', sql: 'a.due_on', type: 'date', direction: 'DESC' };
const byText: SortKey = { name: 'TITLE', sql: 'a.title', type: 'text', direction: 'ASC' };
const id = { sql: 'a.id' };
const uuid = (digit: number): string => `00000000-0000-7000-8000-00000000000${digit}`;
const row = (digit: number) => ({ cursorKey: `2026-01-0${digit}`, cursorId: uuid(digit), digit });
const at = (page: Page, sort = byDate) => keyset(page, { sort, id, nextParam: 3 });
const cursorOf = (digit: number): string => at({}).slice([row(digit)]).items[0]?.cursor as string;
const codeOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code;
  }
};

describe('the SQL of a page', () => {
  test('first page: everything, in order, one more than asked for', () => {
    const page = at({ first: 2 });
    expect(page).toMatchObject({
      where: 'true',
      orderBy: 'a.due_on DESC, a.id DESC',
      limit: 3,
      params: [],
      columns: '(a.due_on)::text AS "cursorKey", (a.id)::text AS "cursorId"',
    });
    expect(page.slice([row(3), row(2), row(1)])).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(page.slice([row(3), row(2), row(1)]).items.map(({ row: { digit } }) => digit)).toEqual([3, 2]);
  });

  test('after a cursor: what follows in the sort direction, by key and id together', () => {
    const page = at({ first: 2, after: cursorOf(2) });
    expect(page.where).toBe('(a.due_on, a.id) < ($3::date, $4::uuid)');
    expect(page.params).toEqual(['2026-01-02', uuid(2)]);
    expect(page.slice([row(1)])).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('the last ones before a cursor: read backwards, given forwards', () => {
    const page = at({ last: 1, before: cursorOf(1) });
    expect(page.where).toBe('(a.due_on, a.id) > ($3::date, $4::uuid)');
    expect(page.orderBy).toBe('a.due_on ASC, a.id ASC');
    const slice = page.slice([row(2), row(3)]);
    expect(slice.items.map(({ row: { digit } }) => digit)).toEqual([2]);
    expect(slice).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  test('between two cursors', () => {
    const page = at({ after: cursorOf(3), before: cursorOf(1) });
    expect(page.where).toBe(
      '(a.due_on, a.id) < ($3::date, $4::uuid) AND (a.due_on, a.id) > ($5::date, $6::uuid)',
    );
    expect(page.params).toHaveLength(4);
  });

  test('20 when no size is given, 0 and 100 at the edges', () => {
    expect([at({}).limit, at({ first: 0 }).limit, at({ last: 100 }).limit]).toEqual([21, 1, 101]);
    expect(at({ first: 0 }).slice([row(1)])).toMatchObject({ items: [], hasNextPage: true });
  });
});

describe('what is refused as wrong input', () => {
  test.each([
    { first: -1 },
    { first: 101 },
    { last: -1 },
    { last: 101 },
    { first: 1.5 },
    { first: 1, last: 1 },
  ])('%j', (page) => {
    expect(codeOf(() => at(page))).toBe('BAD_USER_INPUT');
  });

  const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  test.each([
    ['nothing', ''],
    ['a word', 'nonsense'],
    ['JSON that is no list', Buffer.from('{}').toString('base64url')],
    ['another order', forged('TITLE', '2026-01-02', uuid(1))],
    ['a key of another type', forged('DUE', 'yesterday', uuid(1))],
    ['a day that never was', forged('DUE', '2026-02-30', uuid(1))],
    ['an id that is none', forged('DUE', '2026-01-02', "' OR 1=1")],
    ['missing parts', forged('DUE')],
    ['parts that are no text', forged('DUE', 5, { a: 1 })],
    ['ten thousand letters', forged('DUE', 'x'.repeat(10_000), uuid(1))],
  ])('a cursor with %s', (_name, after) => {
    expect(codeOf(() => at({ after }))).toBe('BAD_USER_INPUT');
  });

  test('a text with NUL or a lone surrogate; any other text is a key', () => {
    expect(codeOf(() => at({ after: forged('TITLE', 'a\0', uuid(1)) }, byText))).toBe('BAD_USER_INPUT');
    expect(codeOf(() => at({ after: forged('TITLE', '\ud800', uuid(1)) }, byText))).toBe('BAD_USER_INPUT');
    expect(at({ after: forged('TITLE', "公交站 %_'", uuid(1)) }, byText).params).toEqual([
      "公交站 %_'",
      uuid(1),
    ]);
  });

  test('instants as PostgreSQL writes them go through', () => {
    const sort: SortKey = { name: 'AT', sql: 'at', type: 'timestamptz', direction: 'ASC' };
    for (const key of ['2026-01-02 03:04:05.678+08', '2026-01-02 03:04:05+00', 'infinity']) {
      expect(keyset({ after: forged('AT', key, uuid(1)) }, { sort, id }).params[0]).toBe(key);
    }
    expect(codeOf(() => keyset({ after: forged('AT', '2026-01-02', uuid(1)) }, { sort, id }))).toBe(
      'BAD_USER_INPUT',
    );
  });
});
