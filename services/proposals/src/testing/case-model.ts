import { plusMonths, plusWorkdays } from './model-dates.js';

/** A case as a person with a pencil would keep it: no events, no rules, a few tables that are changed in place. */
export type ModelAssignment = {
  unit: string;
  role: string;
  round: number;
  phase: string;
  due: string;
  returnBy: string | null;
  handedOn: string;
  acknowledged: boolean;
  contacted: boolean;
  contactedBefore: boolean;
  returns: number;
  extensionPending: boolean;
  extensions: number;
  repliedOn: string | null;
  draft: 'NONE' | 'WAITING' | 'READ';
  claimed: string | null;
  class: string | null;
  rated: boolean;
  /** When the form was first given. */
  ratedOn: string;
  feedbackBy: string;
  succeeded: boolean;
  dissatisfiedRounds: number;
  /** On which rung of the ladder its return lies. */
  rung: number;
  milestone: 'none' | 'open' | 'done';
  filed: boolean;
};

export type ModelEntry = {
  unit: string;
  owner: number;
  phase: string;
  originYear: number;
  year: number;
  /** The term it was last carried into; years it was rated in. */
  term: number;
  ratedIn: Set<number>;
};

export type ModelRecord = {
  kind: string;
  /** Which assignment it is about; null for the whole case. */
  assignment: number | null;
  answered: boolean;
  signed: Set<string>;
};

export type ModelGrant = { key: string; until: string; revoked: boolean };

export type Model = {
  today: string;
  phase: string;
  revised: boolean;
  absorbed: boolean;
  hard: boolean;
  handedOver: boolean;
  /** What the proposer says of the proposed units, by when, and in which round. */
  asked: { round: number; agrees: boolean | null; by: string };
  /** Units that the only matter is split upon; null while the case is not split. */
  matterOf: Set<string> | null;
  tiers: Set<string>;
  attention: boolean;
  signatures: Map<string, { status: string; due: string }>;
  assignments: ModelAssignment[];
  entries: ModelEntry[];
  /** Whether it was ever submitted. */
  submitted: boolean;
  records: ModelRecord[];
  grants: ModelGrant[];
};

export const newModel = (): Model => ({
  today: '2026-01-05',
  phase: 'NONE',
  revised: false,
  absorbed: false,
  hard: false,
  handedOver: false,
  asked: { round: 0, agrees: null, by: '' },
  matterOf: null,
  tiers: new Set(),
  attention: false,
  signatures: new Map(),
  assignments: [],
  entries: [],
  submitted: false,
  records: [],
  grants: [],
});

const WRITING = ['DRAFT', 'COSIGNING', 'REVISION_REQUESTED'];
const WORKED_ON = ['HANDED_OVER', 'ACKNOWLEDGED', 'IN_HANDLING'];
const OPEN_ENTRY = ['REGISTERED', 'IN_PROGRESS', 'ROLLED_OVER', 'REHANDED', 'CROSS_TERM'];

/** Neither not begun nor come to nothing. */
export const isAlive = ({ phase }: Model): boolean =>
  !['NONE', 'REJECTED', 'CONVERTED', 'MERGED', 'WITHDRAWN'].includes(phase);
export const isWriting = (model: Model): boolean => WRITING.includes(model.phase);
export const isWorkedOn = (one: ModelAssignment): boolean => WORKED_ON.includes(one.phase);
export const isPursued = (one: ModelEntry): boolean => OPEN_ENTRY.includes(one.phase);
export const isOpen = (one: ModelEntry): boolean =>
  isPursued(one) || one.phase === 'CLAIMED_DONE' || one.phase === 'CONFIRMED';
export const isLive = (one: ModelAssignment): boolean =>
  !['CLOSED', 'REASSIGNED', 'ENDED'].includes(one.phase);
export const yearOf = (model: Model): number => Number(model.today.slice(0, 4));

export function startModelAssignment(
  model: Model,
  given: Pick<ModelAssignment, 'unit' | 'role' | 'round'>,
  again: number | null = null,
): ModelAssignment {
  const months = again === null ? (given.role === 'CO' ? 1 : model.hard ? 6 : 3) : 1;
  return {
    ...given,
    phase: 'HANDED_OVER',
    due: plusMonths(model.today, months),
    returnBy: again === null ? plusWorkdays(model.today, 5) : null,
    handedOn: model.today,
    acknowledged: false,
    contacted: false,
    contactedBefore: false,
    returns: 0,
    extensionPending: false,
    extensions: 0,
    repliedOn: null,
    draft: 'NONE',
    claimed: null,
    class: null,
    rated: false,
    ratedOn: '',
    feedbackBy: '',
    succeeded: false,
    dissatisfiedRounds: again ?? 0,
    rung: 0,
    milestone: 'none',
    filed: false,
  };
}

/** Everything that may be closed now is answered, classed, and rated or out of time. */
export const mayClose = (model: Model): boolean =>
  model.assignments
    .filter((one) => one.role !== 'CO' && one.phase !== 'REASSIGNED' && !one.succeeded)
    .every((one) => one.repliedOn && one.class && (one.rated || model.today > one.feedbackBy));

export function endEverything(model: Model, phase: string): void {
  model.phase = phase;
  for (const one of model.assignments) if (isLive(one)) one.phase = 'ENDED';
  for (const one of model.entries) if (isOpen(one)) one.phase = 'ENDED';
}
