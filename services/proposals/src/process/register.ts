import type { CanonicalOutcome } from '../case/vocabulary.js';
import type { Condition } from './condition.js';
import type { Label } from './label.js';

/** A case that goes on the register although its class alone would not put it there. */
export type AlsoTracked = { readonly label: Label; readonly when: Condition };

/** The register of promises not yet kept (挂号销号): what is put on it, and who says that it is done. */
export type Tracking = {
  readonly trackIf: readonly CanonicalOutcome[];
  /** Cases not solved that go on it besides, e.g. those that many care about. */
  readonly also: Readonly<Record<string, AlsoTracked>>;
  readonly numberPattern: string;
  readonly confirmers: readonly string[];
  readonly minEvidence: number;
  /** Open entries of earlier years are carried on by themselves, every year from this day on; null: by the office. */
  readonly rollOver?: { readonly on: string } | null;
};
