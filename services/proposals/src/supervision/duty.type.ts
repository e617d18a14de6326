import { encodeId } from '@duban/kernel';
import { DateTimeScalar } from '@duban/kernel/graphql';
import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { childRows } from '../graph/case-children.reference.js';
import { Mandate, Unit } from '../graph/foreign.type.js';
import { Proposal } from '../graph/proposal.type.js';
import { KeyTierEnum } from '../graph/vocabulary.type.js';
import type { Label } from '../process/label.js';
import type { ProposalContext } from '../proposal.context.js';
import { findRecord } from '../records/record.reference.js';
import { WorkRecord } from '../records/work-record.type.js';
import type { Stored } from '../store/case-columns.store.js';
import type { DutyRow } from '../store/case-rows.js';
import type { DutyHolder } from './duty.js';
import { DutyKindEnum, HolderKindEnum } from './duty-vocabulary.type.js';

@ObjectType({ description: '督办职责: who supervises, leads or owns a case, since when, and why' })
export class SupervisionDuty {
  constructor(
    readonly tenant: number,
    readonly row: Stored<DutyRow>,
  ) {}

  @Field(() => ID, { description: '编号: the public id' })
  get id(): string {
    return encodeId({ kind: 'duty', tenant: this.tenant, id: this.row.id });
  }

  @Field(() => DutyKindEnum, { description: '职责: what they do' })
  get duty(): string {
    return this.row.kind;
  }

  @Field(() => String, { nullable: true, description: '重点层级: the locality’s own tier' })
  get tier(): string | null {
    return this.row.tier;
  }

  @Field(() => KeyTierEnum, { nullable: true, description: '重点督办层级: what the tier means' })
  get canonicalTier(): string | null {
    return this.row.canonical_tier;
  }

  @Field(() => HolderKindEnum, { description: '承担者: a person or an organ' })
  get holderKind(): string {
    return this.holder.kind;
  }

  @Field(() => String, { description: '名称: of the person or organ' })
  get holderName(): string {
    return this.holder.name;
  }

  @Field(() => String, { nullable: true, description: '机构代码: of the organ' })
  get organ(): string | null {
    return this.holder.organ;
  }

  @Field(() => Mandate, { nullable: true, description: '代表(委员)资格: of the person, where known' })
  get mandate(): Mandate | null {
    const { mandateId } = this.holder;
    return mandateId === null ? null : new Mandate(this.tenant, mandateId);
  }

  @Field(() => String, {
    nullable: true,
    description: '规则: the routing rule that added it; null when somebody did',
  })
  get rule(): string | null {
    return this.row.rule;
  }

  @Field(() => String, { nullable: true, description: '依据: the rule in Chinese' })
  get explanation(): string | null {
    return (this.row.label as Label | null)?.zh ?? null;
  }

  @Field(() => String, { nullable: true, description: '英文依据: the same in English' })
  get explanationEn(): string | null {
    return (this.row.label as Label | null)?.en ?? null;
  }

  @Field(() => Unit, { nullable: true, description: '承办单位: the unit the rule looked at' })
  get unit(): Unit | null {
    return this.row.unit_id === null ? null : new Unit(this.tenant, this.row.unit_id);
  }

  @Field(() => DateTimeScalar, { description: '开始时间: since when' })
  get since(): Date {
    return this.row.since_at;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '结束时间: until when' })
  get endedAt(): Date | null {
    return this.row.ended_at;
  }

  @Field(() => String, { nullable: true, description: '结束理由: why it ended' })
  get endReason(): string | null {
    return this.row.end_reason;
  }

  private get holder(): DutyHolder {
    return this.row.holder as DutyHolder;
  }
}

@Resolver(() => SupervisionDuty)
export class DutyLinks {
  @FieldResolver(() => WorkRecord, { nullable: true, description: '督办报告: the work record it ended with' })
  async report(
    @Root() { row }: SupervisionDuty,
    @Ctx() context: ProposalContext,
  ): Promise<WorkRecord | null> {
    return row.report_id === null ? null : findRecord(context, row.report_id);
  }
}

@Resolver(() => Proposal)
export class ProposalDuties {
  @FieldResolver(() => [SupervisionDuty], {
    description: '督办职责: who supervises, leads or owns it, in order',
  })
  async duties(
    @Root() { tenant, row }: Proposal,
    @Ctx() context: ProposalContext,
  ): Promise<SupervisionDuty[]> {
    const rows = await childRows(context, 'duty', 'proposal_id', row.id);
    return rows.map((one) => new SupervisionDuty(tenant, one));
  }
}
