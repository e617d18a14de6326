import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import { type EvaluationContext, readYear } from '../../evaluation.context.js';
import { AwardType } from '../award.type.js';
import { publishAwards } from './publish-awards.js';

@InputType({ description: '公布评优结果: of which award and year' })
class PublishAwardsInput extends CommandInput {
  @Field(() => String, { description: '代码: one that awardRules lists' })
  code: string;

  @Field(() => Int, { description: '年度: of which year' })
  year: number;

  @Field(() => String, { description: '公布文件: the document it is made known by, 1 to 500 characters' })
  reference: string;
}

const PublishAwardsResult = resultOf('PublishAwards', '公布评优结果', {
  awards: { type: () => [AwardType], description: '评优: all that have the award' },
});

@Resolver()
export class PublishAwardsMutation {
  @Mutation(() => PublishAwardsResult.Result, {
    description:
      '公布评优结果: from now on everybody of the locality sees who has the award; nothing changes any more',
  })
  async publishAwards(
    @Arg('input', () => PublishAwardsInput, { description: '输入: of which award and year' })
    { idempotencyKey, code, year, reference }: PublishAwardsInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const wish = { code, year: readYear(year), reference };
    const outcome = await context.run(publishAwards, wish, { idempotencyKey });
    return answer(PublishAwardsResult, outcome, (all) => ({
      awards: all.map((kept) => new AwardType(context.viewer.tenant, kept)),
    }));
  }
}
