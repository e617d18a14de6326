import { answer, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { ThemeType } from '../theme.type.js';
import { closeTheme } from './close-theme.js';

@InputType({ description: '结束专题: which one, and why' })
class CloseThemeInput extends CommandInput {
  @Field(() => ID, { description: '编号: the theme' })
  themeId: string;

  @Field(() => String, { description: '理由: why, 1 to 500 characters' })
  reason: string;
}

const CloseThemeResult = resultOf('CloseTheme', '结束专题', {
  theme: { type: () => ThemeType, description: '专题: as it was closed' },
});

@Resolver()
export class CloseThemeMutation {
  @Mutation(() => CloseThemeResult.Result, {
    description: '结束专题: nothing of it changes any more; its figures go on being counted',
  })
  async closeTheme(
    @Arg('input', () => CloseThemeInput, { description: '输入: which theme, and why' })
    { idempotencyKey, themeId, reason }: CloseThemeInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const wish = { theme: readId('theme', themeId, 'themeId'), reason };
    const outcome = await context.run(closeTheme, wish, { idempotencyKey });
    return answer(CloseThemeResult, outcome, (kept) => ({
      theme: new ThemeType(context.viewer.tenant, kept),
    }));
  }
}
