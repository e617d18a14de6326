import { encodeId } from '@duban/kernel';
import { DateScalar, DateTimeScalar, enumOf } from '@duban/kernel/graphql';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Unit } from '../graph/foreign.type.js';
import { CasePhaseEnum } from '../graph/vocabulary.type.js';
import type { CaseEnd, DifferenceKind } from './case-difference.js';
import type { TriedDifference, UnitChange } from './trial.js';

export const TrialDifferenceEnum = enumOf<DifferenceKind>(
  'TrialDifference',
  '差别: how a case would have gone otherwise',
  {
    BLOCKED: '受阻: something that was done would have been refused',
    ROUTED: '改道: other stages of review, tiers or units',
    LATE: '逾期: more clocks would have been missed',
    IN_TIME: '按期: fewer clocks would have been missed',
    WARNED: '提示: a guard would have warned',
    TRACKED: '跟踪: other entries on the register',
    ENDED: '结局: another phase, class or number of rounds in the end',
  },
);

@ObjectType({ description: '试算件数: how many cases would have gone otherwise in one way' })
export class TrialCount {
  @Field(() => TrialDifferenceEnum, { description: '差别: in which way' })
  difference: string;

  @Field(() => Int, { description: '件数: how many of the cases tried' })
  cases: number;
}

@ObjectType({ description: '试算结局: how a case stood when its events end' })
export class TrialEnd {
  @Field(() => CasePhaseEnum, { description: '阶段: of the case' })
  phase: string;

  @Field(() => String, { nullable: true, description: '办理结果类别: of the latest reply' })
  class: string | null;

  @Field(() => Int, { description: '轮次: rounds of handling' })
  rounds: number;

  @Field(() => Int, { description: '逾期数: clocks of its assignments that were missed' })
  late: number;

  @Field(() => DateScalar, { nullable: true, description: '到期日: of the last assignment' })
  dueOn: string | null;

  static of = (end: CaseEnd): TrialEnd => Object.assign(new TrialEnd(), end);
}

@ObjectType({ description: '试算案件: a case that would have gone otherwise' })
export class TrialCase {
  constructor(
    readonly tenant: number,
    readonly tried: TriedDifference,
  ) {}

  @Field(() => ID, { description: '建议提案: public id of the case' })
  get proposalId(): string {
    return TrialCase.idOf(this.tenant, this.tried.caseId);
  }

  static idOf = (tenant: number, id: string): string => encodeId({ kind: 'proposal', tenant, id });

  @Field(() => [TrialDifferenceEnum], { description: '差别: in which ways; empty for dates alone' })
  get differences(): readonly string[] {
    return this.tried.kinds;
  }

  @Field(() => String, { nullable: true, description: '首个差别: type of the first event that would differ' })
  get firstEvent(): string | null {
    return this.tried.first?.event ?? null;
  }

  @Field(() => DateTimeScalar, { nullable: true, description: '首个差别时间: when it was' })
  get firstAt(): string | null {
    return this.tried.first?.at ?? null;
  }

  @Field(() => String, { nullable: true, description: '说明: what would differ there, in Chinese' })
  get explanation(): string | null {
    return this.tried.first?.explanation.zh ?? null;
  }

  @Field(() => String, { nullable: true, description: '英文说明: the same in English' })
  get explanationEn(): string | null {
    return this.tried.first?.explanation.en ?? null;
  }

  @Field(() => TrialEnd, { description: '实际: how it really stood' })
  get before(): TrialEnd {
    return TrialEnd.of(this.tried.before);
  }

  @Field(() => TrialEnd, { description: '试算: how it would have stood' })
  get after(): TrialEnd {
    return TrialEnd.of(this.tried.after);
  }
}

@ObjectType({ description: '试算单位: a unit whose load or days in hand would have changed' })
export class TrialUnit {
  constructor(
    readonly tenant: number,
    readonly change: UnitChange,
  ) {}

  @Field(() => Unit, { description: '承办单位: the unit' })
  get unit(): Unit {
    return new Unit(this.tenant, this.change.unitId);
  }

  @Field(() => Int, { description: '实际件数: assignments it had' })
  get itemsBefore(): number {
    return this.change.itemsBefore;
  }

  @Field(() => Int, { description: '试算件数: assignments it would have had' })
  get itemsAfter(): number {
    return this.change.itemsAfter;
  }

  @Field(() => Int, { description: '实际天数: days in hand, added up over its assignments' })
  get daysBefore(): number {
    return this.change.daysBefore;
  }

  @Field(() => Int, { description: '试算天数: days in hand that it would have had' })
  get daysAfter(): number {
    return this.change.daysAfter;
  }
}

@ObjectType({
  description: '程序试算: a part of a year’s real cases lived again under a process; changes nothing',
})
export class ProcessTrial {
  @Field(() => Int, { description: '全部件数: cases of the year' })
  total: number;

  @Field(() => Int, { description: '已试算: how many of them, this part and those before it' })
  done: number;

  @Field(() => Int, { description: '本次件数: cases tried in this part' })
  cases: number;

  @Field(() => String, {
    nullable: true,
    description: '续算位置: give it as `after` for the next part; null when all were tried',
  })
  next: string | null;

  @Field(() => [TrialCount], { description: '差别件数: of this part, by the way in which they differ' })
  counts: TrialCount[];

  @Field(() => [TrialCase], { description: '有差别的件: of this part' })
  different: TrialCase[];

  @Field(() => [TrialUnit], { description: '有变化的单位: of this part' })
  units: TrialUnit[];
}
