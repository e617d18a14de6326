import { formalReply, latestAnswering } from '../case/facts.js';
import type { Assignment, CaseState, TrackingEntry } from '../case/state.js';
import { CONTACT_ROLES, type ContactRole } from '../case/vocabulary.js';
import type { Process } from '../process/process.js';
import { numberExample } from '../process/replies.js';
import { type AttemptTable, text } from './course.js';

/** Still owes its formal reply. */
const owing = (state: CaseState): readonly Assignment[] =>
  latestAnswering(state).filter(({ assignmentId }) => !formalReply(state, assignmentId));

const pursued = ({ entries }: CaseState): readonly TrackingEntry[] =>
  entries.filter(({ endedAt }) => endedAt === null);

const body = ({ limits }: Process): string => text(limits.reply);

function signatoriesOf({ replies }: Process, key: boolean): readonly ContactRole[] {
  const allowed = (key ? replies.keySignatories : undefined) ?? replies.signatories;
  return allowed?.slice(0, 1) ?? CONTACT_ROLES.filter((role) => role === 'UNIT_HEAD');
}

/** What is done about a promise is told once. */
const followUps = (state: CaseState) =>
  pursued(state)
    .filter(({ unitId }) => !state.replies.some((one) => one.kind === 'FOLLOW_UP' && one.unitId === unitId))
    .map(({ assignmentId }) => ({
      kind: 'reply.issue' as const,
      ...{ assignmentId, replyKind: 'FOLLOW_UP' as const, documentNumber: '函一号', body: '已办成' },
      signatory: { name: '甲', personId: null, role: 'UNIT_HEAD' as const },
    }));

export const ANSWERING_ATTEMPTS: AttemptTable = {
  'reply.draft': ({ state, process }, course) =>
    owing(state).map(({ assignmentId }) => ({
      kind: 'reply.draft',
      ...{ assignmentId, body: body(process), claimedClass: course.class },
    })),
  'reply.countersign': ({ state }) =>
    state.assignments
      .filter(({ role }) => role === 'CO')
      .map(({ assignmentId }) => ({ kind: 'reply.countersign', assignmentId, agreed: true })),
  'reply.review': ({ state }) =>
    owing(state).map(({ assignmentId }) => ({ kind: 'reply.review', assignmentId, verdict: 'PASS' })),
  'reply.issue': ({ state, process }, course) => [
    ...followUps(state),
    ...owing(state).flatMap(({ assignmentId }) =>
      signatoriesOf(process, state.keyDesignations.length > 0).map((role) => ({
        kind: 'reply.issue' as const,
        ...{ assignmentId, replyKind: 'FORMAL' as const, body: body(process), claimedClass: course.class },
        documentNumber: numberExample(process.replies.documentNumber ?? '函〔{year}〕{serial}号'),
        signatory: { name: '甲', personId: null, role },
        ...{ copies: ['人大'], contactName: '甲', contactPhone: '1', disclosure: 'PROACTIVE' as const },
        ...{ feedbackForm: true, matters: state.matters.map(({ number }) => number) },
        commitments: process.commitments.max > 0 ? [{ text: '办成', dueOn: '2099-12-31' }] : [],
      })),
    ),
  ],
  'class.confirm': ({ state }, course) =>
    state.replies
      .filter(({ kind, confirmedClass }) => kind === 'FORMAL' && confirmedClass === null)
      .map(({ assignmentId }) => ({ kind: 'class.confirm', assignmentId, class: course.class })),
  'feedback.give': ({ state, process }, { levels }) =>
    state.replies
      .filter(
        ({ kind, replyId }) => kind === 'FORMAL' && !state.feedback.some((one) => one.replyId === replyId),
      )
      .flatMap(({ replyId, round }) => {
        const level = levels[Math.min(round, levels.length) - 1];
        return level === undefined
          ? []
          : [{ kind: 'feedback.give' as const, replyId, ratings: ratings(process, level) }];
      }),
  'proposal.close': () => [{ kind: 'proposal.close' }],
  'entry.claim_done': ({ state, process }) =>
    pursued(state).map(({ entryId }) => ({
      kind: 'entry.claim_done',
      ...{ entryId, text: '已完成' },
      evidence: Array.from({ length: Math.max(1, process.tracking.minEvidence) }, () => ({
        title: '证明',
        reference: null,
      })),
    })),
  'entry.confirm': ({ state }) => pursued(state).map(({ entryId }) => ({ kind: 'entry.confirm', entryId })),
  'entry.strike_off': ({ state }) =>
    pursued(state).map(({ entryId }) => ({ kind: 'entry.strike_off', entryId })),
};

/** The same on every axis; in points where an axis is rated so. */
function ratings({ feedback }: Process, level: string) {
  const good = feedback.levels[level]?.canonical !== 'DISSATISFIED';
  const own = Object.entries(feedback.ownAxes).map(([ownAxis, { points }]) =>
    points ? { ownAxis, points: good ? points.max : 0 } : { ownAxis, level },
  );
  return [...feedback.axes.map((axis) => ({ axis, level })), ...own];
}
