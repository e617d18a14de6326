import { fillText, mayTry } from '@duban/kernel';
import { badInput, DateTimeScalar, DecimalScalar, failure } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { EVALUATION_ACCESS } from '../../evaluation.access.js';
import { type EvaluationContext, valueOrFail } from '../../evaluation.context.js';
import { LocalityType, ProposalType } from '../../foreign.type.js';
import { isFault, readQuestion } from '../../runs/score-question.js';
import { SCORE_REFUSALS } from '../../runs/score-refusals.js';
import type { LocalityTarget } from '../locality-target.js';
import { showTargets } from './show-targets.js';

@ObjectType('Target', { description: '目标: something that the locality wants to reach, and how far it is' })
export class TargetType {
  constructor(
    readonly tenant: number,
    readonly shown: LocalityTarget,
  ) {}

  @Field(() => String, { description: '考核表: the sheet it stands in' })
  get sheet(): string {
    return this.shown.sheet;
  }

  @Field(() => String, { description: '代码: which one' })
  get target(): string {
    return this.shown.target;
  }

  @Field(() => String, { description: '名称: in Chinese' })
  get name(): string {
    return this.shown.name.zh;
  }

  @Field(() => String, { description: '英文名称: in English' })
  get nameEn(): string {
    return this.shown.name.en;
  }

  @Field(() => DecimalScalar, { description: '目标值: what is to be reached' })
  get atLeast(): string {
    return this.shown.atLeast;
  }

  @Field(() => DecimalScalar, { nullable: true, description: '分子: what was counted or added up' })
  get numerator(): string | null {
    return this.shown.numerator;
  }

  @Field(() => DecimalScalar, { nullable: true, description: '分母: out of how many' })
  get denominator(): string | null {
    return this.shown.denominator;
  }

  @Field(() => DecimalScalar, { nullable: true, description: '值: per cent; null with nothing to measure' })
  get value(): string | null {
    return this.shown.value;
  }

  @Field(() => Boolean, { nullable: true, description: '达到: null with nothing to measure' })
  get attained(): boolean | null {
    return this.shown.attained;
  }

  @Field(() => Int, { description: '未达件数: cases that keep it from being full' })
  get missingCount(): number {
    return this.shown.missing.length;
  }
}

@Resolver(() => TargetType)
export class TargetFields {
  @FieldResolver(() => [ProposalType], {
    description: '未达的件: cases that keep it from being full, 100 at most; FORBIDDEN but for offices',
  })
  missing(@Root() { tenant, shown }: TargetType, @Ctx() { viewer }: EvaluationContext): ProposalType[] {
    if (!mayTry(EVALUATION_ACCESS, 'score:explain', viewer.role)) throw failure('FORBIDDEN');
    return shown.missing.slice(0, 100).map((caseId) => ProposalType.of(tenant, caseId));
  }
}

@Resolver(() => LocalityType)
export class LocalityTargets {
  @FieldResolver(() => [TargetType], {
    description:
      '目标: what the sheets in force say is to be reached, over all cases of a year; NOT_GRANTED for another locality',
  })
  async targets(
    @Root() { number }: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('year', () => Int, { description: '年度: whose cases count' }) year: number,
    @Arg('sheet', () => String, { nullable: true, description: '考核表: of this one alone' })
    sheet?: string | null,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: '时点: as of when; now when left out' })
    asOf?: string | null,
  ): Promise<TargetType[]> {
    const { viewer } = context;
    if (number !== viewer.tenant) throw failure('NOT_GRANTED');
    const question = readQuestion({ sheet: '', year, ...(asOf && { asOf }) }, context.now());
    if (isFault(question)) throw badInput(question.zh, question.en);
    const outcome = await context.run(showTargets, { ...question, sheet: sheet ?? null });
    if (!outcome.accepted && outcome.code === 'SHEET_NOT_FOUND') {
      const { zh, en } = SCORE_REFUSALS.SHEET_NOT_FOUND;
      throw badInput(fillText(zh, outcome.params), fillText(en, outcome.params));
    }
    return valueOrFail(outcome).map((shown) => new TargetType(viewer.tenant, shown));
  }
}
