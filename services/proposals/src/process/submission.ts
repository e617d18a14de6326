import type { CanonicalOrigin, PaperField, ProposalKind, ProposerType } from '../case/vocabulary.js';
import type { Label } from './label.js';

/** One way to propose (提出方式), with its limits. */
export type ProposerRule = {
  /** For which kinds of cases; for all when left out. */
  readonly kinds?: readonly ProposalKind[];
  /** Confirmed co-signers needed, and allowed, at submission. */
  readonly minCosigners?: number;
  readonly maxCosigners?: number;
  /** Whether the delegation, party, sector ... must be named. */
  readonly collectiveRequired?: boolean;
};

/** Who may propose and what the form asks. */
export type SubmissionProcess = {
  /** What is not here nobody may propose by. */
  readonly proposers: Readonly<Partial<Record<ProposerType, ProposerRule>>>;
  /** Where a matter comes from (建议来源). */
  readonly origins: Readonly<Record<string, { readonly label: Label; readonly canonical: CanonicalOrigin }>>;
  /** What the author makes sure of while writing, e.g. topic, research, argument; a guard may ask for it. */
  readonly checklist: Readonly<Record<string, { readonly order: number; readonly label: Label }>>;
};

/** What a guard of the intake can require. */
export type IntakeRequirement =
  /** Units of the own level, or of a level above, were consulted about the draft (两级沟通). */
  | { readonly kind: 'CONSULTATION'; readonly level: 'OWN' | 'ABOVE'; readonly min: number }
  /** Every point of the checklist is ticked. */
  | { readonly kind: 'CHECKLIST' }
  /** The paper original is registered, and says what was submitted on line (两线流转). */
  | { readonly kind: 'PAPER_AGREES'; readonly fields: readonly PaperField[] };
