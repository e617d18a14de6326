import type { Viewer } from '@duban/kernel';
import type { Command } from '../case/commands.js';
import type { CaseState } from '../case/state.js';
import type { Model } from './case-model.js';
import { endEverything, isWriting, mayClose, startModelAssignment } from './case-model.js';
import type { Move } from './case-move.js';
import { assignmentMoves } from './case-moves-assignment.js';
import { entryMoves } from './case-moves-entry.js';
import { grantMoves } from './case-moves-grants.js';
import { recordMoves } from './case-moves-records.js';
import { settleReturn } from './case-moves-return.js';
import { workMoves } from './case-moves-work.js';
import { plusDays, plusWorkdays } from './model-dates.js';
import { id, MANDATES, PEOPLE, UNITS } from './people.js';
import { DRAFT } from './story.js';

/** Commands that do not lead further: tried less, or most cases would never be answered. */
const IDLE: readonly string[] = [
  'proposal.revise',
  'form.fill',
  'consultation.record',
  'paper.register',
  'cosigner.invite',
  'cosigner.decline',
  'cosigner.cancel',
  'proposal.designate_key',
  'proposal.absorb',
  'units.allocate',
  'proposal.mark_attention',
  'entry.plan',
  'entry.rate',
  'feedback.correct',
  'entry.cross_term',
  'round.require',
  'reply.draft',
  'reply.review',
  'reply.countersign',
  'matters.split',
  'responsible.name',
  'assignment.sign_read',
  'plan.set',
  'milestone.complete',
  'progress.report',
  'assignment.file',
  'extension.request',
  'extension.decide',
  'entry.refuse_claim',
  'record.enter',
  'record.sign',
  'record.answer',
  'record.correct',
  'grant.give',
  'grant.revoke',
];
export const leadsOn = (move: Move, state: CaseState): boolean => {
  const command = move.command(state);
  const firstAllocation = command.kind === 'units.allocate' && state.phase === 'DOCKETED';
  const formal = command.kind !== 'reply.issue' || command.replyKind === 'FORMAL';
  return (formal && !IDLE.includes(command.kind)) || firstAllocation;
};

const { lead, second, third, congress, government, transport } = PEOPLE;
const OTHER = {
  proposalId: id(2),
  kind: 'NPC_SUGGESTION',
  caseNumber: '甲',
  authorIds: [MANDATES.third],
} as const;
const TIERS = ['TOP_LEADER', 'CONGRESS_LEADER', 'GOV_LEADER', 'SPECIAL_COMMITTEE', 'STANDING_MEMBER'];
let words = 0;

const writing = (): Move[] => [
  {
    viewer: lead,
    command: () => DRAFT,
    may: (model) => model.phase === 'NONE',
    change: (model) => {
      model.phase = 'DRAFT';
    },
  },
  {
    viewer: lead,
    command: () => ({ kind: 'form.fill', originNote: `第${words++}次走访` }),
    may: isWriting,
    change: () => {},
  },
  {
    viewer: lead,
    command: () => ({
      ...{ kind: 'consultation.record', level: 'OWN', unitId: UNITS.water },
      ...{ channel: 'PHONE', outcome: 'SUPPORTS', summary: '赞成' },
    }),
    may: isWriting,
    change: () => {},
  },
  {
    viewer: congress,
    command: () => ({
      ...{ kind: 'paper.register', title: '纸质标题', body: '纸质正文' },
      ...{ leadProposerId: MANDATES.lead, cosignerIds: [MANDATES.second] },
    }),
    may: (model) => ['SUBMITTED', 'REVISION_REQUESTED', 'ACCEPTED'].includes(model.phase),
    change: () => {},
  },
  {
    viewer: lead,
    command: () => ({ kind: 'proposal.revise', body: `正文第${words++}稿` }),
    may: isWriting,
    change(model) {
      model.revised = true;
      for (const one of model.signatures.values()) {
        if (one.status !== 'CONFIRMED') continue;
        one.status = 'INVITED';
        one.due = plusWorkdays(model.today, 10);
      }
    },
  },
  {
    viewer: lead,
    command: () => ({ kind: 'proposal.submit' }),
    may: (model) => isWriting(model) && (model.phase !== 'REVISION_REQUESTED' || model.revised),
    change(model) {
      model.phase = 'SUBMITTED';
      model.submitted = true;
      model.revised = false;
      for (const one of model.signatures.values()) if (one.status === 'INVITED') one.status = 'LAPSED';
    },
  },
  {
    viewer: lead,
    command: () => ({ kind: 'proposal.withdraw', letter: '本人申请撤回。' }),
    may: (model) =>
      !['NONE', 'CLOSED', 'REJECTED', 'CONVERTED', 'MERGED', 'WITHDRAWN'].includes(model.phase) &&
      !model.absorbed,
    change: (model) => endEverything(model, 'WITHDRAWN'),
    final: true,
  },
];

const signing = (viewer: Viewer, mandateId: string): Move[] => {
  const status = (model: Model) => model.signatures.get(mandateId)?.status ?? '';
  const signed = (model: Model) => isWriting(model) && ['INVITED', 'CONFIRMED'].includes(status(model));
  const set = (value: string) => (model: Model) => {
    model.signatures.set(mandateId, { status: value, due: plusWorkdays(model.today, 10) });
  };
  return [
    {
      viewer: lead,
      command: () => ({ kind: 'cosigner.invite', mandateId }),
      may: (model) => isWriting(model) && !signed(model),
      change(model) {
        set('INVITED')(model);
        if (model.phase === 'DRAFT') model.phase = 'COSIGNING';
      },
    },
    {
      viewer,
      command: () => ({ kind: 'cosigner.confirm' }),
      may: (model) =>
        isWriting(model) &&
        status(model) === 'INVITED' &&
        model.today <= (model.signatures.get(mandateId)?.due ?? ''),
      change: set('CONFIRMED'),
    },
    { viewer, command: () => ({ kind: 'cosigner.decline' }), may: signed, change: set('DECLINED') },
    {
      viewer: lead,
      command: () => ({ kind: 'cosigner.cancel', mandateId }),
      may: signed,
      change: set('CANCELLED'),
    },
  ];
};

const verdict = (given: string, phase: string): Move => ({
  viewer: congress,
  command: () => ({ kind: 'review.decide', stage: 'office', verdict: given, reasonCode: 'other' }) as Command,
  may: (model) => model.phase === 'SUBMITTED',
  change: (model) => {
    model.phase = phase;
  },
  ...(given === 'REJECT' || given === 'CONVERT' ? { final: true } : {}),
});

const docketing = (): Move[] => [
  {
    viewer: congress,
    command: () => ({ kind: 'proposal.docket', year: 2026 }),
    may: (model) => model.phase === 'ACCEPTED',
    change: (model) => {
      model.phase = 'DOCKETED';
    },
  },
  {
    viewer: congress,
    command: () => ({ kind: 'proposal.merge', intoId: OTHER.proposalId }),
    outside: { other: { ...OTHER, phase: 'DOCKETED' } },
    may: (model) =>
      ['SUBMITTED', 'ACCEPTED', 'DOCKETED', 'ALLOCATED'].includes(model.phase) && !model.absorbed,
    change: (model) => endEverything(model, 'MERGED'),
    final: true,
  },
  {
    viewer: congress,
    command: () => ({ kind: 'proposal.absorb', fromId: OTHER.proposalId }),
    outside: { other: { ...OTHER, phase: 'MERGED' } },
    may: (model) => ['DOCKETED', 'ALLOCATED', 'HANDED_OVER'].includes(model.phase),
    change: (model) => {
      model.absorbed = true;
    },
  },
  {
    viewer: congress,
    command: () => ({
      kind: 'review.decide',
      stage: 'office',
      verdict: 'MERGE',
      mergeIntoId: OTHER.proposalId,
    }),
    outside: { other: { ...OTHER, phase: 'DOCKETED' } },
    may: (model) => model.phase === 'SUBMITTED' && !model.absorbed,
    change: (model) => endEverything(model, 'MERGED'),
    final: true,
  },
  ...TIERS.map(designate),
  {
    viewer: congress,
    command: () => ({ kind: 'proposal.mark_attention', reason: '网上热议。' }),
    may: (model) =>
      ['DOCKETED', 'ALLOCATED', 'HANDED_OVER', 'CLOSED'].includes(model.phase) && !model.attention,
    change(model) {
      model.attention = true;
    },
  },
];

const designate = (tier: string): Move => ({
  viewer: congress,
  command: () => ({ kind: 'proposal.designate_key', tier }),
  may: (model) =>
    ['ACCEPTED', 'DOCKETED', 'ALLOCATED', 'HANDED_OVER'].includes(model.phase) && !model.tiers.has(tier),
  change: (model) => void model.tiers.add(tier),
});

type Wanted = readonly (readonly [unit: string, role: 'SOLE' | 'LEAD' | 'CO' | 'SEPARATE'])[];

const allocate = (wanted: Wanted): Move => ({
  viewer: government,
  command: () => ({
    kind: 'units.allocate',
    assignments: wanted.map(([unitId, role]) => ({ unitId, role })),
  }),
  may: (model) => model.phase === 'DOCKETED' || model.phase === 'ALLOCATED',
  change(model) {
    model.phase = 'ALLOCATED';
    model.asked = { round: model.asked.round + 1, agrees: null, by: plusDays(model.today, 3) };
    model.assignments = wanted.map(([unit, role]) => ({
      ...startModelAssignment(model, { unit, role, round: 1 }),
      phase: 'PENDING',
    }));
  },
});

/** Answered or out of time, and agreed to or asked about often enough. */
const settled = ({ asked, today }: Model): boolean =>
  asked.agrees === null ? today > asked.by : asked.agrees || asked.round >= 2;

const asking: readonly Move[] = [
  ...[true, false].map(
    (agrees): Move => ({
      viewer: lead,
      command: () => ({ kind: 'allocation.answer', agrees, reason: '已阅。' }),
      may: (model) => model.phase === 'ALLOCATED',
      change: (model) => {
        model.asked.agrees = agrees;
      },
    }),
  ),
  {
    viewer: government,
    command: () => ({
      kind: 'matters.split',
      matters: [{ text: '增设站点。', unitIds: [UNITS.transport] }],
    }),
    may: (model) => model.phase === 'ALLOCATED',
    change: (model) => {
      model.matterOf = new Set([UNITS.transport]);
    },
  },
];

const handOver = (hard: boolean): Move => ({
  viewer: government,
  command: () => ({ kind: 'proposal.hand_over', hard }),
  may: (model) => model.phase === 'ALLOCATED' && settled(model),
  change(model) {
    model.phase = 'HANDED_OVER';
    model.hard = hard;
    model.handedOver = true;
    model.assignments = model.assignments.map((one) => startModelAssignment(model, one));
  },
});

const close: Move = {
  viewer: congress,
  command: () => ({ kind: 'proposal.close' }),
  may: (model) => model.phase === 'HANDED_OVER' && mayClose(model),
  change(model) {
    model.phase = 'CLOSED';
    for (const one of model.assignments)
      if (!['REASSIGNED', 'ENDED'].includes(one.phase)) one.phase = 'CLOSED';
  },
};

/** Every move that could be tried in the model's present, legal or not. */
export const movesIn = (model: Model): readonly Move[] => [
  ...courseMoves(model),
  ...recordMoves(model),
  ...grantMoves(model),
];

/** Those that a case's own course is made of, without what is put on record or shown to others beside it. */
export const courseMoves = (model: Model): readonly Move[] => [
  ...writing(),
  ...signing(second, MANDATES.second),
  ...signing(third, MANDATES.third),
  verdict('ACCEPT', 'ACCEPTED'),
  verdict('REQUEST_REVISION', 'REVISION_REQUESTED'),
  verdict('REJECT', 'REJECTED'),
  verdict('CONVERT', 'CONVERTED'),
  ...docketing(),
  allocate([[UNITS.transport, 'SOLE']]),
  allocate([
    [UNITS.transport, 'LEAD'],
    [UNITS.water, 'CO'],
  ]),
  allocate([
    [UNITS.transport, 'SEPARATE'],
    [UNITS.schools, 'SEPARATE'],
  ]),
  ...asking,
  handOver(false),
  handOver(true),
  ...model.assignments.flatMap((_, index) => assignmentMoves(model, index)),
  ...model.assignments.flatMap((_, index) => [...settleReturn(model, index), ...workMoves(model, index)]),
  ...model.entries.flatMap((one, index) => entryMoves(one.unit, index)),
  close,
  // Somebody who may read but not act.
  { viewer: PEOPLE.reader, command: () => ({ kind: 'proposal.submit' }), may: () => false, change: () => {} },
  { viewer: transport, command: () => ({ kind: 'proposal.close' }), may: () => false, change: () => {} },
];
