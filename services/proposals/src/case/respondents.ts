import { authorsOf } from './actor-rules.js';
import type { Scene } from './rule.js';

/** Mandates that rate a reply: the lead proposer alone, or everybody who stands behind the case. */
export const respondentsOf = ({ process, state }: Pick<Scene, 'process' | 'state'>): readonly string[] =>
  process.feedback.respondents === 'LEAD_PROPOSER' ? [state.leadProposerId] : authorsOf(state);
