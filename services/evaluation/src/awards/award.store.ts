import type { Page, Slice } from '@duban/kernel/graphql';
import type { Key } from '../evidence/evidence.store.js';
import type { AwardDecided, AwardsPublished, AwardVerdict, Nominated, Nomination } from './award.js';

/** A nomination with what has become of it. */
export type KeptAward = Nomination & {
  readonly awardId: string;
  /** ISO instants. */
  readonly nominatedAt: string;
  /** Null while nobody has decided. */
  readonly verdict: AwardVerdict | null;
  readonly verdictReason: string | null;
  readonly decidedAt: string | null;
  /** The document it was made known by. */
  readonly reference: string | null;
  readonly publishedAt: string | null;
};

export type AwardFilter = {
  readonly year: number | null;
  readonly code: string | null;
  /** One unit or case alone. */
  readonly subjectId: string | null;
  /** Only what has been published and awarded. */
  readonly published: boolean;
};

/** Awards of the transaction's locality. */
export type AwardStore = {
  /** Null too for another locality's. */
  find(award: Key): Promise<KeptAward | null>;
  /** All of one award in a year, in the order of their ids. */
  round(code: string, year: number): Promise<readonly KeptAward[]>;
  /** Published awards of some units and cases, the latest first. */
  publishedOf(subjectIds: readonly string[]): Promise<readonly KeptAward[]>;
  /** The latest first. */
  page(filter: AwardFilter, page: Page): Promise<Slice<KeptAward>>;
  count(filter: AwardFilter): Promise<number>;
  /** `before`: everything of that award and year as it was read. */
  nominate(event: Nominated, before: readonly KeptAward[]): Promise<void>;
  decide(event: AwardDecided, award: KeptAward, before: readonly KeptAward[]): Promise<void>;
  publish(event: AwardsPublished, before: readonly KeptAward[]): Promise<void>;
};
