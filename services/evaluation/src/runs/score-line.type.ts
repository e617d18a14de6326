import { DecimalScalar } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { ProposalType } from '../foreign.type.js';
import type { AdjustmentLine, Cost, ScoreLine, TargetLine, VetoLine } from '../score/score-tree.js';
import type { Sheet, SubjectKind } from '../sheet/sheet.js';
import { CostReasonEnum, MissingPolicyEnum, VetoEffectEnum, VetoScopeEnum } from './score.enums.type.js';

@ObjectType('ScoreCost', { description: '失分: what one case, or one record about the unit, cost' })
export class ScoreCostType {
  @Field(() => ProposalType, {
    nullable: true,
    description: '件: the case; null for a record about the unit',
  })
  proposal: ProposalType | null;

  @Field(() => CostReasonEnum, { description: '原因: why' })
  reason: Cost['reason'];

  @Field(() => DecimalScalar, { description: '分数: points; the parts of a line add up to the last digit' })
  points: string;

  /** Not fields: the record behind it. */
  tenant: number;
  recordId: string | null;

  static of(tenant: number, { caseId, recordId, reason, lost }: Cost): ScoreCostType {
    const proposal = caseId === null ? null : ProposalType.of(tenant, caseId);
    return Object.assign(new ScoreCostType(), { tenant, recordId, proposal, reason, points: lost });
  }
}

/** What an indicator came to, whoever measured it. */
@ObjectType({ description: '指标得分: one indicator of a score' })
export abstract class MeasuredLine {
  @Field(() => String, { description: '指标代码: the indicator' })
  indicator: string;

  @Field(() => String, { description: '名称: in Chinese' })
  name: string;

  @Field(() => String, { description: '英文名称: in English' })
  nameEn: string;

  @Field(() => DecimalScalar, { description: '分值: as the sheet says' })
  weight: string;

  @Field(() => DecimalScalar, {
    description: '折后分值: with its share of indicators that had nothing to measure',
  })
  worth: string;

  @Field(() => MissingPolicyEnum, {
    nullable: true,
    description: '无数据处理: what applied because there was nothing to measure; null when there was',
  })
  missing: ScoreLine['missing'];

  @Field(() => DecimalScalar, { nullable: true, description: '分子: what was counted or added up' })
  numerator: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '分母: out of how many; null for a number of cases',
  })
  denominator: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: '值: per cent, or a number of cases' })
  value: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '满分所需: the value from which it would have got everything',
  })
  enough: string | null;

  @Field(() => DecimalScalar, { description: '得分: points' })
  points: string;
}

/** A line with the indicator's names. */
export function namedLine(line: ScoreLine, sheet: Sheet): MeasuredLine {
  const name = sheet.indicators[line.indicator]?.name;
  const { costs: _, withheld: __, part: ___, ...shown } = line;
  return { ...shown, name: name?.zh ?? line.indicator, nameEn: name?.en ?? line.indicator };
}

@ObjectType('ScoreLine', { description: '得分明细: one indicator of a score, down to its cases' })
export class ScoreLineType extends MeasuredLine {
  @Field(() => Int, { description: '件数: cases that counted' })
  cases: number;

  /** Not a field: whose costs. */
  costsOf: () => Promise<readonly Cost[]>;
  tenant: number;

  static of(
    line: ScoreLine,
    sheet: Sheet,
    tenant: number,
    costsOf: () => Promise<readonly Cost[]>,
  ): ScoreLineType {
    return Object.assign(new ScoreLineType(), namedLine(line, sheet), { tenant, costsOf });
  }
}

@ObjectType('ScoreAdjustment', {
  description: '加分扣分: points beside the indicators, in the order applied',
})
export class ScoreAdjustmentType {
  @Field(() => String, { description: '代码: which one' })
  adjustment: string;

  @Field(() => String, { description: '名称: in Chinese' })
  name: string;

  @Field(() => Int, { description: '次数: how often' })
  count: number;

  @Field(() => DecimalScalar, { description: '应加减: what the rule asks for' })
  asked: string;

  @Field(() => DecimalScalar, { description: '实加减: what was there to give or take' })
  points: string;

  static of({ causes: _, ...line }: AdjustmentLine, sheet: Sheet): ScoreAdjustmentType {
    const name = sheet.adjustments?.[line.adjustment]?.name.zh ?? line.adjustment;
    return Object.assign(new ScoreAdjustmentType(), { ...line, name });
  }
}

@ObjectType('ScoreVeto', { description: '一票否决: an event that cancels an eligibility; never a low score' })
export class ScoreVetoType {
  @Field(() => String, { description: '代码: which one' })
  veto: string;

  @Field(() => String, { description: '名称: in Chinese' })
  name: string;

  @Field(() => VetoScopeEnum, { description: '范围: section, unit or person' })
  scope: VetoLine['scope'];

  @Field(() => String, {
    nullable: true,
    description: '科室或个人: as the unit named it; null for the unit, and where nobody was named',
  })
  about: string | null;

  @Field(() => VetoEffectEnum, { description: '后果: what it means' })
  effect: VetoLine['effect'];

  @Field(() => Boolean, {
    description: '成立: false once a later round lifted every trigger, where the rule allows it',
  })
  stands: boolean;

  @Field(() => Int, { description: '触发件数: cases and flags that triggered it and were not lifted' })
  triggers: number;

  /** Not a field: whose score it stands in. */
  subject: SubjectKind;
  subjectId: string;

  static of(
    { veto, scope, scopeId, effect, stands, ...line }: VetoLine,
    sheet: Sheet,
    subjectId: string,
  ): ScoreVetoType {
    return Object.assign(new ScoreVetoType(), {
      subject: sheet.subject,
      subjectId,
      veto,
      name: sheet.vetoes?.[veto]?.name.zh ?? veto,
      scope,
      about: scope === 'UNIT' ? null : scopeId,
      effect,
      stands,
      triggers: line.caseIds.length + line.recordIds.length,
    });
  }
}

@ObjectType('ScoreTarget', { description: '目标: something to be reached, and whether it was' })
export class ScoreTargetType {
  @Field(() => String, { description: '代码: which one' })
  target: string;

  @Field(() => String, { description: '名称: in Chinese' })
  name: string;

  @Field(() => DecimalScalar, { nullable: true, description: '值: per cent; null with nothing to measure' })
  value: string | null;

  @Field(() => Boolean, { nullable: true, description: '达到: null with nothing to measure' })
  attained: boolean | null;

  static of(line: TargetLine, sheet: Sheet): ScoreTargetType {
    const name = sheet.targets?.[line.target]?.name.zh ?? line.target;
    return Object.assign(new ScoreTargetType(), { ...line, name });
  }
}
