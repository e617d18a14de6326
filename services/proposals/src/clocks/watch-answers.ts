import { addUnits, dateInShanghai } from '@duban/kernel';
import type { CaseState, ClassChange, TrackingEntry } from '../case/state.js';
import type { Process } from '../process/process.js';
import type { Terms } from '../process/terms.js';
import type { WatchKind } from '../process/warnings.js';
import { replySubject, type Subject } from './clock.js';
import type { CaseWatch } from './watch.js';

const openEntries = ({ entries }: CaseState): readonly TrackingEntry[] =>
  entries.filter(({ endedAt, confirmedAt }) => endedAt === null && confirmedAt === null);

const entrySubject = ({ entryId, assignmentId, unitId }: TrackingEntry): Subject => ({
  kind: 'ENTRY',
  id: entryId,
  assignmentId,
  unitId,
});

const carriedLong: CaseWatch = ({ state }, { years = 1 }) =>
  openEntries(state)
    .filter(({ yearsCarried }) => yearsCarried >= years)
    .map((entry) => ({
      subject: entrySubject(entry),
      from: dateInShanghai(entry.carriedAt ?? entry.registeredAt),
      until: null,
      reason: {
        zh: `${entry.registerNumber} 已结转 ${entry.yearsCarried} 年`,
        en: `${entry.registerNumber} was carried over for ${entry.yearsCarried} years`,
      },
    }));

/** The term that an entry is to be kept in: the last it was carried into, else that of its case. */
function termOf({ docketing, kind }: CaseState, { crossedTerms, originYear }: TrackingEntry, terms: Terms) {
  const year = docketing?.year ?? originYear;
  return crossedTerms.at(-1)?.toTerm ?? docketing?.term ?? terms.ofYear(kind, year);
}

const termEnding: CaseWatch = ({ state, calendar, facts: { terms } }, { lead }) =>
  openEntries(state).flatMap((entry) => {
    const term = terms ? termOf(state, entry, terms) : null;
    const end = term === null ? null : terms?.endOf(state.kind, term);
    if (!end || !lead) return [];
    const reason = {
      zh: `本届任期至 ${end}，${entry.registerNumber} 尚未销号`,
      en: `The term ends on ${end} and ${entry.registerNumber} is not struck off`,
    };
    const from = addUnits(end, -lead.amount, lead.unit, calendar);
    return [{ subject: entrySubject(entry), from, until: null, reason }];
  });

/** Promised as being solved, and still on the register at the end of the year it is kept under. */
const promisesBroken: CaseWatch = ({ state }, { on = '12-31' }) =>
  openEntries(state)
    .filter(({ outcomes }) => outcomes.includes('IN_PROGRESS'))
    .map((entry) => ({
      subject: entrySubject(entry),
      from: `${entry.year}-${on}`,
      until: null,
      reason: {
        zh: `${entry.registerNumber} 列为当年解决，${entry.year} 年底仍未办成`,
        en: `${entry.registerNumber} was to be solved in ${entry.year} and is not`,
      },
    }));

/** A confirmation that made the class better than it was, which no evidence of the register carries. */
const classesUpgraded: CaseWatch = ({ state, process }) =>
  state.replies.flatMap((reply) =>
    reply.classHistory.flatMap((change, at) => {
      const previous = reply.classHistory[at - 1];
      if (!previous || change.by !== 'CONFIRMATION' || !isBetter(process, previous, change)) return [];
      const reason = {
        zh: `结果类别由 ${previous.class} 改为 ${change.class}，没有落实证明`,
        en: `The class was raised from ${previous.class} to ${change.class} without evidence`,
      };
      return [{ subject: replySubject(reply), from: dateInShanghai(change.at), until: null, reason }];
    }),
  );

function isBetter({ outcomes }: Process, before: ClassChange, after: ClassChange): boolean {
  const order = (code: string): number => outcomes.classes[code]?.order ?? 0;
  return order(after.class) < order(before.class);
}

/** What is watched of replies, ratings and the register. */
export const ANSWER_WATCHES: Readonly<Partial<Record<WatchKind, CaseWatch>>> = {
  CARRIED_LONG: carriedLong,
  TERM_ENDING: termEnding,
  PROMISE_BROKEN: promisesBroken,
  CLASS_UPGRADED: classesUpgraded,
};
