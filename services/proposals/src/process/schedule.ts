import type { DateUnit } from '@duban/kernel';
import type { Label } from './label.js';

/** When something has to be held: counted from the close of the session, in a month, until a date, or so often in a year. */
export type ScheduleMoment =
  | { readonly anchor: 'SESSION_CLOSE'; readonly amount: number; readonly unit: DateUnit }
  | { readonly month: number }
  | { readonly date: string }
  | { readonly perYear: number };

/**
 * Something to be held every year (定期工作), shown by a work record; `field` and `value` when only
 * records with that choice count. `covers`: it concerns key items, every one or some of them.
 */
export type ScheduleRule = {
  readonly label: Label;
  readonly on: ScheduleMoment;
  readonly fulfilledBy: { readonly record: string; readonly field?: string; readonly value?: string };
  readonly covers?: 'ALL_KEY' | 'SOME_KEY';
};

export type Schedule = Readonly<Record<string, ScheduleRule>>;

type Report = (path: readonly string[], zh: string, en: string) => void;
type Kinds = Readonly<
  Record<string, { readonly fields?: Readonly<Record<string, { readonly choices?: object }>> }>
>;

/** Each is fulfilled by a kind of record there is, and a choice it has. */
export function checkSchedule(
  { schedule, records }: { readonly schedule: Schedule; readonly records: Kinds },
  report: Report,
): void {
  for (const [code, { fulfilledBy }] of Object.entries(schedule)) {
    const { record, field, value } = fulfilledBy;
    const path = ['schedule', code, 'fulfilledBy'];
    const kind = Object.hasOwn(records, record) ? records[record] : undefined;
    if (!kind)
      report([...path, 'record'], `没有“${record}”这种工作记录。`, `there is no kind of record "${record}".`);
    else if (field !== undefined && !Object.hasOwn(kind.fields?.[field]?.choices ?? {}, value ?? ''))
      report([...path, 'value'], `“${field}”没有选项“${value}”。`, `"${field}" has no choice "${value}".`);
  }
}
