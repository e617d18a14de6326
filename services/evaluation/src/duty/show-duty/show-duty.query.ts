import { mayTry } from '@duban/kernel';
import { DecimalScalar } from '@duban/kernel/graphql';
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { PublishedAward, publishedOf } from '../../awards/award-list/award-list.query.js';
import { EVALUATION_ACCESS } from '../../evaluation.access.js';
import { type EvaluationContext, readYear } from '../../evaluation.context.js';
import type { KeptEvidence } from '../../evidence/evidence.store.js';
import { isContested } from '../../evidence/evidence.store.js';
import { MandateType, ProposalType } from '../../foreign.type.js';
import type { DutyYear } from '../duty.store.js';

@ObjectType({ description: '建议质量评分: a grade that a suggestion itself was given' })
class SuggestionGrade {
  constructor(
    readonly tenant: number,
    readonly kept: KeptEvidence,
  ) {}

  @Field(() => ProposalType, { description: '件: the suggestion' })
  get proposal(): ProposalType {
    return ProposalType.of(this.tenant, this.kept.subject.id);
  }

  @Field(() => String, { description: '代码: under which the sheets ask for it' })
  get code(): string {
    return this.kept.code;
  }

  @Field(() => DecimalScalar, { description: '分值: the grade' })
  get value(): string {
    return this.kept.value;
  }
}

@ObjectType('DutyRecord', {
  description: '履职档案: what a deputy or member did in a year, over the cases of that year',
})
class DutyRecordType {
  constructor(
    readonly tenant: number,
    readonly year_: number,
    readonly duty: Omit<DutyYear, 'mandateId'>,
  ) {}

  @Field(() => Int, { description: '年度: of which year' })
  get year(): number {
    return this.year_;
  }

  @Field(() => Int, { description: '领衔件数: suggestions put forward as the first' })
  get led(): number {
    return this.duty.led;
  }

  @Field(() => Int, { description: '联名件数: suggestions of others that they joined' })
  get joined(): number {
    return this.duty.joined;
  }

  @Field(() => Int, { description: '立案件数: of those led, how many were accepted' })
  get accepted(): number {
    return this.duty.accepted;
  }

  @Field(() => Int, { description: '解决件数: of those led, how many are solved' })
  get solved(): number {
    return this.duty.solved;
  }

  @Field(() => Int, { description: '评价次数: replies that they rated' })
  get ratings(): number {
    return this.duty.ratings;
  }

  @Field(() => Int, { description: '参加沟通次数: contacts with units that they took part in, as recorded' })
  get contacts(): number {
    return this.duty.contacts;
  }

  @Field(() => [ProposalType], { description: '领衔的件: what they put forward, 1,000 at most' })
  get suggestions(): ProposalType[] {
    return this.duty.caseIds.slice(0, 1000).map((id) => ProposalType.of(this.tenant, id));
  }
}

@Resolver(() => DutyRecordType)
export class DutyRecordFields {
  @FieldResolver(() => [PublishedAward], {
    description: '优秀建议: published awards of what they put forward',
  })
  async awards(
    @Root() { duty }: DutyRecordType,
    @Ctx() context: EvaluationContext,
  ): Promise<PublishedAward[]> {
    return (await Promise.all(duty.caseIds.map((id) => publishedOf(context, id)))).flat();
  }

  @FieldResolver(() => [SuggestionGrade], {
    description: '建议质量评分: grades that what they put forward was given, and that count now',
  })
  async grades(
    @Root() { tenant, duty }: DutyRecordType,
    @Ctx() context: EvaluationContext,
  ): Promise<SuggestionGrade[]> {
    const loader = context.loader<string, readonly KeptEvidence[]>('grades of suggestions', async (ids) => {
      const { duties } = await context.reads();
      const found = Map.groupBy(await duties.gradesOf(ids), ({ subject }) => subject.id);
      return ids.map((id) => found.get(id) ?? []);
    });
    const kept = (await Promise.all(duty.caseIds.map((id) => loader.load(id)))).flat();
    return kept.filter((one) => !isContested(one)).map((one) => new SuggestionGrade(tenant, one));
  }
}

const NOTHING = { led: 0, joined: 0, ratings: 0, contacts: 0, accepted: 0, solved: 0, caseIds: [] } as const;

@Resolver(() => MandateType)
export class MandateDuty {
  @FieldResolver(() => DutyRecordType, {
    nullable: true,
    description:
      '履职档案: of a year; for the deputy or member, and for the offices of the own locality; null for everybody else',
  })
  async dutyRecord(
    @Root() { mandateId }: MandateType,
    @Ctx() context: EvaluationContext,
    @Arg('year', () => Int, { description: '年度: of which year' }) year: number,
  ): Promise<DutyRecordType | null> {
    const { viewer } = context;
    const seen = viewer.mandateId === mandateId || mayTry(EVALUATION_ACCESS, 'duty-record:show', viewer.role);
    if (!seen) return null;
    const asked = readYear(year);
    const loader = context.loader<string, DutyYear | null>(`duty of ${asked}`, async (ids) => {
      const { duties } = await context.reads();
      const found = new Map((await duties.ofYear(asked, ids)).map((duty) => [duty.mandateId, duty]));
      return ids.map((id) => found.get(id) ?? null);
    });
    return new DutyRecordType(viewer.tenant, asked, (await loader.load(mandateId)) ?? NOTHING);
  }
}
