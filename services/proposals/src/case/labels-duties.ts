import type { DutyKind } from '../process/supervision.js';

export const DUTY_WORDS: Readonly<Record<DutyKind, readonly [zh: string, en: string]>> = {
  LEAD_HANDLING: ['领办', 'lead handling'],
  SUPERVISION: ['督办', 'supervision'],
  EXECUTION: ['具体督办', 'execution of the supervision'],
  COORDINATION: ['统筹', 'coordination'],
  CASE_OWNERSHIP: ['包案', 'case ownership'],
};
