import { addUnits, type CalendarDate, dateInShanghai } from '@duban/kernel';
import { type Circumstances, type Coded, judge } from '../process/condition.js';
import type { DeadlineRule, Process } from '../process/process.js';
import type { CaseContext } from './context.js';
import type { DeadlineStep, DueDate, DueExtension } from './deadline.js';

/**
 * The due date of a step that starts at `anchorAt` (ISO instant). Null when the process has no rule
 * for the step, or the date it counts from is not known. The day it starts on is day zero. Rules of
 * which nobody knows whether they apply are not picked, and named.
 */
export function dueFor(
  process: Process,
  step: DeadlineStep,
  circumstances: Circumstances,
  anchorAt: string,
  context: Pick<CaseContext, 'calendar' | 'sessionClose'>,
): DueDate | null {
  const { picked, undecided } = judge(rulesOf(process, step), circumstances);
  if (!picked) return null;
  const [rule, { anchor, amount, unit }] = picked;
  const anchorDate =
    anchor === 'REPLY_DUE' && step !== 'REPLY'
      ? (dueFor(process, 'REPLY', circumstances, anchorAt, context)?.date ?? null)
      : anchorDateOf(picked[1], dateInShanghai(anchorAt), context.sessionClose);
  if (anchorDate === null) return null;
  const date = addUnits(anchorDate, amount, unit, context.calendar);
  const told = { date, rule, anchor, anchorDate, amount, unit, extensions: [] };
  return undecided.length > 0 ? { ...told, undecided } : told;
}

type Limits = Process['deadlines'];
type Rules = readonly Coded<DeadlineRule>[];
const NO_RULE: Rules = [];
const BY_STEP = new WeakMap<Limits, ReadonlyMap<DeadlineStep, Rules>>();

/** The time limits of a step, by code: sorted once for a process, which is asked again and again. */
export function rulesOf({ deadlines }: Process, step: DeadlineStep): Rules {
  const known = BY_STEP.get(deadlines) ?? Map.groupBy(Object.entries(deadlines), ([, rule]) => rule.step);
  BY_STEP.set(deadlines, known);
  return known.get(step) ?? NO_RULE;
}

function anchorDateOf(
  rule: DeadlineRule,
  startDate: CalendarDate,
  sessionClose: CalendarDate | null,
): CalendarDate | null {
  if (rule.anchor === 'SESSION_CLOSE') return sessionClose;
  if (rule.anchor !== 'FIXED_DATE') return startDate;
  const year = Number(startDate.slice(0, 4));
  const thisYear = `${year}-${rule.on}`;
  return thisYear >= startDate ? thisYear : `${year + 1}-${rule.on}`;
}

/**
 * The same clock counted from the day the unit acknowledged, for rules that say so (RECEIPT); null for
 * the others. What was extended before stays as it was decided.
 */
export function dueFromReceipt(
  due: DueDate | null,
  receivedAt: string,
  context: Pick<CaseContext, 'calendar'>,
): DueDate | null {
  if (due?.anchor !== 'RECEIPT' || due.extensions.length > 0) return null;
  const anchorDate = dateInShanghai(receivedAt);
  return { ...due, anchorDate, date: addUnits(anchorDate, due.amount, due.unit, context.calendar) };
}

/** The due date after an approved extension; how it came about stays readable. */
export function extendDue(
  due: DueDate,
  { amount, unit }: Pick<DueExtension, 'amount' | 'unit'>,
  decidedAt: string,
  context: Pick<CaseContext, 'calendar'>,
): DueDate {
  const date = addUnits(due.date, amount, unit, context.calendar);
  const extension: DueExtension = { amount, unit, from: due.date, to: date, decidedAt };
  return { ...due, date, extensions: [...due.extensions, extension] };
}

/** The due day itself is still in time. */
export const isPast = (due: DueDate, at: string): boolean => dateInShanghai(at) > due.date;

/** Past, and the rule says that late is refused. */
export const isShut = (due: DueDate, at: string, process: Process): boolean =>
  isPast(due, at) && (process.deadlines[due.rule]?.lateEffect ?? 'REFUSE') === 'REFUSE';
