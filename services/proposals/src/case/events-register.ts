import type { CalendarDate } from '@duban/kernel';
import type { CanonicalLevel } from './vocabulary.js';

/** A step on the way to keeping a promise, numbered from 1. */
export type EntryMilestone = {
  readonly number: number;
  readonly title: string;
  readonly dueOn: CalendarDate;
};

/** Events of the register beside registration, claim and striking off. */
export type RegisterEvents = {
  /** Many care about the case (社会关注度高). */
  'proposal.attention_marked': { readonly reason: string };
  /** Who sees to it in the unit, and by when what is done; replaces an earlier plan. */
  'entry.planned': {
    readonly entryId: string;
    readonly responsible: string;
    readonly milestones: readonly EntryMilestone[];
  };
  /** It goes on into the next term of the assembly (跨届). */
  'entry.crossed_term': { readonly entryId: string; readonly toTerm: number };
  /** A promise of an earlier year rated by the proposer for what was done since. */
  'entry.rated': {
    readonly entryId: string;
    readonly respondent: string;
    readonly collectedBy: string | null;
    readonly year: number;
    readonly level: string;
    readonly canonicalLevel: CanonicalLevel;
    readonly satisfied: boolean;
    readonly comment: string | null;
  };
};
