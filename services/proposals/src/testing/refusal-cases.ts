import type { RefusalCase } from './refusal-case.js';
import { ANSWERING_CASES } from './refusal-cases-answering.js';
import { DUTY_CASES } from './refusal-cases-duties.js';
import { GRANT_CASES } from './refusal-cases-grants.js';
import { GUARD_CASES } from './refusal-cases-guards.js';
import { HANDLING_CASES } from './refusal-cases-handling.js';
import { HANDOVER_CASES } from './refusal-cases-handover.js';
import { INTAKE_CASES } from './refusal-cases-intake.js';
import { RECORD_CASES } from './refusal-cases-records.js';
import { SUBMISSION_CASES } from './refusal-cases-submission.js';
import { TRACKING_CASES } from './refusal-cases-tracking.js';
import { WORK_CASES } from './refusal-cases-work.js';

export const CASES: readonly RefusalCase[] = [
  ...GUARD_CASES,
  ...INTAKE_CASES,
  ...SUBMISSION_CASES,
  ...GRANT_CASES,
  ...ANSWERING_CASES,
  ...HANDOVER_CASES,
  ...HANDLING_CASES,
  ...WORK_CASES,
  ...TRACKING_CASES,
  ...RECORD_CASES,
  ...DUTY_CASES,
];
