import type { PaperOriginal, ProposalForm, SubmissionEvents } from './events-intake.js';

export type Consultation = SubmissionEvents['consultation.recorded'] & { readonly at: string };

/** What goes with the text of a case. */
export type SubmissionState = {
  readonly form: ProposalForm;
  readonly consultations: readonly Consultation[];
  /** As registered last; null when no paper is known of. */
  readonly paper: (PaperOriginal & { readonly at: string }) | null;
};
