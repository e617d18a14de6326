import type { Command } from '../case/commands.js';
import type { CaseState } from '../case/state.js';
import {
  isOpen,
  isPursued,
  type Model,
  type ModelEntry,
  startModelAssignment,
  yearOf,
} from './case-model.js';
import type { Move } from './case-move.js';
import { headOf, PEOPLE } from './people.js';

const { congress, lead } = PEOPLE;
type Check = (one: ModelEntry, model: Model) => boolean;
type Change = (one: ModelEntry, model: Model) => void;

/** All that can be done with the tracking entry at an index, by its unit and by the office. */
export function entryMoves(unitOf: string, index: number): Move[] {
  const move = (viewer: Move['viewer'], kind: string, also: object, may: Check, change: Change): Move => ({
    viewer,
    command: (state) => ({ kind, entryId: state.entries[index]?.entryId ?? '', ...also }) as Command,
    may: (model) =>
      ['HANDED_OVER', 'CLOSED'].includes(model.phase) && may(model.entries[index] as ModelEntry, model),
    change: (model) => change(model.entries[index] as ModelEntry, model),
  });
  const to =
    (phase: string): Change =>
    (one) =>
      (one.phase = phase);
  const unit = headOf(unitOf);
  const claimed: Check = (one) => one.phase === 'CLAIMED_DONE';
  const evidence = [{ title: '验收单', reference: null }];
  return [
    move(unit, 'entry.progress', { text: '推进中。' }, isPursued, to('IN_PROGRESS')),
    move(unit, 'entry.claim_done', { text: '已完成。', evidence }, isPursued, to('CLAIMED_DONE')),
    move(lead, 'entry.confirm', {}, claimed, to('CONFIRMED')),
    move(congress, 'entry.refuse_claim', { reason: '尚未完成。' }, claimed, to('IN_PROGRESS')),
    move(
      congress,
      'entry.strike_off',
      {},
      (one) => one.phase === 'CONFIRMED',
      (one, model) => {
        one.phase = 'STRUCK_OFF';
        standing(one, model).class = 'A';
      },
    ),
    move(congress, 'entry.downgrade', { class: 'C', reason: '条件变化。' }, isPursued, (one, model) => {
      one.phase = 'DOWNGRADED';
      standing(one, model).class = 'C';
    }),
    ...pursuing(unit, index),
    rollOver(index),
    move(congress, 'entry.rehand', {}, rehandable, (one, model) => rehand(one, model)),
  ];
}

const PLAN = { responsible: '王科长', milestones: [{ title: '开工', dueOn: '2099-01-01' }] };

/** Planned, rated for what was done since, carried into another term. */
function pursuing(unit: Move['viewer'], index: number): Move[] {
  const handled = (model: Model) => ['HANDED_OVER', 'CLOSED'].includes(model.phase);
  const entry = (model: Model) => model.entries[index] as ModelEntry;
  const move = (
    viewer: Move['viewer'],
    make: (model: CaseState) => object,
    may: Check,
    change: Change,
  ): Move => ({
    viewer,
    command: (state) => ({ entryId: state.entries[index]?.entryId ?? '', ...make(state) }) as Command,
    may: (model) => handled(model) && may(entry(model), model),
    change: (model) => change(entry(model), model),
  });
  return [
    move(
      unit,
      () => ({ kind: 'entry.plan', ...PLAN }),
      isPursued,
      () => {},
    ),
    move(
      lead,
      () => ({ kind: 'entry.rate', level: 'SATISFIED' }),
      (one, model) =>
        one.phase !== 'ENDED' && yearOf(model) > one.originYear && !one.ratedIn.has(yearOf(model)),
      (one, model) => void one.ratedIn.add(yearOf(model)),
    ),
    move(
      congress,
      (state) => ({
        kind: 'entry.cross_term',
        toTerm: (state.entries[index]?.crossedTerms.at(-1)?.toTerm ?? 0) + 1,
      }),
      isOpen,
      (one) => {
        one.term += 1;
        if (isPursued(one)) one.phase = 'CROSS_TERM';
      },
    ),
  ];
}

const promised = (one: ModelEntry, model: Model) => {
  const found = model.assignments[one.owner];
  if (!found) throw new Error('an entry without its assignment');
  return found;
};

/** What the unit was given on this matter, from the promise on. */
const givenSince = (one: ModelEntry, model: Model) =>
  model.assignments.slice(one.owner).filter((other) => other.unit === one.unit && other.role !== 'CO');

/** The unit's latest answer on the matter: its class is what a promise kept or given up changes. */
const standing = (one: ModelEntry, model: Model) =>
  givenSince(one, model).findLast((other) => other.repliedOn !== null) ?? promised(one, model);

const rollOver = (index: number): Move => ({
  viewer: congress,
  command: (state) => {
    const entry = state.entries[index];
    return { kind: 'entry.roll_over', entryId: entry?.entryId ?? '', toYear: (entry?.year ?? 0) + 1 };
  },
  may: (model) => {
    const one = model.entries[index] as ModelEntry;
    return ['HANDED_OVER', 'CLOSED'].includes(model.phase) && isOpen(one) && one.year <= yearOf(model);
  },
  change(model) {
    const one = model.entries[index] as ModelEntry;
    one.year += 1;
    if (isPursued(one)) one.phase = 'ROLLED_OVER';
  },
});

const rehandable: Check = (one, model) =>
  model.phase === 'CLOSED' &&
  ['REGISTERED', 'IN_PROGRESS', 'ROLLED_OVER', 'CROSS_TERM'].includes(one.phase) &&
  yearOf(model) > one.originYear;

function rehand(one: ModelEntry, model: Model): void {
  one.phase = 'REHANDED';
  model.phase = 'HANDED_OVER';
  const before = givenSince(one, model).at(-1) ?? promised(one, model);
  before.succeeded = true;
  const rounds = model.assignments.filter((other) => other.unit === one.unit).map((other) => other.round);
  const { unit, role } = before;
  model.assignments.push(startModelAssignment(model, { unit, role, round: Math.max(...rounds) + 1 }));
}
