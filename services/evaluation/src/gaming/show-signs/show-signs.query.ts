import { badInput } from '@duban/kernel/graphql';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { LocalityType } from '../../foreign.type.js';
import { isFault, readQuestion } from '../../runs/score-question.js';
import { GamingSignsType } from '../gaming.type.js';
import { showSigns } from './show-signs.js';

@Resolver(() => LocalityType)
export class LocalityGamingSigns {
  @FieldResolver(() => GamingSignsType, {
    description:
      '异常迹象: what looks like figures made for their own sake, in a year of this very locality; a level above gets counts, by what it looks out for itself; FORBIDDEN but for offices',
  })
  async gamingSigns(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('year', () => Int, { description: '年度: of whose cases' }) year: number,
  ): Promise<GamingSignsType> {
    const question = readQuestion({ sheet: '', year }, context.now());
    if (isFault(question)) throw badInput(question.zh, question.en);
    return GamingSignsType.of(number, valueOrFail(await context.run(showSigns, { root: number, year })));
  }
}
