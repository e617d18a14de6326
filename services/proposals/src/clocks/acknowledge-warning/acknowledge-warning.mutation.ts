import { dateInShanghai } from '@duban/kernel';
import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ownId } from '../../graph/public-ids.input.js';
import type { ProposalContext } from '../../proposal.context.js';
import { Warning } from '../warning.type.js';
import { AcknowledgeWarningInput } from './acknowledge-warning.input.js';
import { acknowledgeWarning } from './acknowledge-warning.js';

const AcknowledgeWarningResult = resultOf('AcknowledgeWarning', '知悉预警', {
  warning: { type: () => Warning, description: '预警: the warning, with who has taken note' },
});

@Resolver()
export class AcknowledgeWarningMutation {
  @Mutation(() => AcknowledgeWarningResult.Result, {
    description: '知悉预警: whoever it was told to takes note; whether it still rises its rule says',
  })
  async acknowledgeWarning(
    @Ctx() context: ProposalContext,
    @Arg('input', () => AcknowledgeWarningInput, { description: '内容: which warning, and a note' })
    input: AcknowledgeWarningInput,
  ): Promise<object> {
    const { idempotencyKey, note = null } = input;
    const warningId = ownId(context, 'warning', input.warningId, 'warningId');
    const outcome = await context.run(acknowledgeWarning, { warningId, note }, { idempotencyKey });
    return answer(AcknowledgeWarningResult, outcome, (done) => show(context, done.warningId));
  }
}

async function show(context: ProposalContext, warningId: string) {
  const { warnings, processes } = await context.reads();
  const found = await warnings.find(warningId);
  if (!found) throw new Error('the warning was acknowledged but cannot be read');
  const { process } = await processes.getInForce(dateInShanghai(context.now()), null);
  return { warning: new Warning(context.viewer, found.warning, process.warningLevels) };
}
