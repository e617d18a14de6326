import { failure } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { ProposalKindEnum } from '../../evaluation.enums.type.js';
import { mayBeCounted } from '../../figures/count-figures/tally.loader.js';
import { type Population, readFilter } from '../../figures/figure-filter.js';
import { FiguresType } from '../../figures/figures.type.js';
import { LocalityType } from '../../foreign.type.js';
import { FigureChangeType, FigureConfirmationType } from '../confirmation.type.js';
import { changesSince, confirmationsBelow, findConfirmations } from './show-confirmations.js';

@ObjectType('ConfirmationBelow', {
  description: '下级确认情况: one locality right below, and its word on the year',
})
export class ConfirmationBelowType {
  @Field(() => LocalityType, { description: '地方: which one' })
  locality: LocalityType;

  @Field(() => FigureConfirmationType, { description: '数据确认: its latest word' })
  confirmation: FigureConfirmationType;
}

@Resolver(() => LocalityType)
export class LocalityConfirmation {
  @FieldResolver(() => FigureConfirmationType, {
    description:
      '数据确认: whether the year’s figures are confirmed here; of the own locality and those below, NOT_GRANTED of others',
  })
  async figureConfirmation(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('year', () => Int, { description: '年度: which year' }) year: number,
    @Arg('kind', () => ProposalKindEnum, { description: '类型: of which kind of cases' }) kind: string,
  ): Promise<FigureConfirmationType> {
    const population = readFilter({}, context.now()) as Population;
    if (!(await mayBeCounted(context, { root: number, population }))) throw failure('NOT_GRANTED');
    const asked = { tenants: [number], years: [{ year, kind }] };
    const [kept] = valueOrFail(await context.run(findConfirmations, asked));
    return FigureConfirmationType.of(number, { year, kind }, kept ?? null);
  }
}

@Resolver(() => FigureConfirmationType)
export class ConfirmationFields {
  @FieldResolver(() => [FigureChangeType], {
    description: '确认后变动: numbers that are no longer what was confirmed; none while it is not confirmed',
  })
  async changes(
    @Root() { kept }: FigureConfirmationType,
    @Ctx() context: EvaluationContext,
  ): Promise<FigureChangeType[]> {
    if (!kept?.confirmed) return [];
    return valueOrFail(await context.run(changesSince, kept)).map(FigureChangeType.of);
  }

  @FieldResolver(() => [ConfirmationBelowType], { description: '下级确认情况: everybody right below' })
  async below(
    @Root() { tenant, year, kind }: FigureConfirmationType,
    @Ctx() context: EvaluationContext,
  ): Promise<ConfirmationBelowType[]> {
    const asked = { year, kind };
    const below = valueOrFail(await context.run(confirmationsBelow, { tenant, asked }));
    return below.map(({ place, kept }) =>
      Object.assign(new ConfirmationBelowType(), {
        locality: LocalityType.of(place),
        confirmation: FigureConfirmationType.of(place, asked, kept),
      }),
    );
  }
}

const KINDS = ['NPC_SUGGESTION', 'CPPCC_PROPOSAL'];

@Resolver(() => FiguresType)
export class FiguresProvisional {
  @FieldResolver(() => Boolean, {
    description:
      '暂定: true until the locality has confirmed every year and kind that the filter speaks of; always true without a year, and of a unit',
  })
  async provisional(
    @Root() { subject, population }: FiguresType,
    @Ctx() context: EvaluationContext,
  ): Promise<boolean> {
    const { year, years, kind, subtree } = population;
    const asked = year === null ? years : [year];
    if (!('root' in subject) || asked === null || !subtree) return true;
    const kinds = kind === null ? KINDS : [kind];
    const wanted = asked.flatMap((each) => kinds.map((one) => ({ year: each, kind: one })));
    const found = valueOrFail(
      await context.run(findConfirmations, { tenants: [subject.root], years: wanted }),
    );
    return found.filter(({ confirmed }) => confirmed).length < wanted.length;
  }
}
