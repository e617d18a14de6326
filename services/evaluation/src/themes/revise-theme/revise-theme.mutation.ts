import { answer, readId, resultOf } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { CommandInput } from '../../command-input.type.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { readThemeFilter, ThemeFilterInput } from '../theme.input.js';
import { ThemeType } from '../theme.type.js';
import { type ReviseTheme, reviseTheme } from './revise-theme.js';

@InputType({ description: '修订专题: which one, and what is said otherwise; what is left out stays' })
class ReviseThemeInput extends CommandInput {
  @Field(() => ID, { description: '编号: the theme' })
  themeId: string;

  @Field(() => String, { nullable: true, description: '名称: in Chinese, 1 to 100 characters' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '英文名称: at most 200 characters; empty takes it away',
  })
  nameEn?: string | null;

  @Field(() => String, { nullable: true, description: '说明: 1 to 2000 characters' })
  description?: string | null;

  @Field(() => ThemeFilterInput, { nullable: true, description: '专题口径: in place of the one it has' })
  filter?: ThemeFilterInput | null;

  @Field(() => String, { description: '理由: why, 1 to 500 characters' })
  reason: string;
}

const ReviseThemeResult = resultOf('ReviseTheme', '修订专题', {
  theme: { type: () => ThemeType, description: '专题: as it is now' },
});

@Resolver()
export class ReviseThemeMutation {
  @Mutation(() => ReviseThemeResult.Result, {
    description: '修订专题: says its name, its description or its filter otherwise, as long as it is open',
  })
  async reviseTheme(
    @Arg('input', () => ReviseThemeInput, { description: '输入: which theme, and what is different' })
    { idempotencyKey, themeId, filter, ...said }: ReviseThemeInput,
    @Ctx() context: EvaluationContext,
  ): Promise<object> {
    const change: ReviseTheme = {
      theme: readId('theme', themeId, 'themeId'),
      name: said.name ?? null,
      nameEn: said.nameEn ?? null,
      description: said.description ?? null,
      filter: filter ? readThemeFilter(filter, context) : null,
      reason: said.reason,
    };
    const outcome = await context.run(reviseTheme, change, { idempotencyKey });
    return answer(ReviseThemeResult, outcome, (kept) => ({
      theme: new ThemeType(context.viewer.tenant, kept),
    }));
  }
}
