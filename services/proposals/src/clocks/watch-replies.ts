import { addUnits, dateInShanghai } from '@duban/kernel';
import { latestAnswering } from '../case/facts.js';
import { stillToRate } from '../case/feedback-status.js';
import type { CaseState, Reply } from '../case/state.js';
import { FINAL_CASE_PHASES } from '../case/transitions.js';
import type { ReplyFault } from '../case/vocabulary-answering.js';
import type { Process } from '../process/process.js';
import type { WatchKind } from '../process/warnings.js';
import { answering } from './answering.js';
import { assignmentSubject, replySubject } from './clock.js';
import type { Alarm } from './warning.js';
import type { CaseWatch } from './watch.js';
import { ratingsContradicting } from './watch-ratings.js';

/** What makes an answer one in name only; a wrong class or form is put right without a warning. */
const EMPTY: readonly ReplyFault[] = ['PERFUNCTORY', 'OFF_THE_POINT', 'INCOMPLETE'];

const isOver = ({ phase, closedAt }: CaseState): boolean =>
  closedAt !== null || FINAL_CASE_PHASES.includes(phase);

const formal = ({ replies }: CaseState): readonly Reply[] => replies.filter(({ kind }) => kind === 'FORMAL');

/** A draft that was found empty and not written again, and letters that leave out a matter of the unit. */
const repliesIncomplete: CaseWatch = ({ state, process }) =>
  isOver(state) ? [] : [...draftsRejected(state, process), ...mattersLeftOut(state)];

const draftsRejected = (state: CaseState, { replies: { faults } }: Process): readonly Alarm[] =>
  answering(state).flatMap((one) => {
    const review = state.drafts.find(({ assignmentId }) => assignmentId === one.assignmentId)?.review;
    const found = review?.faults.filter(({ canonical }) => EMPTY.includes(canonical)) ?? [];
    if (review?.verdict !== 'REJECT' || found.length === 0) return [];
    const words = found.map(({ code }) => faults[code]?.label ?? { zh: code, en: code });
    const zh = `答复稿被退回：${words.map((word) => word.zh).join('、')}`;
    const en = `The draft was sent back: ${words.map((word) => word.en).join(', ')}`;
    return [
      { subject: assignmentSubject(one), from: dateInShanghai(review.at), until: null, reason: { zh, en } },
    ];
  });

const mattersLeftOut = (state: CaseState): readonly Alarm[] =>
  latestAnswering(state).flatMap(({ assignmentId, unitId }) => {
    const letters = state.replies.filter((one) => one.assignmentId === assignmentId);
    const first = letters.find(({ kind }) => kind === 'FORMAL');
    if (!first?.letter) return [];
    const told = new Set(letters.flatMap(({ letter }) => letter?.matters ?? []));
    const missing = state.matters.filter((one) => one.unitIds.includes(unitId) && !told.has(one.number));
    if (missing.length === 0) return [];
    const numbers = missing.map(({ number }) => number).join(', ');
    const zh = `答复没有涉及第 ${numbers} 项`;
    const reason = { zh, en: `The reply does not speak of matter ${numbers}` };
    return [{ subject: replySubject(first), from: dateInShanghai(first.issuedAt), until: null, reason }];
  });

/** The letter is out, and the form on which it is to be rated did not go with it. */
const formsMissing: CaseWatch = ({ state, process, calendar }, { after }) =>
  isOver(state)
    ? []
    : formal(state)
        .filter(({ letter }) => letter && !letter.feedbackForm)
        .filter((reply) => stillToRate(process, state, reply).length > 0)
        .map((reply) => {
          const issued = dateInShanghai(reply.issuedAt);
          return {
            subject: replySubject(reply),
            from: after ? addUnits(issued, after.amount, after.unit, calendar) : issued,
            until: null,
            reason: { zh: '答复未附评价表', en: 'The reply came without the form to rate it on' },
          };
        });

const PUBLISHING = ['DISCLOSURE', 'PUBLICITY'];

/** Neither a letter of the unit nor a record of publishing says whether the public may read it. */
const disclosuresMissing: CaseWatch = ({ state }) => {
  const published = state.records.some(
    (one) => PUBLISHING.includes(one.canonical) && one.completedAt !== null,
  );
  if (published || FINAL_CASE_PHASES.includes(state.phase)) return [];
  const decided = (assignmentId: string): boolean =>
    state.replies.some((one) => one.assignmentId === assignmentId && one.letter?.disclosure);
  return formal(state)
    .filter(({ letter, assignmentId }) => letter && !decided(assignmentId))
    .map((reply) => ({
      subject: replySubject(reply),
      from: dateInShanghai(reply.issuedAt),
      until: null,
      reason: { zh: '答复未注明是否公开', en: 'The reply does not say whether it is disclosed' },
    }));
};

/** What is watched of drafts, letters and what was found about ratings. */
export const REPLY_WATCHES: Readonly<Partial<Record<WatchKind, CaseWatch>>> = {
  REPLY_INCOMPLETE: repliesIncomplete,
  FORM_MISSING: formsMissing,
  DISCLOSURE_MISSING: disclosuresMissing,
  RATING_CONTRADICTION: ratingsContradicting,
};
