import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type CorrectFeedback = CommandPayloads['feedback.correct'];

/** 更正评价: another form takes the place of one given by mistake; both stay to be seen. */
export const correctFeedback = caseCommand<CorrectFeedback, 'feedback.correct'>({
  action: 'feedback:correct',
  notFound: 'REPLY_NOT_FOUND',
  find: (cases, { replyId }) => cases.findByReply(replyId),
  command: ({ replyId, respondent, ratings, reason }) => ({
    kind: 'feedback.correct',
    ...{ replyId, respondent, ratings, reason },
  }),
});
