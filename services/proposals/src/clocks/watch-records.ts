import { addUnits, type CalendarDate, dateInShanghai } from '@duban/kernel';
import { latestAnswering } from '../case/facts.js';
import type { Assignment, CaseState } from '../case/state.js';
import { FINAL_CASE_PHASES } from '../case/transitions.js';
import type { Watch, WatchKind } from '../process/warnings.js';
import type { WorkRecord } from '../records/work-record.js';
import { assignmentSubject, caseSubject } from './clock.js';
import type { Alarm } from './warning.js';
import type { CaseWatch, Watched } from './watch.js';

const isOver = ({ phase, closedAt }: CaseState): boolean =>
  closedAt !== null || FINAL_CASE_PHASES.includes(phase);

/**
 * A record that must be there by a day of the year, or so long after the reply, and is not (HY-06).
 * About an assignment each unit that has answered owes one, made since its reply; else the case does.
 */
const recordsMissing: CaseWatch = (watched, watch) => {
  const { state, process } = watched;
  const rule = process.records[watch.record ?? ''];
  if (!rule || isOver(state)) return [];
  const reason = { zh: `没有“${rule.label.zh}”的记录`, en: `There is no record "${rule.label.en}"` };
  const answered = latestAnswering(state).filter(({ repliedAt }) => repliedAt !== null);
  const complete = state.records.filter((one) => one.kind === watch.record && one.completedAt !== null);
  if (rule.about === 'ASSIGNMENT')
    return answered
      .filter((one) => !complete.some((record) => isOf(record, one)))
      .map((one) => ({
        subject: assignmentSubject(one),
        from: missingFrom(watched, watch, repliedOn(one)),
        until: null,
        reason,
      }));
  const last = answered.map(repliedOn).sort().at(-1);
  if (rule.about !== 'CASE' || complete.length > 0 || !last) return [];
  return [{ subject: caseSubject(state), from: missingFrom(watched, watch, last), until: null, reason }];
};

const repliedOn = ({ repliedAt }: Assignment): CalendarDate => dateInShanghai(repliedAt ?? 0);

const isOf = ({ subject, at }: WorkRecord, { assignmentId, repliedAt }: Assignment): boolean =>
  subject.assignmentId === assignmentId && repliedAt !== null && at >= repliedAt;

/** Never before the reply. */
function missingFrom({ calendar }: Watched, { on, after }: Watch, replied: CalendarDate): CalendarDate {
  const day = after
    ? addUnits(replied, after.amount, after.unit, calendar)
    : `${replied.slice(0, 4)}-${on ?? '12-31'}`;
  return day > replied ? day : replied;
}

/** A record that is itself what is warned of, until it was answered or somebody has acknowledged the warning. */
const recordsPresent: CaseWatch = ({ state }, watch) =>
  state.records.filter((one) => isPresent(one, watch)).map(presentAlarm);

export const isPresent = (
  { kind, answered, completedAt, values }: WorkRecord,
  { record, field, value }: Watch,
): boolean =>
  kind === record &&
  completedAt !== null &&
  answered === null &&
  (field === undefined || values.some((one) => one.field === field && one.value === value));

export function presentAlarm({ recordId, subject, label, at }: WorkRecord): Alarm {
  const { assignmentId, unitId } = subject;
  const on = dateInShanghai(at);
  return {
    subject: { kind: 'RECORD', id: recordId, assignmentId, unitId },
    from: on,
    until: null,
    reason: { zh: `${on} 记录“${label.zh}”`, en: `"${label.en}" was recorded on ${on}` },
  };
}

/** QH-20: the case is closed, and a duty that ends with a report goes on without one. */
const reportsMissing: CaseWatch = ({ state, process, calendar }, { after }) => {
  const { closedAt } = state;
  if (closedAt === null || !after) return [];
  const owed = Object.values(process.supervision.reports).flatMap(({ duties }) => duties);
  const from = addUnits(dateInShanghai(closedAt), after.amount, after.unit, calendar);
  return state.duties
    .filter(({ duty, endedAt }) => endedAt === null && owed.includes(duty))
    .map(({ dutyId, holder }) => ({
      subject: { ...caseSubject(state), id: `${state.proposalId}#${dutyId}` },
      from,
      until: null,
      reason: {
        zh: `件已办结，${holder.name} 尚无督办报告`,
        en: `The case is closed and ${holder.name} has not reported`,
      },
    }));
};

/** What is watched of the work records and the duties of a case. */
export const RECORD_WATCHES: Readonly<Partial<Record<WatchKind, CaseWatch>>> = {
  RECORD_MISSING: recordsMissing,
  RECORD_PRESENT: recordsPresent,
  LEADER_REPORT: reportsMissing,
};
