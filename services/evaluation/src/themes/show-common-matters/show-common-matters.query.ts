import type { CanonicalCategory } from '@duban/kernel';
import { badInput, failure } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { CanonicalCategoryEnum } from '../../evaluation.enums.type.js';
import { FiguresType } from '../../figures/figures.type.js';
import type { PlaceDimension } from '../../rollup/dimension.js';
import { PlaceDimensionEnum } from '../../rollup/rollup.enums.type.js';
import { type CommonMatter, commonMatters } from '../common-matters.js';
import { MOST_SHOWN, RaisedByType } from '../raised-by.type.js';
import { countRaised } from './count-raised.js';

@ObjectType('CommonMatter', {
  description:
    '共性议题: a canonical category that many localities raised; its figures are those of the same filter with this category',
})
export class CommonMatterType {
  @Field(() => CanonicalCategoryEnum, {
    description: '通用分类: what the localities’ own categories are mapped to',
  })
  category: CanonicalCategory;

  @Field(() => Int, { description: '地方数: how many localities raised it' })
  localities: number;

  @Field(() => Int, { description: '件数: items of all of them' })
  items: number;

  @Field(() => [RaisedByType], { description: '提出地方: those with the most items first, at most 100' })
  raisedBy: RaisedByType[];

  static of({ category, raisedBy, items }: CommonMatter): CommonMatterType {
    const shown = raisedBy.slice(0, MOST_SHOWN).map(RaisedByType.of);
    const told = { category, localities: raisedBy.length, items, raisedBy: shown };
    return Object.assign(new CommonMatterType(), told);
  }
}

const MOST_LOCALITIES = 4000;

@Resolver(() => FiguresType)
export class FiguresCommonMatters {
  @FieldResolver(() => [CommonMatterType], {
    description:
      '共性议题: canonical categories that many localities raised, by counts alone; candidates for a theme of the level above. Of a locality, not of a unit',
  })
  async commonMatters(
    @Root() { subject, population }: FiguresType,
    @Ctx() context: EvaluationContext,
    @Arg('atLeast', () => Int, { defaultValue: 3, description: '至少地方数: raised by so many, 2 or more' })
    atLeast: number,
    @Arg('by', () => PlaceDimensionEnum, {
      defaultValue: 'COUNTY',
      description: '层级: whose items count as raised by one locality',
    })
    by: PlaceDimension,
  ): Promise<CommonMatterType[]> {
    if (!('root' in subject))
      throw badInput('单位的指标没有共性议题。', 'figures of a unit have no common matters.');
    if (atLeast < 2 || atLeast > MOST_LOCALITIES)
      throw badInput(
        `atLeast 须在 2 到 ${MOST_LOCALITIES} 之间,收到 ${atLeast}。`,
        `atLeast has to lie between 2 and ${MOST_LOCALITIES}; it is ${atLeast}.`,
      );
    const outcome = await context.run(countRaised, { root: subject.root, population, by });
    if (!outcome.accepted && outcome.code === 'TOO_EXPENSIVE') throw failure('TOO_EXPENSIVE', outcome.params);
    return commonMatters(valueOrFail(outcome), atLeast).map(CommonMatterType.of);
  }
}
