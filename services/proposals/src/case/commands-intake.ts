import type { ProposalForm } from './events-intake.js';
import type { ConsultationLevel, ConsultationOutcome, ContactChannel } from './vocabulary.js';

/** Commands on what goes with the text: the form, consultations, the paper original. */
export type SubmissionCommands = {
  /** What is left out stays as it is. */
  'form.fill': Partial<ProposalForm>;
  'consultation.record': {
    readonly level: ConsultationLevel;
    /** A unit of the own locality. */
    readonly unitId?: string | null;
    /** A body by name, where it is no unit of the own locality. */
    readonly organisation?: string | null;
    readonly channel: ContactChannel;
    readonly outcome: ConsultationOutcome;
    readonly summary: string;
  };
  /** What the paper original says, as typed off it by the office. */
  'paper.register': {
    readonly title: string;
    readonly body: string;
    readonly leadProposerId: string;
    readonly cosignerIds: readonly string[];
    readonly pages?: number | null;
    readonly reference?: string | null;
  };
};
