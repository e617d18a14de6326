import type { Viewer } from '@duban/kernel';
import { availableActions } from '../case/available-actions.js';
import type { Command, CommandOf } from '../case/commands.js';
import type { CaseContext } from '../case/context.js';
import { decide } from '../case/decide.js';
import type { NewCaseEvent } from '../case/events.js';
import { fold } from '../case/fold.js';
import type { RefusalCode } from '../case/refusals.js';
import type { CaseState } from '../case/state.js';
import { celConditions } from '../process/conditions.cel.js';
import type { Process } from '../process/process.js';
import { id, MANDATES, PEOPLE, PERSON, UNITS } from './people.js';

const CONDITIONS = celConditions();

/** What stands outside the case in the examples. */
export function outside(newId: () => string, also: Partial<CaseContext> = {}): CaseContext {
  const units = Object.entries(UNITS).map(
    ([name, unitId]) => [unitId, { active: name !== 'closed' }] as const,
  );
  const mandates = Object.entries(MANDATES).map(
    ([name, mandateId]) =>
      [
        mandateId,
        {
          active: name !== 'ended',
          kind: name === 'member' ? ('CPPCC_MEMBER' as const) : ('DEPUTY' as const),
        },
      ] as const,
  );
  return {
    source: 'ONLINE',
    conditions: CONDITIONS,
    calendar: { holidays: new Set(), makeUpDays: new Set() },
    units: new Map(units),
    mandates: new Map(mandates),
    persons: new Set([PERSON]),
    organs: new Map([
      ['deputy-affairs', '联工委'],
      ['finance', '财经委'],
    ]),
    held: [],
    caseIds: new Set([id(1), id(2)]),
    categories: new Map([['roads', 'URBAN_CONSTRUCTION']]),
    nextSerial: 7,
    numberTaken: false,
    nextEntrySerial: 3,
    other: null,
    sessionClose: null,
    newId,
    ...also,
  };
}

/** One case told command by command. Moments are `2026-03-02` or `2026-03-02T10:00`, in UTC. */
export class Story {
  readonly events: NewCaseEvent[] = [];
  now = '2026-01-05T02:00:00.000Z';
  private ids = 1000;

  constructor(
    readonly process: Process,
    readonly also: Partial<CaseContext> = {},
  ) {}

  get state(): CaseState {
    return fold(this.events);
  }

  context(also: Partial<CaseContext> = {}): CaseContext {
    return outside(() => id(this.ids++), { ...this.also, ...also });
  }

  at(moment: string): this {
    this.now = new Date(moment.includes('T') ? `${moment}Z` : `${moment}T02:00:00Z`).toISOString();
    return this;
  }

  /** Must be accepted. */
  does(viewer: Viewer, command: Command, also: Partial<CaseContext> = {}): this {
    const outcome = this.decide(viewer, command, also);
    if (!outcome.accepted)
      throw new Error(`${command.kind}: ${outcome.code} ${JSON.stringify(outcome.params)}`);
    this.events.push(...outcome.value);
    return this;
  }

  /** The code it is refused with; null when it would be accepted. Nothing changes. */
  refuses(viewer: Viewer, command: Command, also: Partial<CaseContext> = {}): RefusalCode | null {
    const outcome = this.decide(viewer, command, also);
    return outcome.accepted ? null : outcome.code;
  }

  decide(viewer: Viewer, command: Command, also: Partial<CaseContext> = {}) {
    return decide(this.state, command, this.process, viewer, this.now, this.context(also));
  }

  offers(viewer: Viewer, command: Command['kind'], variant?: string) {
    const all = availableActions(this.state, this.process, viewer, this.now, this.context());
    return all.filter((one) => one.command === command && one.variant === variant);
  }

  /** The assignment of a unit in its latest round. */
  assignment(unitId = UNITS.transport) {
    const found = this.state.assignments.findLast((one) => one.unitId === unitId);
    if (!found) throw new Error('no such assignment');
    return found;
  }

  reply() {
    const found = this.state.replies.findLast((one) => one.kind === 'FORMAL');
    if (!found) throw new Error('no formal reply');
    return found;
  }

  entry() {
    const found = this.state.entries.at(-1);
    if (!found) throw new Error('no entry');
    return found;
  }

  drafted(): this {
    return this.at('2026-01-05').does(PEOPLE.lead, DRAFT);
  }

  submitted(): this {
    return this.drafted().at('2026-01-06').does(PEOPLE.lead, { kind: 'proposal.submit' });
  }

  accepted(): this {
    return this.submitted()
      .at('2026-01-07')
      .does(PEOPLE.congress, { kind: 'review.decide', stage: 'office', verdict: 'ACCEPT' });
  }

  docketed(): this {
    return this.accepted().at('2026-01-08').does(PEOPLE.congress, { kind: 'proposal.docket', year: 2026 });
  }

  allocated(assignments: readonly Wanted[] = SOLE): this {
    return this.docketed().at('2026-01-09').does(PEOPLE.government, { kind: 'units.allocate', assignments });
  }

  handedOver(assignments = SOLE, hard = false): this {
    return this.allocated(assignments)
      .at('2026-01-12')
      .does(PEOPLE.government, { kind: 'proposal.hand_over', hard });
  }

  acknowledged(): this {
    const { assignmentId } = this.handedOver().assignment();
    return this.at('2026-01-13').does(PEOPLE.transport, { kind: 'assignment.acknowledge', assignmentId });
  }

  contacted(): this {
    const { assignmentId } = this.acknowledged().assignment();
    return this.at('2026-01-20').does(PEOPLE.transport, contactOn(assignmentId));
  }

  replied(claimedClass = 'A'): this {
    const { assignmentId } = this.contacted().assignment();
    return this.at('2026-03-02').does(PEOPLE.transport, replyOn(assignmentId, { claimedClass }));
  }

  confirmed(local = 'A'): this {
    const { assignmentId } = this.replied(local).assignment();
    return this.at('2026-03-03').does(PEOPLE.congress, { kind: 'class.confirm', assignmentId, class: local });
  }

  rated(level = 'SATISFIED', local = 'A'): this {
    const { replyId } = this.confirmed(local).reply();
    return this.at('2026-03-05').does(PEOPLE.lead, rate(replyId, level));
  }

  /** The latest round of the unit, from the receipt to the confirmed class, on this day. */
  answeredAgain(local = 'A'): this {
    const { assignmentId } = this.assignment();
    return this.does(PEOPLE.transport, { kind: 'assignment.acknowledge', assignmentId })
      .does(PEOPLE.transport, contactOn(assignmentId))
      .does(PEOPLE.transport, replyOn(assignmentId, { claimedClass: local }))
      .does(PEOPLE.congress, { kind: 'class.confirm', assignmentId, class: local });
  }

  closed(local = 'A'): this {
    return this.rated('SATISFIED', local).at('2026-03-06').does(PEOPLE.congress, { kind: 'proposal.close' });
  }
}

type Wanted = { unitId: string; role: 'SOLE' | 'LEAD' | 'CO' | 'SEPARATE' };
const SOLE: readonly Wanted[] = [{ unitId: UNITS.transport, role: 'SOLE' }];
export const LEAD_AND_CO: readonly Wanted[] = [
  { unitId: UNITS.transport, role: 'LEAD' },
  { unitId: UNITS.water, role: 'CO' },
];

export const DRAFT: Command = {
  kind: 'proposal.draft',
  proposalId: id(1),
  proposalKind: 'NPC_SUGGESTION',
  period: 'IN_SESSION',
  proposerType: 'INDIVIDUAL',
  title: '关于在城东增设公交站的建议',
  body: '城东小区居民出行不便,建议增设公交站。',
  category: 'roads',
};

export const PARTICIPANTS = [
  { role: 'PROPOSER', name: '张代表', personId: null, mandateId: MANDATES.lead },
  { role: 'UNIT_HANDLER', name: '李科员', personId: null, mandateId: null },
] as const;

export const contactOn = (assignmentId: string, also: object = {}): Command => ({
  kind: 'contact.record',
  assignmentId,
  phase: 'BEFORE',
  channel: 'PHONE',
  participants: PARTICIPANTS,
  ...also,
});

export const replyOn = (assignmentId: string, also: object = {}): Command => ({
  kind: 'reply.issue',
  assignmentId,
  replyKind: 'FORMAL',
  documentNumber: '交函〔2026〕1号',
  body: '已增设公交站。',
  claimedClass: 'A',
  signatory: { name: '王局长', role: 'UNIT_HEAD' },
  ...also,
});

export const rate = (replyId: string, result: string, attitude = 'SATISFIED'): Command => ({
  kind: 'feedback.give',
  replyId,
  ratings: [
    { axis: 'ATTITUDE', level: attitude },
    { axis: 'RESULT', level: result },
  ],
});

/** The same again, in the place of the form before. */
export const correct = (replyId: string, result: string, reason = '填写有误。'): Command => ({
  ...(rate(replyId, result) as CommandOf<'feedback.give'>),
  kind: 'feedback.correct',
  reason,
});
