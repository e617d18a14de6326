import { answer, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../command-input.type.js';
import { getMandate, MandateType } from '../mandate.type.js';
import type { PeopleContext } from '../people.context.js';
import { resumeMandate } from './resume-mandate.js';

@InputType({ description: '恢复资格: which mandate and why' })
class ResumeMandateInput extends CommandInput {
  @Field(() => ID, { description: '资格: public id of the mandate' })
  mandateId: string;

  @Field(() => String, { description: '原因: 1 to 500 characters' })
  reason: string;

  @Field(() => Int, { nullable: true, description: '版本: refused when the mandate has changed since' })
  expectedVersion?: number | null;
}

const ResumeMandateResult = resultOf('ResumeMandate', '恢复资格', {
  mandate: { type: () => MandateType, description: '资格: as it is now' },
});

@Resolver()
export class ResumeMandateMutation {
  @Mutation(() => ResumeMandateResult.Result, { description: '恢复资格: the mandate is in force again' })
  async resumeMandate(
    @Ctx() context: PeopleContext,
    @Arg('input', () => ResumeMandateInput, { description: '内容: which mandate and why' })
    { idempotencyKey, mandateId, expectedVersion = null, ...rest }: ResumeMandateInput,
  ): Promise<object> {
    const input = { ...rest, mandate: readId('mandate', mandateId, 'mandateId'), expectedVersion };
    const outcome = await context.run(resumeMandate, input, { idempotencyKey });
    return answer(ResumeMandateResult, outcome, async (key) => ({ mandate: await getMandate(context, key) }));
  }
}
