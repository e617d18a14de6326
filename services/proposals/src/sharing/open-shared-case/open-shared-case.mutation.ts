import { type Outcome, refuse } from '@duban/kernel';
import { answer, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { ProposalContext } from '../../proposal.context.js';
import { OpenedCase } from '../shared-case.type.js';
import { OpenSharedCaseInput } from './open-shared-case.input.js';
import { openSharedCase } from './open-shared-case.js';

const OpenSharedCaseResult = resultOf('OpenSharedCase', '查阅下级件', {
  openedCase: { type: () => OpenedCase, description: '下级件: with its texts' },
});

@Resolver()
export class OpenSharedCaseMutation {
  @Mutation(() => OpenSharedCaseResult.Result, {
    description:
      '查阅下级件: shows a case of a locality below that shares all (SharingLevel FULL), and writes down that it was read',
  })
  async openSharedCase(
    @Ctx() context: ProposalContext,
    @Arg('input', () => OpenSharedCaseInput, { description: '内容: which case' })
    { idempotencyKey, proposalId }: OpenSharedCaseInput,
  ): Promise<object> {
    const { tenant: ownerId, id } = readId('proposal', proposalId, 'proposalId');
    const opened = await context.run(openSharedCase, { ownerId, proposalId: id }, { idempotencyKey });
    const found = opened.accepted
      ? await (await context.reads('SHARED')).shared.findShared(opened.value)
      : null;
    // Asked again with an old key, what is shared no longer shows as little as what never was.
    const outcome: Outcome<unknown> = opened.accepted && !found ? refuse('SHARED_CASE_NOT_FOUND') : opened;
    return answer(OpenSharedCaseResult, outcome, async () => ({
      openedCase: new OpenedCase(found as NonNullable<typeof found>),
    }));
  }
}
