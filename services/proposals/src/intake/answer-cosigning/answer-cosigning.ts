import { caseCommand } from '../../case-command/case-command.js';

export type AnswerCosigning = {
  readonly proposalId: string;
  readonly answer: 'CONFIRM' | 'DECLINE';
  /** Left out: the viewer's own. Given: the office enters a signature from paper. */
  readonly mandateId?: string;
  readonly reason?: string;
};

/** 答复联名邀请: whoever was invited signs what is written, or declines. */
export const answerCosigning = caseCommand<AnswerCosigning, 'cosigner.confirm' | 'cosigner.decline'>({
  action: 'cosigner:confirm',
  notFound: 'PROPOSAL_NOT_FOUND',
  find: (cases, { proposalId }) => cases.find(proposalId),
  command: ({ answer, mandateId, reason }) =>
    answer === 'CONFIRM'
      ? { kind: 'cosigner.confirm', mandateId }
      : { kind: 'cosigner.decline', mandateId, reason },
});
