import { checkText, isCalendarDate, refuse } from '@duban/kernel';
import type { Membership } from '../case/context.js';
import type { RefusalCode } from '../case/refusals.js';
import type { Refusal } from '../case/rule.js';
import type { RecordFieldRule, RecordFieldType, RecordRule, RecordVerdictRule } from '../process/records.js';
import type { GivenValue } from './given-value.js';
import type { Ballots, FieldValue, RecordValue } from './work-record.js';

/** What the locality has: ids that a field may name. */
export type Known = Readonly<Record<'units' | 'mandates' | 'caseIds', Membership>>;

const PROPERTY: Readonly<Record<RecordFieldType, Exclude<keyof GivenValue, 'field'>>> = {
  TEXT: 'text',
  DATE: 'date',
  NUMBER: 'number',
  CHOICE: 'choice',
  YES_NO: 'yesNo',
  UNITS: 'unitIds',
  PERSONS: 'persons',
  CASES: 'proposalIds',
  EVIDENCE: 'evidence',
  BALLOTS: 'ballots',
};

const EXPECTED: Readonly<Record<RecordFieldType, readonly [zh: string, en: string]>> = {
  TEXT: ['文字(text)', 'text (`text`)'],
  DATE: ['日期(date),如 2026-03-01', 'a date (`date`), such as 2026-03-01'],
  NUMBER: ['数字(number)', 'a number (`number`)'],
  CHOICE: ['选项代码(choice)', 'the code of a choice (`choice`)'],
  YES_NO: ['是或否(yesNo)', 'true or false (`yesNo`)'],
  UNITS: ['本地单位(unitIds)', 'units of the locality (`unitIds`)'],
  PERSONS: ['人员(persons)', 'persons (`persons`)'],
  CASES: ['本地的件(proposalIds)', 'cases of the locality (`proposalIds`)'],
  EVIDENCE: ['材料(evidence)', 'pieces of evidence (`evidence`)'],
  BALLOTS: ['各选项票数(ballots)', 'ballots by choice (`ballots`)'],
};

type Filled = { readonly values: readonly RecordValue[] } | { readonly refusal: Refusal };

/** The given values in the order of the kind's fields, or why one is not taken: always with the field's name. */
export function fillIn(
  kind: RecordRule,
  given: readonly GivenValue[],
  known: Known,
  textLimit: number,
): Filled {
  const fields = kind.fields ?? {};
  const stray = given.find(
    ({ field }, at) => !Object.hasOwn(fields, field) || given.findIndex((one) => one.field === field) !== at,
  );
  if (stray) return { refusal: refuse('RECORD_FIELD_UNKNOWN', { field: stray.field }) };
  const values: RecordValue[] = [];
  for (const [field, rule] of Object.entries(fields)) {
    const one = given.find((each) => each.field === field) ?? { field };
    const value = readValue(rule, one);
    const refusal = checkValue(field, rule, one, value, known, textLimit);
    if (refusal) return { refusal };
    const { label, type, choices = {} } = rule;
    if (value !== undefined) values.push({ field, label, type, choices, value });
  }
  return { values };
}

const named = (field: string, { label }: RecordFieldRule) => ({
  field,
  labelZh: label.zh,
  labelEn: label.en,
});

/** What was given for the field's type; an empty list is nothing. */
function readValue({ type }: RecordFieldRule, given: GivenValue): FieldValue | undefined {
  const value = given[PROPERTY[type]];
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return undefined;
  if (type !== 'BALLOTS') return value as FieldValue;
  return Object.fromEntries((given.ballots ?? []).map(({ choice, count }) => [choice, count]));
}

function checkValue(
  field: string,
  rule: RecordFieldRule,
  given: GivenValue,
  value: FieldValue | undefined,
  known: Known,
  textLimit: number,
): Refusal | null {
  const others = Object.entries(given).filter(([name]) => name !== 'field' && name !== PROPERTY[rule.type]);
  const stray = others.some(([, other]) => other !== undefined && other !== null);
  if (stray || (value !== undefined && !fits(rule, given, value, known))) {
    const [expectedZh, expectedEn] = EXPECTED[rule.type];
    return refuse('RECORD_FIELD_INVALID', { ...named(field, rule), expectedZh, expectedEn });
  }
  if (value === undefined) return rule.required ? refuse('RECORD_FIELD_REQUIRED', named(field, rule)) : null;
  return firstText(field, rule, value, textLimit);
}

const within = ({ min, max }: RecordFieldRule, size: number): boolean =>
  (min === undefined || size >= min) && (max === undefined || size <= max);

const MOST_ITEMS = 500;

function fits(
  rule: RecordFieldRule,
  given: GivenValue,
  value: FieldValue | undefined,
  known: Known,
): boolean {
  const list = Array.isArray(value) ? (value as readonly string[]) : [];
  const sized = list.length <= MOST_ITEMS && within(rule, list.length);
  switch (rule.type) {
    case 'TEXT':
      return typeof value === 'string' && (rule.min === undefined || [...value].length >= rule.min);
    case 'DATE':
      return isCalendarDate(String(value));
    case 'NUMBER':
      return Number.isFinite(value) && within(rule, value as number);
    case 'CHOICE':
      return Object.hasOwn(rule.choices ?? {}, value as string);
    case 'YES_NO':
      return typeof value === 'boolean';
    case 'UNITS':
      return sized && list.every((id) => known.units.has(id));
    case 'PERSONS':
      return (
        sized &&
        (given.persons ?? []).every((one) => one.mandateId === null || known.mandates.has(one.mandateId))
      );
    case 'CASES':
      return sized && list.every((id) => known.caseIds.has(id));
    case 'EVIDENCE':
      return sized;
    case 'BALLOTS':
      return ballotsFit(rule, given);
  }
}

function ballotsFit({ choices = {} }: RecordFieldRule, { ballots = [] }: GivenValue): boolean {
  const once = new Set(ballots.map(({ choice }) => choice)).size === ballots.length;
  return (
    once &&
    ballots.every(
      ({ choice, count }) => Object.hasOwn(choices, choice) && Number.isInteger(count) && count >= 0,
    )
  );
}

/** Every text inside the value, within its limit. */
function firstText(
  field: string,
  rule: RecordFieldRule,
  value: FieldValue,
  textLimit: number,
): Refusal | null {
  const texts: readonly (readonly [string, number])[] =
    typeof value === 'string'
      ? [[value, rule.type === 'TEXT' ? (rule.max ?? textLimit) : 100]]
      : Array.isArray(value)
        ? (value as readonly object[]).flatMap((item) => lines(item).map((line) => [line, 100] as const))
        : [];
  for (const [text, max] of texts) {
    const refusal = checkText(field, text, { max }) as (Refusal & { code: RefusalCode }) | null;
    if (refusal) return refusal;
  }
  return null;
}

const lines = (item: object | string): string[] => {
  if (typeof item === 'string') return [];
  const { name, title, reference } = item as Partial<Record<'name' | 'title' | 'reference', string | null>>;
  return [name, title, reference].filter((line) => typeof line === 'string');
};

/** More votes than members were there: somebody counted twice. */
export function overcounted(
  rule: RecordVerdictRule | undefined,
  values: readonly RecordValue[],
): string | null {
  const members = values.find(({ field }) => field === rule?.of)?.value;
  const ballots = values.find(({ field }) => field === rule?.ballots)?.value as Ballots | undefined;
  const cast = Object.values(ballots ?? {}).reduce((all, count) => all + count, 0);
  return rule && typeof members === 'number' && cast > members ? rule.ballots : null;
}
