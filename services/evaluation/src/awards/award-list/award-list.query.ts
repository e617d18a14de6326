import { dateInShanghai, mayTry, type Role } from '@duban/kernel';
import { failure, PageArgs } from '@duban/kernel/graphql';
import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { EVALUATION_ACCESS } from '../../evaluation.access.js';
import type { EvaluationContext } from '../../evaluation.context.js';
import { LocalityType, ProposalType, UnitType } from '../../foreign.type.js';
import { type Award, awardDecidersOf, nominatorsOf } from '../../sheet/award.js';
import type { AwardFilter, KeptAward } from '../award.store.js';
import { AwardConnection, AwardType } from '../award.type.js';

@ObjectType('AwardRule', { description: '评优项目: an award that the locality gives, by its own rules' })
class AwardRuleType {
  @Field(() => String, { description: '代码: as nominateForAward takes it' })
  code: string;

  @Field(() => String, { description: '名称: in Chinese' })
  name: string;

  @Field(() => String, { description: '英文名称: in English' })
  nameEn: string;

  @Field(() => String, { nullable: true, description: '依据: the rule it follows' })
  source: string | null;

  @Field(() => String, { description: '对象: UNIT or PROPOSAL' })
  subject: string;

  @Field(() => String, { description: '层级: OWN, or the level above that gives it' })
  level: string;

  @Field(() => Int, { nullable: true, description: '名额: so many in a year at most; null for no limit' })
  quota: number | null;

  @Field(() => Boolean, { description: '可推荐: the viewer may nominate for it' })
  mayNominate: boolean;

  @Field(() => Boolean, { description: '可评定: the viewer may decide on it and publish it' })
  mayDecide: boolean;

  static of(code: string, award: Award, role: Role): AwardRuleType {
    return Object.assign(new AwardRuleType(), {
      code,
      name: award.name.zh,
      nameEn: award.name.en,
      source: award.source ?? null,
      subject: award.subject,
      level: award.level ?? 'OWN',
      quota: award.quota ?? null,
      mayNominate: nominatorsOf(award).includes(role),
      mayDecide: awardDecidersOf(award).includes(role),
    });
  }
}

@Resolver(() => LocalityType)
export class LocalityAwards {
  @FieldResolver(() => [AwardRuleType], {
    description: '评优项目: awards that the locality gives, by code; NOT_GRANTED for another locality',
  })
  async awardRules(
    @Root() locality: LocalityType,
    @Ctx() context: EvaluationContext,
  ): Promise<AwardRuleType[]> {
    requireInsider(context, locality);
    const { scores } = await context.reads();
    const version = await scores.sheetsOn(dateInShanghai(context.now()));
    return Object.entries(version?.sheets.awards ?? {})
      .map(([code, award]) => AwardRuleType.of(code, award, context.viewer.role))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  @FieldResolver(() => AwardConnection.Connection, {
    description:
      '评优: nominations of a year and what became of them, the latest first; whoever does not decide sees what has been published; NOT_GRANTED for another locality',
  })
  async awards(
    @Root() locality: LocalityType,
    @Ctx() context: EvaluationContext,
    @Arg('year', () => Int, { description: '年度: of which year' }) year: number,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('code', () => String, { nullable: true, description: '代码: this award alone' })
    code?: string | null,
  ) {
    requireInsider(context, locality);
    const { viewer } = context;
    const published = !mayTry(EVALUATION_ACCESS, 'award:decide', viewer.role);
    const filter: AwardFilter = { year, code: code ?? null, subjectId: null, published };
    const { awards } = await context.reads();
    const slice = await awards.page(filter, page);
    const toNode = (kept: KeptAward) => new AwardType(viewer.tenant, kept);
    return AwardConnection.from(slice, toNode, () => awards.count(filter));
  }
}

function requireInsider({ viewer }: EvaluationContext, { number }: LocalityType): void {
  if (number !== viewer.tenant) throw failure('NOT_GRANTED');
  if (!mayTry(EVALUATION_ACCESS, 'awards:show', viewer.role)) throw failure('FORBIDDEN');
}

@ObjectType({ description: '荣誉: an award that a unit or a case has, as it was made known' })
export class PublishedAward {
  constructor(readonly kept: KeptAward) {}

  @Field(() => String, { description: '代码: which award, as awardRules lists it' })
  get code(): string {
    return this.kept.code;
  }

  @Field(() => Int, { description: '年度: of which year' })
  get year(): number {
    return this.kept.year;
  }

  @Field(() => String, { nullable: true, description: '公布文件: the document it was made known by' })
  get reference(): string | null {
    return this.kept.reference;
  }
}

const OF_SUBJECT = { description: '评优: published awards, the latest first, 100 at most' } as const;

/** Published awards of units and cases, read once for all of an operation. */
export async function publishedOf(context: EvaluationContext, subjectId: string): Promise<PublishedAward[]> {
  const { viewer } = context;
  if (!mayTry(EVALUATION_ACCESS, 'awards:show', viewer.role)) return [];
  const loader = context.loader<string, readonly KeptAward[]>('published awards', async (ids) => {
    const { awards } = await context.reads();
    const found = Map.groupBy(await awards.publishedOf(ids), ({ subject }) => subject.id);
    return ids.map((id) => found.get(id) ?? []);
  });
  return (await loader.load(subjectId)).slice(0, 100).map((kept) => new PublishedAward(kept));
}

@Resolver(() => UnitType)
export class UnitAwards {
  @FieldResolver(() => [PublishedAward], OF_SUBJECT)
  awards(@Root() { unitId }: UnitType, @Ctx() context: EvaluationContext): Promise<PublishedAward[]> {
    return publishedOf(context, unitId);
  }
}

@Resolver(() => ProposalType)
export class ProposalAwards {
  @FieldResolver(() => [PublishedAward], OF_SUBJECT)
  awards(@Root() { caseId }: ProposalType, @Ctx() context: EvaluationContext): Promise<PublishedAward[]> {
    return publishedOf(context, caseId);
  }
}
