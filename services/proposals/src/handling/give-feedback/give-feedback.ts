import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type GiveFeedback = CommandPayloads['feedback.give'];

/** 评价: the proposer rates a formal reply on every axis at once; dissatisfaction opens another round. */
export const giveFeedback = caseCommand<GiveFeedback, 'feedback.give'>({
  action: 'feedback:give',
  notFound: 'REPLY_NOT_FOUND',
  find: (cases, { replyId }) => cases.findByReply(replyId),
  command: ({ replyId, respondent, ratings }) => ({ kind: 'feedback.give', replyId, respondent, ratings }),
});
