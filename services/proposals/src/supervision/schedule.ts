import { addDays, addMonths, addUnits, type CalendarDate, type WorkingCalendar } from '@duban/kernel';
import { DATE_UNIT_WORDS } from '../case/labels.js';
import type { Label } from '../process/label.js';
import type { Schedule, ScheduleMoment, ScheduleRule } from '../process/schedule.js';

/** UNKNOWN: the session's close has not been declared. LATE: done, but after the day. */
export const SCHEDULE_STATES = ['UNKNOWN', 'UPCOMING', 'DUE', 'DONE', 'LATE', 'MISSED'] as const;
export type ScheduleState = (typeof SCHEDULE_STATES)[number];

/** A record that may fulfil something. */
export type HeldRecord = {
  readonly recordId: string;
  readonly kind: string;
  readonly on: CalendarDate;
  /** Fields with a choice, by code. */
  readonly choices: Readonly<Record<string, string>>;
  /** The case it is on, and the cases it names. */
  readonly caseIds: readonly string[];
};

export type ScheduledEvent = {
  readonly rule: string;
  readonly label: Label;
  readonly from: CalendarDate | null;
  readonly due: CalendarDate | null;
  readonly required: number;
  readonly done: number;
  readonly missing: number;
  readonly recordIds: readonly string[];
  /** Key items that no record covers yet. */
  readonly missingCaseIds: readonly string[];
  readonly state: ScheduleState;
  readonly explanation: Label;
};

export type ScheduleYear = {
  readonly year: number;
  /** Close of the year's session; null when nobody declared it. */
  readonly closedOn: CalendarDate | null;
  readonly today: CalendarDate;
  readonly calendar: WorkingCalendar;
  readonly records: readonly HeldRecord[];
  readonly keyCaseIds: readonly string[];
};

/** What has to be held in a year, what is on record, and what is missing. */
export const scheduleOf = (schedule: Schedule, year: ScheduleYear): readonly ScheduledEvent[] =>
  Object.entries(schedule)
    .map(([code, rule]) => scheduled(code, rule, year))
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));

/** By day, and on one day by code: how a definition was stored makes no difference. */
const placeOf = ({ due, rule }: ScheduledEvent): string => `${due ?? '9999'} ${rule}`;

type Window = { readonly from: CalendarDate; readonly due: CalendarDate };

/** From which day on a record counts, and the last day in time. */
export function windowOf(on: ScheduleMoment, { year, closedOn, calendar }: ScheduleYear): Window | null {
  if ('anchor' in on)
    return closedOn === null
      ? null
      : { from: closedOn, due: addUnits(closedOn, on.amount, on.unit, calendar) };
  if ('month' in on) {
    const from = `${year}-${String(on.month).padStart(2, '0')}-01`;
    return { from, due: addDays(addMonths(from, 1), -1) };
  }
  return { from: `${year}-01-01`, due: 'date' in on ? `${year}-${on.date}` : `${year}-12-31` };
}

function scheduled(code: string, rule: ScheduleRule, frame: ScheduleYear): ScheduledEvent {
  const { year, today, keyCaseIds } = frame;
  const window = windowOf(rule.on, frame);
  const found = window ? frame.records.filter((one) => fulfils(rule, one, window, year)) : [];
  const covered = new Set(found.flatMap(({ caseIds }) => caseIds).filter((id) => keyCaseIds.includes(id)));
  const missingCaseIds = rule.covers === 'ALL_KEY' ? keyCaseIds.filter((id) => !covered.has(id)) : [];
  const required = requiredOf(rule, keyCaseIds.length);
  const done = rule.covers ? covered.size : found.length;
  const missing = Math.max(0, required - done);
  const late = window !== null && latestNeeded(rule, found, required) > window.due;
  const state = stateOf(window, today, missing, late);
  return {
    ...{ rule: code, label: rule.label, from: window?.from ?? null, due: window?.due ?? null },
    ...{ required, done, missing, recordIds: found.map(({ recordId }) => recordId), missingCaseIds, state },
    explanation: explain(rule.on, window, { required, done, missing }),
  };
}

function fulfils(
  { fulfilledBy: { record, field, value } }: ScheduleRule,
  one: HeldRecord,
  { from }: Window,
  year: number,
): boolean {
  const chosen = field === undefined || one.choices[field] === value;
  return one.kind === record && chosen && one.on >= from && one.on <= `${year}-12-31`;
}

function requiredOf({ on, covers }: ScheduleRule, keyCases: number): number {
  if (covers === 'ALL_KEY') return keyCases;
  if (covers === 'SOME_KEY') return Math.min(1, keyCases);
  return 'perYear' in on ? on.perYear : 1;
}

/** The day of the record with which it was complete. */
function latestNeeded(
  { covers }: ScheduleRule,
  found: readonly HeldRecord[],
  required: number,
): CalendarDate {
  const days = found.map(({ on }) => on).sort();
  return (covers === 'ALL_KEY' ? days.at(-1) : days[required - 1]) ?? '';
}

function stateOf(window: Window | null, today: CalendarDate, missing: number, late: boolean): ScheduleState {
  if (window === null) return 'UNKNOWN';
  if (missing === 0) return late ? 'LATE' : 'DONE';
  if (today > window.due) return 'MISSED';
  return today < window.from ? 'UPCOMING' : 'DUE';
}

function explain(
  on: ScheduleMoment,
  window: Window | null,
  { required, done, missing }: Pick<ScheduledEvent, 'required' | 'done' | 'missing'>,
): Label {
  const [whenZh, whenEn] = momentWords(on, window);
  const restZh = missing > 0 ? `，还差 ${missing}` : '';
  const restEn = missing > 0 ? `, ${missing} missing` : '';
  return {
    zh: `${whenZh}；应 ${required}，已有 ${done}${restZh}`,
    en: `${whenEn}; ${required} needed, ${done} on record${restEn}`,
  };
}

function momentWords(on: ScheduleMoment, window: Window | null): readonly [zh: string, en: string] {
  if ('anchor' in on) {
    if (!window) return ['尚未登记本次会议的闭幕日期', 'The close of the session has not been declared'];
    const [zh, en] = DATE_UNIT_WORDS[on.unit];
    return [
      `会议闭幕（${window.from}）后第 ${on.amount} ${zh}，截至 ${window.due}`,
      `${on.amount} ${en} after the session closed (${window.from}), until ${window.due}`,
    ];
  }
  if ('month' in on) return [`每年 ${on.month} 月`, `Every year in month ${on.month}`];
  if ('date' in on) return [`每年 ${on.date} 前`, `Every year until ${on.date}`];
  return [`每年 ${on.perYear} 次`, `${on.perYear} times a year`];
}
