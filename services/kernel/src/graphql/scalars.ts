import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isCalendarDate } from '../calendar.js';
import { badInput } from './failure.js';

const text = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : undefined);

/** `YYYY-MM-DD` in Asia/Shanghai; a string in TypeScript. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: '日期: a calendar date in Asia/Shanghai, written YYYY-MM-DD',
  serialize: parseDate,
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(text(node)),
});

/** An instant; an ISO 8601 string in UTC with milliseconds in TypeScript. */
export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: '时刻: an instant in ISO 8601 with a zone, answered in UTC, such as 2026-03-01T01:30:00.000Z',
  serialize: (value) => parseInstant(value instanceof Date ? value.toISOString() : value),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(text(node)),
});

/** A decimal number that must not lose a digit; a string in TypeScript. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: '小数: an exact decimal number as text, such as "96.5"',
  serialize: (value) => parseDecimal(String(value)),
  parseValue: (value) => parseDecimal(typeof value === 'number' ? String(value) : value),
  parseLiteral: (node) =>
    parseDecimal(node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : text(node)),
});

function parseDate(value: unknown): string {
  if (typeof value === 'string' && isCalendarDate(value)) return value;
  throw badInput(
    '日期须写作 YYYY-MM-DD,如 2026-03-01。',
    'a date is written YYYY-MM-DD, such as 2026-03-01.',
  );
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function parseInstant(value: unknown): string {
  const match = typeof value === 'string' ? INSTANT.exec(value) : null;
  const time = match && isCalendarDate(match[1] as string) ? Date.parse(value as string) : Number.NaN;
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  throw badInput(
    '时刻须写作带时区的 ISO 8601,如 2026-03-01T09:30:00+08:00。',
    'an instant is written in ISO 8601 with a zone, such as 2026-03-01T09:30:00+08:00.',
  );
}

function parseDecimal(value: unknown): string {
  if (typeof value === 'string' && /^-?\d{1,30}(\.\d{1,30})?$/.test(value)) return value;
  throw badInput('小数须写作如 "96.5" 的数字。', 'a decimal is written as digits, such as "96.5".');
}
