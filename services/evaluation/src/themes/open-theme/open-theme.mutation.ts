import { answer, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { readThemeFilter, ThemeFilterInput } from '../theme.input.js';
import { ThemeType } from '../theme.type.js';
import { openTheme } from './open-theme.js';

@InputType({ description: '确立专题: what it is called, and which items it is about' })
class OpenThemeInput extends CommandInput {
  @Field(() => String, { description: '名称: in Chinese, 1 to 100 characters; of no other open theme' })
  name: string;

  @Field(() => String, { nullable: true, description: '英文名称: 1 to 200 characters' })
  nameEn?: string | null;

  @Field(() => String, { description: '说明: what it is about, and why; 1 to 2000 characters' })
  description: string;

  @Field(() => ThemeFilterInput, {
    description: '专题口径: at least one of category, kind, period, system and keyOnly',
  })
  filter: ThemeFilterInput;
}

const OpenThemeResult = resultOf('OpenTheme', '确立专题', {
  theme: { type: () => ThemeType, description: '专题: as it was opened' },
});

@Resolver()
export class OpenThemeMutation {
  @Mutation(() => OpenThemeResult.Result, {
    description:
      '确立专题: bundles what is raised below by canonical fields; of a locality with others below',
  })
  async openTheme(
    @Arg('input', () => OpenThemeInput, { description: '输入: name, description and filter' })
    { idempotencyKey, name, nameEn, description, filter }: OpenThemeInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const words = { name, nameEn: nameEn ?? null, description, filter: readThemeFilter(filter, context) };
    const outcome = await context.run(openTheme, words, { idempotencyKey });
    return answer(OpenThemeResult, outcome, (kept) => ({
      theme: new ThemeType(context.viewer.tenant, kept),
    }));
  }
}
