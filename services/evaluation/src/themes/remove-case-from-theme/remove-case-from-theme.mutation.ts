import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, InputType, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { ThemeType } from '../theme.type.js';
import { readThemeCase, ThemeCaseInput } from '../theme-case.input.js';
import { removeCaseFromTheme } from './remove-case-from-theme.js';

@InputType({ description: '移出专题: which theme, which case, and why' })
class RemoveCaseFromThemeInput extends ThemeCaseInput {}

const RemoveCaseFromThemeResult = resultOf('RemoveCaseFromTheme', '移出专题', {
  theme: { type: () => ThemeType, description: '专题: without the case' },
});

@Resolver()
export class RemoveCaseFromThemeMutation {
  @Mutation(() => RemoveCaseFromThemeResult.Result, {
    description: '移出专题: takes a picked case out, whether or not its locality still shares it',
  })
  async removeCaseFromTheme(
    @Arg('input', () => RemoveCaseFromThemeInput, { description: '输入: which theme, which case, and why' })
    input: RemoveCaseFromThemeInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const { idempotencyKey } = input;
    const outcome = await context.run(removeCaseFromTheme, readThemeCase(input), { idempotencyKey });
    return answer(RemoveCaseFromThemeResult, outcome, (kept) => ({
      theme: new ThemeType(context.viewer.tenant, kept),
    }));
  }
}
