import { RECORD_RULES } from '../records/case-record-rules.js';
import { DUTY_RULES } from '../supervision/duty-rules.js';
import { ALLOCATION_RULES } from './allocation-rules.js';
import { ASSIGNMENT_RULES } from './assignment-rules.js';
import { CLASS_RULES } from './class-rules.js';
import { CLOSING_RULES } from './closing-rules.js';
import type { CommandKind } from './commands.js';
import { COMMITMENT_RULES } from './commitment-rules.js';
import { CONTACT_RULES } from './contact-rules.js';
import { CORRECTION_RULES } from './correction-rules.js';
import { COSIGN_RULES } from './cosign-rules.js';
import { DOCKET_RULES } from './docket-rules.js';
import { DRAFT_RULES } from './draft-rules.js';
import { FEEDBACK_RULES } from './feedback-rules.js';
import { GRANT_RULES } from './grant-rules.js';
import { HANDOVER_RULES } from './handover-rules.js';
import { INTAKE_RULES } from './intake-rules.js';
import { MERGE_RULES } from './merge-rules.js';
import { PLAN_RULES } from './plan-rules.js';
import { REGISTER_RULES } from './register-rules.js';
import { REPLY_RULES } from './reply-rules.js';
import { RETURN_RULES } from './return-rules.js';
import { REVIEW_RULES } from './review-rules.js';
import { ROUND_RULES } from './round-rules.js';
import type { RuleTable } from './rule.js';
import { SUBMISSION_RULES } from './submission-rules.js';
import { SUBMIT_RULES } from './submit-rules.js';
import { TRACKING_RULES } from './tracking-rules.js';

/** Every command with its rule. */
export const RULES: RuleTable<CommandKind> = {
  ...INTAKE_RULES,
  ...COSIGN_RULES,
  ...REVIEW_RULES,
  ...DOCKET_RULES,
  ...MERGE_RULES,
  ...SUBMIT_RULES,
  ...SUBMISSION_RULES,
  ...GRANT_RULES,
  ...ALLOCATION_RULES,
  ...ASSIGNMENT_RULES,
  ...RETURN_RULES,
  ...CONTACT_RULES,
  ...DRAFT_RULES,
  ...REPLY_RULES,
  ...COMMITMENT_RULES,
  ...CLASS_RULES,
  ...FEEDBACK_RULES,
  ...CORRECTION_RULES,
  ...ROUND_RULES,
  ...CLOSING_RULES,
  ...PLAN_RULES,
  ...HANDOVER_RULES,
  ...TRACKING_RULES,
  ...RECORD_RULES,
  ...REGISTER_RULES,
  ...DUTY_RULES,
};
