import { type Outcome, refuse } from '@duban/kernel';
import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { GrantedCase } from '../../graph/granted-case.type.js';
import type { ProposalContext } from '../../proposal.context.js';
import { referenceOf } from '../held-grant.input.js';
import { showGranted } from '../show-granted-case.query.js';
import { OpenGrantedCaseInput } from './open-granted-case.input.js';
import { openGrantedCase } from './open-granted-case.js';

const OpenGrantedCaseResult = resultOf('OpenGrantedCase', '查阅授权件', {
  grantedCase: { type: () => GrantedCase, description: '授权件: as far as it may be seen' },
});

@Resolver()
export class OpenGrantedCaseMutation {
  @Mutation(() => OpenGrantedCaseResult.Result, {
    description: '查阅授权件: shows a case of another locality, and writes down that it was read',
  })
  async openGrantedCase(
    @Ctx() context: ProposalContext,
    @Arg('input', () => OpenGrantedCaseInput, { description: '内容: what is asked for' })
    input: OpenGrantedCaseInput,
  ): Promise<object> {
    const { idempotencyKey } = input;
    const opened = await context.run(openGrantedCase, referenceOf(input), { idempotencyKey });
    const grantedCase = opened.accepted ? await showGranted(context, opened.value) : null;
    // Asked again with an old key, an ended grant shows as little as one that never was.
    const outcome: Outcome<unknown> = opened.accepted && !grantedCase ? refuse('GRANT_NOT_FOUND') : opened;
    return answer(OpenGrantedCaseResult, outcome, async () => ({ grantedCase: grantedCase as GrantedCase }));
  }
}
