import { addDays, addUnits } from '@duban/kernel';
import type { Watch, WatchedState, WatchKind } from '../process/warnings.js';
import type { Subject } from './clock.js';
import { madeKey, type OpenRecord } from './locality-facts.js';
import { type LocalityWatch, localitySubject } from './locality-watch.js';
import type { Alarm } from './warning.js';
import { CLOCK_WATCHES } from './watch-clocks.js';
import { figuresDiffering, vetoesStanding } from './watch-evaluation.js';

const isWatched = (state: string, { states }: Watch, otherwise: readonly WatchedState[]): boolean =>
  (states ?? otherwise).includes(state as WatchedState);

/** LN-12: nobody knows since when a quota is at risk, so it counts from the day it was found. */
const headQuotas: LocalityWatch = ({ scope, today, since }, watch) =>
  scope.heads
    .filter(({ quota }) => isWatched(quota.state, watch, ['AT_RISK', 'IMPOSSIBLE']))
    .map(({ unitId, name, year, explanation }) => {
      const subject = {
        kind: 'UNIT',
        id: `${unitId}#${year}#${scope.kind}`,
        assignmentId: null,
        unitId,
      } as const;
      const reason = {
        zh: `${name} ${year} 年：${explanation.zh}`,
        en: `${name}, ${year}: ${explanation.en}`,
      };
      return { subject, from: since(subject.id) ?? today, until: null, reason };
    });

/** QH-18: too few from a day of the year on, too many at once. */
const leaderQuotas: LocalityWatch = ({ scope, today, since }, watch) =>
  scope.leaders
    .filter(({ state }) => isWatched(state, watch, ['OPEN', 'EXCEEDED']))
    .map(({ subject: { key, kind }, rule, year, label, state, explanation }) => {
      const id = `${year}#${rule}#${key}`;
      const subject: Subject = kind === 'PERSON' ? { ...localitySubject(id), kind } : localitySubject(id);
      const day = state === 'OPEN' && watch.on ? `${year}-${watch.on}` : null;
      const reason = {
        zh: `${label.zh}，${explanation.zh}`,
        en: `${label.en}: ${explanation.en}`,
      };
      return { subject, from: day ?? since(id) ?? today, until: null, reason };
    });

/**
 * What is to be held every year and is not on record: from the day after, or so long before. Of another
 * year than this one only what was already warned of, or became so in this year: nobody is blamed for
 * what was before the platform.
 */
const eventsMissing: LocalityWatch = ({ scope, today, calendar, since }, { lead }) =>
  scope.scheduled
    .filter(({ missing }) => missing > 0)
    .flatMap(({ rule, year, due, label, explanation }) => {
      if (due === null) return [];
      const from = lead ? addUnits(due, -lead.amount, lead.unit, calendar) : addDays(due, 1);
      const subject = localitySubject(`${year}#${scope.kind ?? ''}#${rule}`);
      if (from < `${today.slice(0, 4)}-01-01` && since(subject.id) === null) return [];
      const reason = {
        zh: `${label.zh}（${year} 年）：${explanation.zh}`,
        en: `${label.en} (${year}): ${explanation.en}`,
      };
      return [{ subject, from, until: null, reason }];
    });

/** A yearly record of the locality, or of each unit that handles cases in the year (HY-06). */
const recordsMissing: LocalityWatch = ({ scope, today }, { record = '', on }) => {
  const rule = scope.rules[record];
  if (!rule || !on) return [];
  const year = Number(today.slice(0, 4));
  const alarm = (subject: Subject): Alarm => ({
    subject,
    from: `${year}-${on}`,
    until: `${year + 1}-01-01`,
    reason: {
      zh: `${year} 年没有“${rule.label.zh}”的记录`,
      en: `There is no record "${rule.label.en}" of ${year}`,
    },
  });
  if (rule.about === 'LOCALITY' && !scope.made.has(madeKey(record, year, null)))
    return [alarm(localitySubject(`${year}#${record}`))];
  if (rule.about !== 'UNIT') return [];
  const units = scope.handling.filter((one) => one.year === year).map(({ unitId }) => unitId);
  return [...new Set(units)]
    .filter((unitId) => !scope.made.has(madeKey(record, year, unitId)))
    .map((unitId) => alarm({ kind: 'UNIT', id: `${unitId}#${year}#${record}`, assignmentId: null, unitId }));
};

const recordSubject = ({ recordId, unitId }: OpenRecord): Subject => ({
  kind: 'RECORD',
  id: recordId,
  assignmentId: null,
  unitId,
});

const recordsPresent: LocalityWatch = ({ scope }, { record, field, value }) =>
  scope.records
    .filter((one) => one.kind === record && one.complete)
    .filter(({ choices }) => field === undefined || choices[field] === value)
    .map((one) => ({
      subject: recordSubject(one),
      from: one.on,
      until: null,
      reason: {
        zh: `${one.on} 记录“${one.label.zh}”`,
        en: `"${one.label.en}" was recorded on ${one.on}`,
      },
    }));

/** Answers that are owed to records apart from any case, such as deliberation opinions (SY-13). */
const onClocks =
  (kind: 'CLOCK_NEARING' | 'CLOCK_OVERDUE'): LocalityWatch =>
  ({ scope, calendar }, watch) => {
    const clocks = scope.records.flatMap((one) =>
      one.due === null
        ? []
        : [
            {
              step: 'RECORD_ANSWER' as const,
              subject: recordSubject(one),
              due: one.due,
              doneAt: null,
              over: false,
            },
          ],
    );
    return CLOCK_WATCHES[kind]({ clocks, calendar }, watch);
  };

/** What a rule about a locality as a whole looks for. */
export const LOCALITY_WATCHES: Readonly<Partial<Record<WatchKind, LocalityWatch>>> = {
  HEAD_QUOTA: headQuotas,
  LEADER_QUOTA: leaderQuotas,
  EVENT_MISSING: eventsMissing,
  RECORD_MISSING: recordsMissing,
  RECORD_PRESENT: recordsPresent,
  VETO: vetoesStanding,
  FIGURE_DIFFERS: figuresDiffering,
  CLOCK_NEARING: onClocks('CLOCK_NEARING'),
  CLOCK_OVERDUE: onClocks('CLOCK_OVERDUE'),
};
