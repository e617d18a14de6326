import { ANSWERING_ATTEMPTS } from './attempts-answering.js';
import { DUTY_ATTEMPTS } from './attempts-duties.js';
import { HANDLING_ATTEMPTS } from './attempts-handling.js';
import { INTAKE_ATTEMPTS } from './attempts-intake.js';
import { RECORD_ATTEMPTS } from './attempts-records.js';
import { SUBMISSION_ATTEMPTS } from './attempts-submission.js';
import type { AttemptTable } from './course.js';

/** Every command that helps a case on, with the inputs worth trying. */
export const ATTEMPTS: AttemptTable = {
  ...INTAKE_ATTEMPTS,
  ...SUBMISSION_ATTEMPTS,
  ...HANDLING_ATTEMPTS,
  ...ANSWERING_ATTEMPTS,
  ...RECORD_ATTEMPTS,
  ...DUTY_ATTEMPTS,
};
