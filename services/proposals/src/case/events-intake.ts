import type { ConsultationLevel, ConsultationOutcome, ContactChannel, FormationKind } from './vocabulary.js';

/** What the author says and wishes beside the text (建议专用纸上的勾选项). */
export type ProposalForm = {
  /** Code of the locality's origins; null when not said. */
  readonly origin: string | null;
  readonly originNote: string | null;
  /** How the matter was worked out. */
  readonly formation: readonly FormationKind[];
  /** For how many years it has been proposed and not solved; 0 when it is new, null when not said. */
  readonly repeatedYears: number | null;
  readonly wishesContact: boolean;
  /** For reference only: no written reply is needed. */
  readonly replyNotNeeded: boolean;
  readonly contactPerson: { readonly name: string; readonly phone: string | null } | null;
  /** Points of the locality's checklist that the author ticked. */
  readonly checklist: readonly string[];
};

export const EMPTY_FORM: ProposalForm = {
  origin: null,
  originNote: null,
  formation: [],
  repeatedYears: null,
  wishesContact: false,
  replyNotNeeded: false,
  contactPerson: null,
  checklist: [],
};

/** What the paper original says. */
export type PaperOriginal = {
  readonly title: string;
  readonly body: string;
  readonly leadProposerId: string;
  readonly cosignerIds: readonly string[];
  readonly pages: number | null;
  /** Where the paper is kept: a file number or the like. */
  readonly reference: string | null;
};

export type SubmissionEvents = {
  'form.filled': ProposalForm;
  'consultation.recorded': {
    readonly consultationId: string;
    readonly level: ConsultationLevel;
    readonly unitId: string | null;
    readonly organisation: string | null;
    readonly channel: ContactChannel;
    readonly outcome: ConsultationOutcome;
    readonly summary: string;
  };
  'paper.registered': PaperOriginal;
};
