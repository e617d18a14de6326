import { DateScalar } from '@duban/kernel/graphql';
import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Evidence as EvidenceFact } from '../case/events-tracking.js';
import { Mandate, Unit } from '../graph/foreign.type.js';
import { findProposal } from '../graph/proposal.reference.js';
import { Proposal } from '../graph/proposal.type.js';
import { Evidence } from '../graph/tracking-entry.type.js';
import type { ProposalContext } from '../proposal.context.js';
import { RecordFieldTypeEnum } from './record-vocabulary.type.js';
import type { Ballots, RecordValue as Filled, RecordPerson as Person } from './work-record.js';

@ObjectType({ description: '人员: somebody named in a work record' })
export class RecordPerson {
  constructor(
    readonly tenant: number,
    readonly person: Person,
  ) {}

  @Field(() => String, { description: '姓名: name' })
  get name(): string {
    return this.person.name;
  }

  @Field(() => Mandate, {
    nullable: true,
    description: '代表(委员)资格: the mandate, for deputies and members',
  })
  get mandate(): Mandate | null {
    const { mandateId } = this.person;
    return mandateId === null ? null : new Mandate(this.tenant, mandateId);
  }
}

@ObjectType({ description: '票数: votes for one choice' })
export class BallotCount {
  @Field(() => String, { description: '选项: code of the choice' })
  choice: string;

  @Field(() => String, { description: '名称: the choice in Chinese' })
  label: string;

  @Field(() => Int, { description: '票数: how many' })
  count: number;
}

@ObjectType({
  description: '字段内容: one filled field of a work record; the one that fits its type is given',
})
export class RecordValue {
  constructor(
    readonly tenant: number,
    readonly filled: Filled,
  ) {}

  @Field(() => String, { description: '字段: code of the field' })
  get field(): string {
    return this.filled.field;
  }

  @Field(() => String, { description: '名称: the field in Chinese' })
  get label(): string {
    return this.filled.label.zh;
  }

  @Field(() => String, { description: '英文名称: the field in English' })
  get labelEn(): string {
    return this.filled.label.en;
  }

  @Field(() => RecordFieldTypeEnum, { description: '类型: which of the following is given' })
  get type(): string {
    return this.filled.type;
  }

  @Field(() => String, { nullable: true, description: '文字: for TEXT' })
  get text(): string | null {
    return this.of<string>('TEXT');
  }

  @Field(() => DateScalar, { nullable: true, description: '日期: for DATE' })
  get date(): string | null {
    return this.of<string>('DATE');
  }

  @Field(() => Float, { nullable: true, description: '数字: for NUMBER' })
  get number(): number | null {
    return this.of<number>('NUMBER');
  }

  @Field(() => String, { nullable: true, description: '选项: code of the choice, for CHOICE' })
  get choice(): string | null {
    return this.of<string>('CHOICE');
  }

  @Field(() => String, { nullable: true, description: '选项名称: the choice in Chinese' })
  get choiceLabel(): string | null {
    const { choice } = this;
    return choice === null ? null : (this.filled.choices[choice]?.zh ?? choice);
  }

  @Field(() => Boolean, { nullable: true, description: '是否: for YES_NO' })
  get yesNo(): boolean | null {
    return this.of<boolean>('YES_NO');
  }

  @Field(() => [Unit], { nullable: true, description: '单位: for UNITS' })
  get units(): Unit[] | null {
    return this.of<string[]>('UNITS')?.map((id) => new Unit(this.tenant, id)) ?? null;
  }

  @Field(() => [RecordPerson], { nullable: true, description: '人员: for PERSONS' })
  get persons(): RecordPerson[] | null {
    return this.of<Person[]>('PERSONS')?.map((one) => new RecordPerson(this.tenant, one)) ?? null;
  }

  @Field(() => [Evidence], { nullable: true, description: '材料: for EVIDENCE' })
  get evidence(): Evidence[] | null {
    return this.of<EvidenceFact[]>('EVIDENCE')?.map((one) => new Evidence(one)) ?? null;
  }

  @Field(() => [BallotCount], { nullable: true, description: '票数: for BALLOTS' })
  get ballots(): BallotCount[] | null {
    const ballots = this.of<Ballots>('BALLOTS');
    if (ballots === null) return null;
    return Object.entries(ballots).map(([choice, count]) => {
      const label = this.filled.choices[choice]?.zh ?? choice;
      return Object.assign(new BallotCount(), { choice, label, count });
    });
  }

  private of<Value>(type: Filled['type']): Value | null {
    return this.filled.type === type ? (this.filled.value as Value) : null;
  }
}

@Resolver(() => RecordValue)
export class RecordValueLinks {
  @FieldResolver(() => [Proposal], {
    nullable: true,
    description: '件: for CASES; of those, the ones the viewer may see',
  })
  async proposals(
    @Root() { filled }: RecordValue,
    @Ctx() context: ProposalContext,
  ): Promise<Proposal[] | null> {
    if (filled.type !== 'CASES') return null;
    const cases = await Promise.all((filled.value as string[]).map((id) => findProposal(context, id)));
    return cases.filter((one) => one !== null);
  }
}
