import { accept, refuse } from '@duban/kernel';
import { asOneOf, checkTyped } from './actor-rules.js';
import { latest } from './clock.js';
import { type Decision, firstRefusal, happened, type Rule, type RuleTable, type Scene } from './rule.js';
import type { Reply } from './state.js';
import type { Commitment } from './state-answering.js';

const kept = ({ checks }: Commitment): boolean => checks.at(-1)?.fulfilled === 'YES';

const openOn = ({ state }: Scene, { replyId }: Reply): readonly Commitment[] =>
  state.commitments.filter((one) => one.replyId === replyId && !kept(one));

/** Whether a promise was kept is for others than the unit to say (已承诺事项是否真正得到落实). */
const checkCommitment: Rule<'commitment.check', 'REPLY'> = {
  action: 'commitment:check',
  on: 'REPLY',
  may: (scene, reply) =>
    firstRefusal(
      () => asOneOf(scene, scene.process.commitments.checkers),
      () => (openOn(scene, reply).length > 0 ? null : refuse('COMMITMENT_NOT_OPEN')),
    ),
  since: ({ state }, { issuedAt }, { commitmentId }) => {
    const promised = state.commitments.find((one) => one.commitmentId === commitmentId);
    return latest(issuedAt, promised?.checks.at(-1)?.at);
  },
  decide(scene, reply, { commitmentId, fulfilled, note = null }): Decision {
    const open = openOn(scene, reply).some((one) => one.commitmentId === commitmentId);
    if (!open) return refuse('COMMITMENT_NOT_OPEN');
    if (fulfilled !== 'YES' && note === null) return refuse('REASON_REQUIRED');
    const refusal = checkTyped(scene, 'note', note);
    const { replyId, assignmentId } = reply;
    const checked = { commitmentId, replyId, assignmentId, fulfilled, note };
    return refusal ?? accept([happened(scene, 'commitment.checked', checked)]);
  },
};

export const COMMITMENT_RULES: RuleTable<'commitment.check'> = { 'commitment.check': checkCommitment };
