import { accept, refuse } from '@duban/kernel';
import { latest } from './clock.js';
import { formalReply, latestAnswering } from './facts.js';
import { checkGuards } from './guard-rules.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';

/** Every unit that owes a formal reply in its latest round has given it. */
function checkReplies({ state }: Scene): Refusal | null {
  const owing = latestAnswering(state).filter((one) => !formalReply(state, one.assignmentId));
  return owing.length === 0 ? null : refuse('REPLIES_OUTSTANDING', { count: owing.length });
}

const closeProposal: Rule<'proposal.close', 'CASE'> = {
  action: 'proposal:close',
  on: 'CASE',
  may: (scene) =>
    firstRefusal(
      () => checkReplies(scene),
      () => checkGuards(scene, 'proposal.close').refusal,
    ),
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
        warnings: checkGuards(scene, 'proposal.close').warnings,
      }),
    ]),
};

export const CLOSING_RULES: RuleTable<'proposal.close'> = { 'proposal.close': closeProposal };
