import { addDays, addUnits, type CalendarDate, dateInShanghai } from '@duban/kernel';
import { authorsOf } from '../case/actor-rules.js';
import { CONTACT_PHASE_WORDS, DEADLINE_STEP_WORDS } from '../case/labels.js';
import type { Assignment } from '../case/state.js';
import { FINAL_CASE_PHASES } from '../case/transitions.js';
import type { WatchKind } from '../process/warnings.js';
import { answering } from './answering.js';
import { assignmentSubject, caseSubject, type SetClock } from './clock.js';
import type { Words } from './clock-words.js';
import type { CaseWatch } from './watch.js';
import { ANSWER_WATCHES } from './watch-answers.js';
import { RECORD_WATCHES } from './watch-records.js';
import { REPLY_WATCHES } from './watch-replies.js';

const open = ({ doneAt, over }: SetClock): boolean => doneAt === null && !over;

const clockWords = ({ step, due }: SetClock): Words => ({
  zh: `${DEADLINE_STEP_WORDS[step][0]}截至 ${due.date}（规则“${due.rule}”）`,
  en: `${DEADLINE_STEP_WORDS[step][1]} is due by ${due.date} (rule "${due.rule}")`,
});

const clocksNearing: CaseWatch = ({ clocks, calendar }, { steps = [], lead }) =>
  clocks
    .filter((clock) => open(clock) && steps.includes(clock.step))
    .map((clock) => {
      const ahead = lead ? addUnits(clock.due.date, -lead.amount, lead.unit, calendar) : clock.due.date;
      const from = [ahead, clock.due.anchorDate].sort().at(-1) ?? ahead;
      return { subject: clock.subject, from, until: addDays(clock.due.date, 1), reason: clockWords(clock) };
    });

const clocksOverdue: CaseWatch = ({ clocks }, { steps = [] }) =>
  clocks
    .filter((clock) => open(clock) && steps.includes(clock.step))
    .map((clock) => ({
      subject: clock.subject,
      from: addDays(clock.due.date, 1),
      until: null,
      reason: clockWords(clock),
    }));

/** Given more time: told for as long as the longer limit runs. */
const clocksExtended: CaseWatch = ({ clocks }, { steps = [] }) =>
  clocks
    .filter((clock) => open(clock) && steps.includes(clock.step))
    .flatMap((clock) => {
      const last = clock.due.extensions.at(-1);
      if (!last) return [];
      const reason = {
        zh: `${DEADLINE_STEP_WORDS[clock.step][0]}期限由 ${last.from} 延长至 ${last.to}`,
        en: `The time limit of ${DEADLINE_STEP_WORDS[clock.step][1]} was extended from ${last.from} to ${last.to}`,
      };
      const from = dateInShanghai(last.decidedAt);
      return [{ subject: clock.subject, from, until: addDays(clock.due.date, 1), reason }];
    });

/** Late and not decided yet. */
const returnsLate: CaseWatch = ({ state }) =>
  state.assignments.flatMap((one) =>
    one.returns
      .filter(({ late, decision }) => late && decision === null)
      .map(({ requestedAt }) => ({
        subject: assignmentSubject(one),
        from: dateInShanghai(requestedAt),
        until: null,
        reason: { zh: '退办申请超过期限才提出', en: 'The return was asked for after its time limit' },
      })),
  );

const contactsMissing: CaseWatch = ({ state, calendar }, { phase = 'BEFORE', after, lead }) =>
  answering(state)
    .filter(
      ({ assignmentId }) =>
        !state.contacts.some((one) => one.assignmentId === assignmentId && one.phase === phase),
    )
    .flatMap((one) => {
      const from = after
        ? addDays(addUnits(handedOverOn(one), after.amount, after.unit, calendar), 1)
        : lead && one.due && addUnits(one.due.date, -lead.amount, lead.unit, calendar);
      const [zh, en] = CONTACT_PHASE_WORDS[phase];
      const reason = { zh: `${zh}尚未与提出人沟通`, en: `The proposer was not contacted ${en}` };
      return from ? [{ subject: assignmentSubject(one), from, until: null, reason }] : [];
    });

/** By the day that the process sets for the plan; where it sets none, so long after the handover. */
const plansMissing: CaseWatch = ({ state, calendar, clocks }, { after }) =>
  answering(state)
    .filter(({ plan }) => plan === null)
    .flatMap((one) => {
      const set = clocks.find(({ step, subject }) => step === 'PLAN' && subject.id === one.assignmentId);
      const last =
        set?.due.date ?? (after && addUnits(handedOverOn(one), after.amount, after.unit, calendar));
      if (!last) return [];
      const reason = { zh: `${last} 前未制定办理方案`, en: `There was no plan by ${last}` };
      return [{ subject: assignmentSubject(one), from: addDays(last, 1), until: null, reason }];
    });

const handedOverOn = ({ handedOverAt }: Assignment): CalendarDate => dateInShanghai(handedOverAt ?? 0);

const rehandlingsOpen: CaseWatch = ({ state }) =>
  answering(state)
    .filter(({ origin }) => origin === 'REHANDLING')
    .map((one) => ({
      subject: assignmentSubject(one),
      from: handedOverOn(one),
      until: null,
      reason: {
        zh: `评价不满意，第 ${one.round} 轮办理，截至 ${one.due?.date ?? '—'}`,
        en: `Rated dissatisfied; round ${one.round} is due by ${one.due?.date ?? '—'}`,
      },
    }));

/** Sent back and nobody has it, or units decided on but never handed to. */
const unitsMissing: CaseWatch = ({ state, calendar }, { after }) => {
  const waiting = answering(state);
  const asked = waiting.flatMap(({ phase, returns }) =>
    phase === 'RETURN_REQUESTED' ? [returns.at(-1)?.requestedAt ?? ''] : [],
  );
  if (asked.length === 0 || asked.length < waiting.length || !after) return [];
  const since = dateInShanghai(asked.sort()[0] ?? 0);
  return [
    {
      subject: caseSubject(state),
      from: addDays(addUnits(since, after.amount, after.unit, calendar), 1),
      until: null,
      reason: {
        zh: `${since} 申请退办后仍无单位承办`,
        en: `No unit is responsible since the return was asked for on ${since}`,
      },
    },
  ];
};

/** A proposer's mandate has ended or a unit was closed while something is still open. */
const partiesGone: CaseWatch = ({ state, facts }) => {
  if (FINAL_CASE_PHASES.includes(state.phase) || state.closedAt !== null) return [];
  const mandates = authorsOf(state).flatMap((id) => {
    const last = facts.endedMandates?.get(id);
    const reason = { zh: `提出人的资格已于 ${last} 终止`, en: `A proposer's mandate ended on ${last}` };
    const subject = { ...caseSubject(state), id: `${state.proposalId}#${id}` };
    return last ? [{ subject, from: addDays(last, 1), until: null, reason }] : [];
  });
  const units = answering(state).flatMap((one) => {
    const last = facts.closedUnits?.get(one.unitId);
    const reason = { zh: `承办单位已于 ${last} 撤销`, en: `The unit was closed after ${last}` };
    return last ? [{ subject: assignmentSubject(one), from: addDays(last, 1), until: null, reason }] : [];
  });
  return [...mandates, ...units];
};

/** What a rule about a case looks for; kinds that are not here look at more than one case. */
export const CASE_WATCHES: Readonly<Partial<Record<WatchKind, CaseWatch>>> = {
  CLOCK_NEARING: clocksNearing,
  CLOCK_OVERDUE: clocksOverdue,
  RETURN_LATE: returnsLate,
  CLOCK_EXTENDED: clocksExtended,
  CONTACT_MISSING: contactsMissing,
  PLAN_MISSING: plansMissing,
  REHANDLING_OPEN: rehandlingsOpen,
  UNIT_MISSING: unitsMissing,
  PARTY_GONE: partiesGone,
  ...ANSWER_WATCHES,
  ...REPLY_WATCHES,
  ...RECORD_WATCHES,
};
