import { addDays, addUnits, type CalendarDate, dateInShanghai } from '@duban/kernel';
import { authorsOf } from '../case/actor-rules.js';
import { CONTACT_PHASE_WORDS } from '../case/labels.js';
import type { Assignment } from '../case/state.js';
import { FINAL_CASE_PHASES } from '../case/transitions.js';
import type { WatchKind } from '../process/warnings.js';
import { answering } from './answering.js';
import { assignmentSubject, caseSubject } from './clock.js';
import type { CaseWatch } from './watch.js';
import { ANSWER_WATCHES } from './watch-answers.js';
import { CLOCK_WATCHES } from './watch-clocks.js';
import { RECORD_WATCHES } from './watch-records.js';
import { REPLY_WATCHES } from './watch-replies.js';

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
  ...CLOCK_WATCHES,
  RETURN_LATE: returnsLate,
  CONTACT_MISSING: contactsMissing,
  PLAN_MISSING: plansMissing,
  REHANDLING_OPEN: rehandlingsOpen,
  UNIT_MISSING: unitsMissing,
  PARTY_GONE: partiesGone,
  ...ANSWER_WATCHES,
  ...REPLY_WATCHES,
  ...RECORD_WATCHES,
};
