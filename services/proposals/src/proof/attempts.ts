import type { Command, CommandKind } from '../case/commands.js';
import { latestAnswering } from '../case/facts.js';
import type { Assignment, CaseState, TrackingEntry } from '../case/state.js';
import { CONTACT_CHANNELS, CONTACT_PHASES, CONTACT_ROLES } from '../case/vocabulary.js';
import { POSITIVE } from '../process/review.js';
import type { Walk } from './walk.js';
import { idOf, mandateOf, UNITS } from './world.js';

/** What happens to the case where a person decides: the rest follows from the process. */
export type Course = {
  /** The class that units claim and the office confirms, by code. */
  readonly class: string;
  /** The levels given in the first, second… round; the last one for all later ones. None: nobody rates. */
  readonly levels: readonly string[];
};

type Attempts = (walk: Walk, course: Course) => readonly Command[];

const open = (state: CaseState): readonly Assignment[] =>
  state.assignments.filter(({ phase }) => !['REASSIGNED', 'ENDED', 'CLOSED', 'PENDING'].includes(phase));

/** Still owes its formal reply. */
const owing = (state: CaseState): readonly Assignment[] =>
  latestAnswering(state).filter(
    (one) =>
      !state.replies.some(({ assignmentId, kind }) => assignmentId === one.assignmentId && kind === 'FORMAL'),
  );

const pursued = (state: CaseState): readonly TrackingEntry[] =>
  state.entries.filter(({ endedAt }) => endedAt === null);

const text = (length: number): string => '办理事项。'.slice(0, Math.max(1, length));

/** Every command that helps a case on, with the inputs worth trying. */
export const ATTEMPTS: Readonly<Partial<Record<CommandKind, Attempts>>> = {
  'proposal.draft': ({ profile, process }) => [
    {
      kind: 'proposal.draft',
      proposalId: idOf(9),
      proposalKind: profile.kind,
      period: profile.period,
      proposerType: profile.proposerType,
      title: text(process.limits.title),
      body: text(process.limits.body),
      category: 'any',
      collective: profile.proposerType === 'DELEGATION' ? '一团' : null,
    },
  ],
  'proposal.revise': ({ state }) => [
    { kind: 'proposal.revise', body: `${state.content.body.slice(0, 3)}${state.contentVersion}` },
  ],
  'cosigner.invite': ({ state }) => {
    const next = state.cosignatures.length + 1;
    return [{ kind: 'cosigner.invite', mandateId: mandateOf(next) }];
  },
  'cosigner.confirm': ({ state }) =>
    state.cosignatures
      .filter(({ status }) => status === 'INVITED')
      .map(({ mandateId }) => ({ kind: 'cosigner.confirm', mandateId })),
  'proposal.pre_submit': () => [{ kind: 'proposal.pre_submit' }],
  'proposal.submit': () => [{ kind: 'proposal.submit' }],
  'review.decide': ({ process, state }) =>
    Object.entries(process.review.stages).flatMap(([stage, { verdicts, reasonRequired }]) =>
      verdicts
        .filter((verdict) => POSITIVE.includes(verdict))
        .map((verdict) => ({
          kind: 'review.decide' as const,
          ...{ stage, verdict },
          ...(reasonRequired.includes(verdict) ? { reasonCode: Object.keys(process.review.reasons)[0] } : {}),
          reviewerName: `甲${state.reviews.length}`,
        })),
    ),
  'proposal.docket': () => [{ kind: 'proposal.docket', year: 2026, term: 14, session: 3, category: 'any' }],
  'proposal.designate_key': ({ process, profile, state }) =>
    profile.key && state.keyDesignations.length === 0
      ? Object.keys(process.keyTiers).map((tier) => ({ kind: 'proposal.designate_key', tier }))
      : [],
  'units.allocate': ({ profile }) => [
    {
      kind: 'units.allocate',
      assignments: profile.roles.map((role, index) => ({ unitId: UNITS[index] ?? '', role })),
    },
  ],
  'proposal.hand_over': ({ profile }) => [{ kind: 'proposal.hand_over', hard: profile.hard }],
  'assignment.acknowledge': ({ state }) =>
    open(state).map(({ assignmentId }) => ({ kind: 'assignment.acknowledge', assignmentId })),
  'contact.record': ({ state }) => open(state).flatMap(({ assignmentId }) => contactsOf(state, assignmentId)),
  'co_opinion.give': ({ state }) =>
    open(state)
      .filter(({ role, opinions }) => role === 'CO' && opinions.length === 0)
      .map(({ assignmentId }) => ({ kind: 'co_opinion.give', assignmentId, text: '无意见', agreed: true })),
  'reply.issue': ({ state, process }, course) =>
    owing(state).map(({ assignmentId }) => ({
      kind: 'reply.issue',
      ...{ assignmentId, replyKind: 'FORMAL', documentNumber: '函〔2026〕1号', claimedClass: course.class },
      body: text(process.limits.reply),
      signatory: { name: '甲', personId: null, role: 'UNIT_HEAD' },
    })),
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
        const ratings = process.feedback.axes.map((axis) => ({ axis, level: level ?? '' }));
        return level === undefined ? [] : [{ kind: 'feedback.give' as const, replyId, ratings }];
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

/** In every phase and by every channel, with everybody there. */
function contactsOf(state: CaseState, assignmentId: string): Command[] {
  const mandateId = state.leadProposerId;
  const participants = CONTACT_ROLES.map((role) => ({
    ...{ role, name: '甲', personId: null },
    mandateId: role === 'PROPOSER' ? mandateId : null,
  }));
  return CONTACT_PHASES.flatMap((phase) =>
    CONTACT_CHANNELS.map((channel) => ({
      kind: 'contact.record' as const,
      ...{ assignmentId, phase, channel, participants },
    })),
  );
}
