import { addUnits, type CalendarDate, dateInShanghai, type WorkingCalendar } from '@duban/kernel';
import type { CaseState } from '../case/state.js';
import type { Process } from '../process/process.js';
import type { Length, WarningRule } from '../process/warnings.js';
import { type ClockFrame, setClocks } from './set-clocks.js';
import type { Alarm, Warning, WarningFacts } from './warning.js';
import type { Watched } from './watch.js';
import { CASE_WATCHES } from './watch-case.js';

/** The warnings that hold now, and the next day on which time alone changes anything about them. */
export type WarningsNow = { readonly warnings: readonly Warning[]; readonly nextOn: CalendarDate | null };

type Sounded = { readonly rule: string; readonly of: WarningRule; readonly alarm: Alarm };

/**
 * The warnings of a case under its own process. Pure: the same case on the same day has the same
 * warnings, whether they are asked for once a minute or for the first time after a month.
 */
export function warningsOf(
  state: CaseState,
  process: Process,
  now: string,
  frame: ClockFrame,
  facts: WarningFacts = {},
): WarningsNow {
  const { calendar } = frame;
  const clocks = setClocks(state, process, frame);
  const watched: Watched = { state, process, calendar, facts, clocks };
  const sounded = activeRules(process).flatMap(([rule, of]) =>
    (CASE_WATCHES[of.watch.kind]?.(watched, of.watch) ?? []).map((alarm) => ({ rule, of, alarm })),
  );
  return warningsOn(sounded, dateInShanghai(now), calendar);
}

export const activeRules = ({
  warnings,
}: Pick<Process, 'warnings'>): readonly (readonly [string, WarningRule])[] =>
  Object.entries(warnings).filter(([, { mode }]) => mode === 'ON');

/** Which of the alarms hold on a day, at which level, and when that changes next. */
export function warningsOn(
  sounded: readonly Sounded[],
  today: CalendarDate,
  calendar: WorkingCalendar,
): WarningsNow {
  const warnings = sounded
    .filter(({ alarm }) => holds(alarm, today))
    .map((one) => warningOn(one, today, calendar));
  const ahead = sounded.flatMap((one) => turningDays(one, today, calendar)).filter((day) => day > today);
  return { warnings, nextOn: ahead.sort()[0] ?? null };
}

const holds = ({ from, until }: Alarm, today: CalendarDate): boolean =>
  from <= today && (until === null || today < until);

function warningOn({ rule, of, alarm }: Sounded, today: CalendarDate, calendar: WorkingCalendar): Warning {
  const { subject, from, reason } = alarm;
  const risen = (of.escalate ?? []).filter(({ after }) => addLength(from, after, calendar) <= today);
  return {
    key: `${rule}:${subject.id}:${from}`,
    rule,
    code: of.code,
    label: of.label,
    level: risen.at(-1)?.level ?? of.level,
    subject,
    since: from,
    reason,
    recipients: [...new Set([of.recipients, ...risen.map((one) => one.recipients)].flat())],
    escalations: risen.length,
    repeats: of.repeat ? repeatsUntil(from, of.repeat, today, calendar) : 0,
    autoResolve: of.autoResolve,
    restsWhenAcknowledged: of.whenAcknowledged === 'RESTS',
  };
}

const addLength = (from: CalendarDate, { amount, unit }: Length, calendar: WorkingCalendar): CalendarDate =>
  addUnits(from, amount, unit, calendar);

/** Nobody is reminded a thousand times: after that it stands still. */
const MOST_REPEATS = 520;

function repeatsUntil(
  from: CalendarDate,
  { amount, unit }: Length,
  today: CalendarDate,
  calendar: WorkingCalendar,
): number {
  let times = 0;
  while (times < MOST_REPEATS && addUnits(from, amount * (times + 1), unit, calendar) <= today) times++;
  return times;
}

/** Days on which this alarm begins, rises, is told again or ends; the first repeat after today is enough. */
function turningDays(
  { of, alarm }: Sounded,
  today: CalendarDate,
  calendar: WorkingCalendar,
): readonly CalendarDate[] {
  const { from, until } = alarm;
  const over = until !== null && until <= today;
  if (over) return [];
  const rises = (of.escalate ?? []).map(({ after }) => addLength(from, after, calendar));
  const told = of.repeat ? [nextRepeat(from, of.repeat, today, calendar)] : [];
  return [from, ...(until === null ? [] : [until]), ...rises, ...told].filter(
    (day) => until === null || day <= until,
  );
}

function nextRepeat(
  from: CalendarDate,
  every: Length,
  today: CalendarDate,
  calendar: WorkingCalendar,
): CalendarDate {
  const times = today < from ? 0 : repeatsUntil(from, every, today, calendar);
  return times >= MOST_REPEATS ? from : addUnits(from, every.amount * (times + 1), every.unit, calendar);
}
