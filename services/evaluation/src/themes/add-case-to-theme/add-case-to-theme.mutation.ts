import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, InputType, Mutation, Resolver } from 'type-graphql';
import type { EvaluationContext } from '../../evaluation.context.js';
import { ThemeType } from '../theme.type.js';
import { readThemeCase, ThemeCaseInput } from '../theme-case.input.js';
import { addCaseToTheme } from './add-case-to-theme.js';

@InputType({ description: '选入专题: which theme, which case, and why' })
class AddCaseToThemeInput extends ThemeCaseInput {}

const AddCaseToThemeResult = resultOf('AddCaseToTheme', '选入专题', {
  theme: { type: () => ThemeType, description: '专题: with the case' },
});

@Resolver()
export class AddCaseToThemeMutation {
  @Mutation(() => AddCaseToThemeResult.Result, {
    description:
      '选入专题: picks a case of the own locality, or of one below that shares it; any other is answered as one that does not exist',
  })
  async addCaseToTheme(
    @Arg('input', () => AddCaseToThemeInput, { description: '输入: which theme, which case, and why' })
    input: AddCaseToThemeInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const { idempotencyKey } = input;
    const outcome = await context.run(addCaseToTheme, readThemeCase(input), { idempotencyKey });
    return answer(AddCaseToThemeResult, outcome, (kept) => ({
      theme: new ThemeType(context.viewer.tenant, kept),
    }));
  }
}
