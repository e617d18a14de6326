import type { RefusalCase } from './refusal-case.js';
import { ANSWERING_CASES } from './refusal-cases-answering.js';
import { GUARD_CASES } from './refusal-cases-guards.js';
import { HANDLING_CASES } from './refusal-cases-handling.js';
import { INTAKE_CASES } from './refusal-cases-intake.js';
import { TRACKING_CASES } from './refusal-cases-tracking.js';

export const CASES: readonly RefusalCase[] = [
  ...GUARD_CASES,
  ...INTAKE_CASES,
  ...HANDLING_CASES,
  ...ANSWERING_CASES,
  ...TRACKING_CASES,
];
