import type { HandoverValue } from '../case/state-handover.js';
import { handoverRules, modeOf } from '../process/handover.js';
import { POSITIVE } from '../process/review.js';
import { type AttemptTable, text } from './course.js';
import { valuesFor } from './fields.js';
import type { Walk } from './walk.js';
import { idOf, UNITS } from './world.js';

export const INTAKE_ATTEMPTS: AttemptTable = {
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
      collective: ['INDIVIDUAL', 'JOINT'].includes(profile.proposerType) ? null : '一团',
    },
  ],
  'proposal.revise': ({ state }) => [
    { kind: 'proposal.revise', body: `${state.content.body.slice(0, 3)}${state.contentVersion}` },
  ],
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
      mode: modeOf(profile.roles),
    },
  ],
  'matters.split': ({ state }) => [
    {
      kind: 'matters.split',
      matters: [{ text: '一个事项', unitIds: state.assignments.map(({ unitId }) => unitId) }],
    },
  ],
  // Once for the proposer, once for each unit.
  'allocation.answer': ({ state }) =>
    ['', ...state.assignments.map(({ unitId }) => unitId)].map((reason) => ({
      kind: 'allocation.answer',
      agrees: true,
      ...(reason ? { reason } : {}),
    })),
  'proposal.hand_over': (walk) => [
    {
      kind: 'proposal.hand_over',
      hard: walk.profile.hard,
      noticeNumber: '交办〔2026〕1号',
      fields: handoverValues(walk),
    },
  ],
};

/** What the place wants to know at the handover; the agreed date is left to the rule. */
function handoverValues({ process, state, now }: Walk): readonly HandoverValue[] {
  const { fields } = handoverRules(process);
  return valuesFor(fields, now).flatMap((value): HandoverValue[] => {
    if (!fields[value.field]?.perUnit) return [{ ...value, unitId: null }];
    return state.assignments.map(({ unitId }) => ({ ...value, unitId }));
  });
}
