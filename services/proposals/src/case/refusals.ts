import { KERNEL_REFUSALS, type RefusalCatalogue } from '@duban/kernel';
import { ANSWERING_REFUSALS } from './refusals-answering.js';
import { DUTY_REFUSALS } from './refusals-duties.js';
import { GRANT_REFUSALS } from './refusals-grants.js';
import { HANDLING_REFUSALS } from './refusals-handling.js';
import { HANDOVER_REFUSALS } from './refusals-handover.js';
import { INTAKE_REFUSALS } from './refusals-intake.js';
import { RECORD_REFUSALS } from './refusals-records.js';
import { SUBMISSION_REFUSALS } from './refusals-submission.js';

/** Every expected refusal of this service, the kernel's included, each with what it tells the person. */
export const PROPOSAL_REFUSALS = {
  ...KERNEL_REFUSALS,
  ...INTAKE_REFUSALS,
  ...HANDOVER_REFUSALS,
  ...SUBMISSION_REFUSALS,
  ...GRANT_REFUSALS,
  ...HANDLING_REFUSALS,
  ...ANSWERING_REFUSALS,
  ...RECORD_REFUSALS,
  ...DUTY_REFUSALS,
} as const satisfies RefusalCatalogue;

export type RefusalCode = keyof typeof PROPOSAL_REFUSALS;
