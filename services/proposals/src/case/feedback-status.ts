import type { Process } from '../process/process.js';
import { isPast } from './deadline-rules.js';
import { respondentsOf } from './respondents.js';
import type { CaseState, Reply } from './state.js';
import type { FeedbackStatus } from './vocabulary-answering.js';

/** Those who rate a reply and have not. */
export const stillToRate = (process: Process, state: CaseState, { replyId }: Reply): readonly string[] =>
  respondentsOf({ process, state }).filter(
    (mandateId) => !state.feedback.some((one) => one.replyId === replyId && one.respondent === mandateId),
  );

/** How the feedback on a formal reply stands at a moment; null for other replies, which nobody rates. */
export function feedbackStatus(
  process: Process,
  state: CaseState,
  reply: Reply,
  now: string,
): FeedbackStatus | null {
  if (reply.kind !== 'FORMAL') return null;
  const missing = stillToRate(process, state, reply).length;
  if (missing === 0) return 'GIVEN';
  if (reply.feedbackBy && isPast(reply.feedbackBy, now)) return 'LAPSED';
  return missing < respondentsOf({ process, state }).length ? 'PARTLY' : 'WAITING';
}
