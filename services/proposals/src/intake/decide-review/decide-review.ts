import type { CommandPayloads } from '../../case/commands.js';
import { caseCommand } from '../../case-command/case-command.js';

export type DecideReview = CommandPayloads['review.decide'] & { readonly proposalId: string };

/** 作出审查意见: one stage of the review: accepted, sent back, not accepted, or handled in another way. */
export const decideReview = caseCommand<DecideReview, 'review.decide'>({
  action: 'review:decide',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ stage, verdict, reasonCode, reasonText, convertedTo }) => ({
    kind: 'review.decide',
    stage,
    verdict,
    reasonCode,
    reasonText,
    convertedTo,
  }),
});
