import { encodeId, type Viewer } from '@duban/kernel';
import { DateScalar, DateTimeScalar, enumOf, RoleEnum } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Locality } from '../graph/foreign.type.js';
import type { WarningCode, WarningLevel, WarningLevels } from '../process/warnings.js';
import { publicIdOf, SubjectKindEnum } from './clock.type.js';
import type { RecordedWarning } from './recorded-warning.js';
import { isTold } from './seen-warnings.js';
import { explainWarning, levelWords } from './warning-words.js';

export const WarningLevelEnum = enumOf<WarningLevel>('WarningLevel', '预警级别: how pressing it is', {
  NOTICE: '提示: to be noted',
  YELLOW: '黄色: to be seen to',
  ORANGE: '橙色: pressing',
  RED: '红色: overdue or worse',
  AUDIT: '核查: to be looked into',
});

export const WarningCodeEnum = enumOf<WarningCode>(
  'WarningCode',
  '预警代码: what is warned of, the same everywhere',
  {
    W01: '未签收: not acknowledged in time',
    W02: '退办: the return window closes, or a return is late',
    W03: '事前未沟通: no contact before the handling',
    W04: '无办理方案: no plan',
    W05: '节点逾期: a milestone is late',
    W06: '协办意见逾期: the opinion of a co-unit is late',
    W07: '答复到期: the reply is due soon or overdue',
    W08: '事中未沟通: no contact during the handling',
    W09: '面复件数不足: the head’s replies in person are at risk',
    W10: '领导督办: a leader’s quota or report is missing',
    W11: '评价表: the feedback form is missing or late',
    W12: '二次办理: rated dissatisfied, second handling open or overdue',
    W13: '评价矛盾: ratings of several sources contradict each other',
    W14: '跟踪事项: late, carried for years, or open at the end of the term',
    W15: '当年未办成: promised for this year and not solved at its end',
    W16: '敷衍答复: perfunctory, or not every matter is answered',
    W17: '未自查: no self-inspection before the survey',
    W18: '审议意见: the report on a deliberation opinion is overdue',
    W19: '应办事项: a scheduled event was not recorded',
    W20: '一票否决: a veto was triggered',
    W21: '无单位承办: nobody is responsible after a return',
    W22: '无证明升类: a class was raised without evidence',
    W23: '数据不符: a published figure differs from the computed one',
    W24: '主体变动: a mandate ended or a unit was closed',
    W25: '公开未定: disclosure not decided at the reply',
  },
);

/** A warning as it holds, and as it was recorded if it was by now. */
export type ShownWarning = Omit<RecordedWarning, 'raisedAt' | 'toldAt' | 'autoResolve' | 'occurrence'> & {
  readonly raisedAt: string | null;
};

@ObjectType({ description: '预警: something that is late or missing, or about to be; explains itself' })
export class Warning {
  constructor(
    readonly viewer: Viewer,
    readonly facts: ShownWarning,
    readonly levels: WarningLevels | undefined,
  ) {}

  @Field(() => ID, { description: '编号: the public id of this occurrence' })
  get id(): string {
    return encodeId({ kind: 'warning', tenant: this.viewer.tenant, id: this.facts.id });
  }

  @Field(() => WarningCodeEnum, { description: '代码: what is warned of' })
  get code(): string {
    return this.facts.code;
  }

  @Field(() => String, { description: '规则: its rule in the locality’s process' })
  get rule(): string {
    return this.facts.rule;
  }

  @Field(() => String, { description: '名称: the locality’s own name for it' })
  get title(): string {
    return this.facts.label.zh;
  }

  @Field(() => String, { description: '英文名称: the same in English' })
  get titleEn(): string {
    return this.facts.label.en;
  }

  @Field(() => WarningLevelEnum, { description: '级别: how pressing it is by now' })
  get level(): string {
    return this.facts.level;
  }

  @Field(() => String, { description: '级别名称: the locality’s own name for the level' })
  get levelTitle(): string {
    return levelWords(this.levels, this.facts.level).label.zh;
  }

  @Field(() => String, { description: '颜色: the locality’s colour for the level, #rrggbb' })
  get colour(): string {
    return levelWords(this.levels, this.facts.level).colour;
  }

  @Field(() => SubjectKindEnum, { description: '对象类别: what it is about' })
  get subject(): string {
    return this.facts.subject.kind;
  }

  @Field(() => ID, { nullable: true, description: '建议提案: public id of the case it is about' })
  get proposalId(): string | null {
    return publicIdOf(this.viewer.tenant, 'proposal', this.facts.proposalId);
  }

  @Field(() => ID, { nullable: true, description: '承办任务: public id of the assignment it is about' })
  get assignmentId(): string | null {
    return publicIdOf(this.viewer.tenant, 'assignment', this.facts.subject.assignmentId);
  }

  @Field(() => ID, { nullable: true, description: '承办单位: public id of the unit it concerns' })
  get unitId(): string | null {
    return publicIdOf(this.viewer.tenant, 'unit', this.facts.subject.unitId);
  }

  @Field(() => DateScalar, { description: '自: the first day on which it was so' })
  get since(): string {
    return this.facts.since;
  }

  @Field(() => [RoleEnum], { description: '通知对象: roles that are told' })
  get recipients(): readonly string[] {
    return this.facts.recipients;
  }

  @Field(() => Int, { description: '升级次数: how many times it has risen' })
  get escalations(): number {
    return this.facts.escalations;
  }

  @Field(() => Int, { description: '重复次数: how many times it was told again' })
  get repeats(): number {
    return this.facts.repeats;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '预警时间: when it was recorded; null for the seconds until it is',
  })
  get raisedAt(): string | null {
    return this.facts.raisedAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '知悉时间: when somebody whom it was told took note; null while nobody has',
  })
  get acknowledgedAt(): string | null {
    return this.facts.acknowledgedAt;
  }

  @Field(() => RoleEnum, { nullable: true, description: '知悉角色: in which role it was acknowledged' })
  get acknowledgedBy(): string | null {
    return this.facts.acknowledgedBy;
  }

  @Field(() => String, { nullable: true, description: '知悉说明: what is being done about it' })
  get acknowledgement(): string | null {
    return this.facts.acknowledgement;
  }

  @Field(() => Boolean, {
    description: '可否知悉: whether the viewer may acknowledge it with acknowledgeWarning',
  })
  get mayAcknowledge(): boolean {
    const { raisedAt, resolvedAt, acknowledgedAt } = this.facts;
    const waits = raisedAt !== null && resolvedAt === null && acknowledgedAt === null;
    return waits && isTold(this.facts, this.viewer);
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '解除时间: when it was over; null while it holds',
  })
  get resolvedAt(): string | null {
    return this.facts.resolvedAt;
  }

  @Field(() => String, { description: '说明: what it is about, since when, by which rule, in Chinese' })
  get explanation(): string {
    return explainWarning(this.facts, levelWords(this.levels, this.facts.level)).zh;
  }

  @Field(() => String, { description: '英文说明: the same in English' })
  get explanationEn(): string {
    return explainWarning(this.facts, levelWords(this.levels, this.facts.level)).en;
  }
}

@ObjectType({ description: '预警件数: open warnings of one code and level in one locality' })
export class WarningCount {
  @Field(() => Locality, { description: '地方: the locality' })
  locality: Locality;

  @Field(() => WarningCodeEnum, { description: '代码: what is warned of' })
  code: string;

  @Field(() => WarningLevelEnum, { description: '级别: how pressing' })
  level: string;

  @Field(() => Int, { description: '件数: how many are open' })
  open: number;
}
