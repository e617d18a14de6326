import type { CommonWords } from '../process/words.js';
import { COMMAND_WORDS } from './command-words.js';
import { EVENT_WORDS } from './event-words.js';
import { ASSIGNMENT_PHASE_WORDS, CASE_PHASE_WORDS, ENTRY_PHASE_WORDS } from './labels.js';
import { ROLE_WORDS } from './role-words.js';

/** The words of everywhere. A phase of cases, assignments and entries that has one code has one word. */
export const COMMON_WORDS: CommonWords = {
  ORGAN: {},
  ROLE: ROLE_WORDS,
  STEP: COMMAND_WORDS,
  PHASE: { ...ENTRY_PHASE_WORDS, ...ASSIGNMENT_PHASE_WORDS, ...CASE_PHASE_WORDS },
  EVENT: EVENT_WORDS,
};
