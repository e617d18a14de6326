import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { ProposalContext } from '../../proposal.context.js';
import { CongressSession } from '../session.type.js';
import { DeclareSessionInput } from './declare-session.input.js';
import { declareSession, type SessionReceipt } from './declare-session.js';

const DeclareSessionResult = resultOf('DeclareSession', '登记届次', {
  session: { type: () => CongressSession, description: '届次: the session as declared' },
});

@Resolver()
export class DeclareSessionMutation {
  @Mutation(() => DeclareSessionResult.Result, {
    description: '登记届次: when a session opens and closes; declared again, it is corrected',
  })
  async declareSession(
    @Ctx() context: ProposalContext,
    @Arg('input', () => DeclareSessionInput, { description: '内容: the session' }) input: DeclareSessionInput,
  ): Promise<object> {
    const { idempotencyKey, closesOn = null, ...declared } = input;
    const outcome = await context.run(declareSession, { ...declared, closesOn }, { idempotencyKey });
    return answer(DeclareSessionResult, outcome, (done) => show(context, done));
  }
}

async function show(context: ProposalContext, { kind, year }: SessionReceipt) {
  const { lists } = await context.reads();
  const row = (await lists.sessions(year)).find((one) => one.kind === kind);
  if (!row) throw new Error('the session was declared but cannot be read');
  return { session: new CongressSession(row) };
}
