import { accept, refuse } from '@duban/kernel';
import { latest } from './clock.js';
import { formalReply, latestAnswering } from './facts.js';
import { type Decision, happened, type Refusal, type Rule, type RuleTable, type Scene } from './rule.js';

/** Every unit that owes a formal reply in its latest round has given it. */
function checkReplies({ state }: Scene): Refusal | null {
  const owing = latestAnswering(state).filter((one) => !formalReply(state, one.assignmentId));
  return owing.length === 0 ? null : refuse('REPLIES_OUTSTANDING', { count: owing.length });
}

const closeProposal: Rule<'proposal.close', 'CASE'> = {
  action: 'proposal:close',
  on: 'CASE',
  may: checkReplies,
  since: ({ state }) =>
    latest(
      ...state.assignments.map((one) => one.handedOverAt),
      ...state.replies.map((one) => one.issuedAt),
      ...state.feedback.map((one) => one.at),
    ),
  decide: (scene): Decision =>
    accept([
      happened(scene, 'proposal.closed', {
        closedAt: scene.at,
        warnings: [],
      }),
    ]),
};

export const CLOSING_RULES: RuleTable<'proposal.close'> = { 'proposal.close': closeProposal };
