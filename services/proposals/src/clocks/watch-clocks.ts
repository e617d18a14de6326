import { addDays, addUnits, dateInShanghai, type WorkingCalendar } from '@duban/kernel';
import { DEADLINE_STEP_WORDS } from '../case/labels.js';
import type { Watch, WatchKind } from '../process/warnings.js';
import type { SetClock } from './clock.js';
import type { Words } from './clock-words.js';
import type { Alarm } from './warning.js';

/** All that a rule about clocks looks at: those of a case, or of what stands apart from any. */
type Clocks = { readonly clocks: readonly SetClock[]; readonly calendar: WorkingCalendar };
type ClockWatch = (watched: Clocks, watch: Watch) => readonly Alarm[];

const awaited = (clocks: readonly SetClock[], { steps = [] }: Watch): readonly SetClock[] =>
  clocks.filter(({ doneAt, over, step }) => doneAt === null && !over && steps.includes(step));

const clockWords = ({ step, due }: SetClock): Words => ({
  zh: `${DEADLINE_STEP_WORDS[step][0]}截至 ${due.date}（规则“${due.rule}”）`,
  en: `${DEADLINE_STEP_WORDS[step][1]} is due by ${due.date} (rule "${due.rule}")`,
});

const nearing: ClockWatch = ({ clocks, calendar }, watch) =>
  awaited(clocks, watch).map((clock) => {
    const { lead } = watch;
    const ahead = lead ? addUnits(clock.due.date, -lead.amount, lead.unit, calendar) : clock.due.date;
    // A day that somebody named has no beginning of its own.
    const start = clock.due.amount === 0 ? ahead : clock.due.anchorDate;
    const from = [ahead, start].sort().at(-1) ?? ahead;
    return { subject: clock.subject, from, until: addDays(clock.due.date, 1), reason: clockWords(clock) };
  });

const overdue: ClockWatch = ({ clocks }, watch) =>
  awaited(clocks, watch).map((clock) => ({
    subject: clock.subject,
    from: addDays(clock.due.date, 1),
    until: null,
    reason: clockWords(clock),
  }));

/** Given more time: told for as long as the longer limit runs. */
const extended: ClockWatch = ({ clocks }, watch) =>
  awaited(clocks, watch).flatMap((clock) => {
    const last = clock.due.extensions.at(-1);
    if (!last) return [];
    const reason = {
      zh: `${DEADLINE_STEP_WORDS[clock.step][0]}期限由 ${last.from} 延长至 ${last.to}`,
      en: `The time limit of ${DEADLINE_STEP_WORDS[clock.step][1]} was extended from ${last.from} to ${last.to}`,
    };
    const from = dateInShanghai(last.decidedAt);
    return [{ subject: clock.subject, from, until: addDays(clock.due.date, 1), reason }];
  });

export const CLOCK_WATCHES = {
  CLOCK_NEARING: nearing,
  CLOCK_OVERDUE: overdue,
  CLOCK_EXTENDED: extended,
} as const satisfies Partial<Record<WatchKind, ClockWatch>>;
