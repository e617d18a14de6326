import { addDays, type CalendarDate, isWorkday, type WorkingCalendar } from '@duban/kernel';
import type { DueDate } from '../case/deadline.js';
import { explainDue } from '../case/due-words.js';
import { DEADLINE_STEP_WORDS } from '../case/labels.js';
import type { Clock, ClockState } from './clock.js';

export type Words = { readonly zh: string; readonly en: string };

const STATE_WORDS: Readonly<Record<ClockState, Words>> = {
  RUNNING: { zh: '计时中', en: 'running' },
  EXTENDED: { zh: '已延期，计时中', en: 'running with an extension' },
  MET: { zh: '按期完成', en: 'done in time' },
  MISSED: { zh: '已逾期', en: 'missed' },
  ENDED: { zh: '不再计时', en: 'ended' },
};

/** How a clock came to its last day and how it stands: rule, anchor, the days that were not counted, extensions. */
export function explainClock(clock: Clock, calendar: WorkingCalendar): Words {
  const [stepZh, stepEn] = DEADLINE_STEP_WORDS[clock.step];
  const due = explainDue(clock.due);
  const days = calendarWords(clock.due, calendar);
  const left = leftWords(clock);
  const state = STATE_WORDS[clock.state];
  return {
    zh: `${stepZh}：${due.zh}${days.zh}。${state.zh}${left.zh}。`,
    en: `${stepEn}: ${due.en}${days.en}; ${state.en}${left.en}.`,
  };
}

function leftWords({ daysLeft }: Clock): Words {
  if (daysLeft === null) return { zh: '', en: '' };
  if (daysLeft < 0) return { zh: `，超过 ${-daysLeft} 天`, en: `, ${-daysLeft} days over` };
  if (daysLeft === 0) return { zh: '，今天到期', en: ', due today' };
  return { zh: `，还有 ${daysLeft} 天`, en: `, ${daysLeft} days left` };
}

const WEEKEND = ['Sat', 'Sun'];
const MOST_NAMED = 400;

/** Which days of the stretch were public holidays and so did not count, and which weekend days did. Nothing for calendar days. */
function calendarWords({ unit, anchorDate, date, extensions }: DueDate, calendar: WorkingCalendar): Words {
  const counted = unit === 'WORKDAY' || extensions.some((one) => one.unit === 'WORKDAY');
  if (!counted) return { zh: '', en: '' };
  const [from, to] = anchorDate < date ? [anchorDate, date] : [date, anchorDate];
  const off = daysIn(from, to, (day) => calendar.holidays.has(day) && !isWorkday(day, calendar));
  const worked = daysIn(from, to, (day) => isWeekend(day) && isWorkday(day, calendar));
  const named = (days: readonly CalendarDate[], language: 'zh' | 'en'): string =>
    days.map((day) => `${day}${nameOf(day, calendar, language)}`).join(language === 'zh' ? '、' : ', ');
  const zh = [
    ...(off.length > 0 ? [`放假不计 ${named(off, 'zh')}`] : []),
    ...(worked.length > 0 ? [`调休上班计入 ${named(worked, 'zh')}`] : []),
  ];
  const en = [
    ...(off.length > 0 ? [`not counting ${named(off, 'en')}`] : []),
    ...(worked.length > 0 ? [`counting the make-up days ${named(worked, 'en')}`] : []),
  ];
  return {
    zh: zh.length > 0 ? `；${zh.join('，')}` : '；其间无放假、调休',
    en: en.length > 0 ? `; ${en.join(', ')}` : '; no public holiday or make-up day in between',
  };
}

function daysIn(
  from: CalendarDate,
  to: CalendarDate,
  wanted: (day: CalendarDate) => boolean,
): readonly CalendarDate[] {
  const found: CalendarDate[] = [];
  let day = addDays(from, 1);
  for (let at = 0; day <= to && at < MOST_NAMED; at++, day = addDays(day, 1))
    if (wanted(day)) found.push(day);
  return found;
}

const isWeekend = (date: CalendarDate): boolean =>
  WEEKEND.includes(new Date(`${date}T00:00:00Z`).toUTCString().slice(0, 3));

function nameOf(day: CalendarDate, { names }: WorkingCalendar, language: 'zh' | 'en'): string {
  const name = names?.get(day)?.[language];
  if (!name) return '';
  return language === 'zh' ? `（${name}）` : ` (${name})`;
}
