import { fileForRecord } from './filing-rules.js';
import { splitMatters } from './matter-rules.js';
import { answerAllocation } from './precheck-rules.js';
import { nameResponsible, signRead } from './responsibility-rules.js';
import type { RuleTable } from './rule.js';

/** What stands between the choice of the units and their work. */
export const HANDOVER_RULES: RuleTable<
  'matters.split' | 'allocation.answer' | 'responsible.name' | 'assignment.sign_read' | 'assignment.file'
> = {
  'matters.split': splitMatters,
  'allocation.answer': answerAllocation,
  'responsible.name': nameResponsible,
  'assignment.sign_read': signRead,
  'assignment.file': fileForRecord,
};
