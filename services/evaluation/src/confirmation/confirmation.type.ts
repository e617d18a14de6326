import { DateTimeScalar } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { MetricNameEnum, ProposalKindEnum } from '../evaluation.enums.type.js';
import type { MetricName } from '../figures/metrics.js';
import type { changedSince } from './confirmation.js';
import type { KeptConfirmation } from './confirmation.store.js';

@ObjectType('FigureChange', {
  description: '确认后变动: a number that is no longer what was confirmed; never a silent change',
})
export class FigureChangeType {
  @Field(() => MetricNameEnum, { description: '指标: which one' })
  metric: MetricName;

  @Field(() => Int, { description: '确认时分子: the count as confirmed' })
  numerator: number;

  @Field(() => Int, { nullable: true, description: '确认时分母: as confirmed; null for a plain number' })
  denominator: number | null;

  @Field(() => Int, { description: '现分子: the count now' })
  numeratorNow: number;

  @Field(() => Int, { nullable: true, description: '现分母: now; null for a plain number' })
  denominatorNow: number | null;

  static of({ before, now }: ReturnType<typeof changedSince>[number]): FigureChangeType {
    return Object.assign(new FigureChangeType(), {
      ...before,
      numeratorNow: now.numerator,
      denominatorNow: now.denominator,
    });
  }
}

@ObjectType('FigureConfirmation', {
  description: '数据确认: whether a locality stands for a year’s figures of one kind of cases',
})
export class FigureConfirmationType {
  @Field(() => Int, { description: '年度: which year' })
  year: number;

  @Field(() => ProposalKindEnum, { description: '类型: of which kind of cases' })
  kind: string;

  @Field(() => Boolean, { description: '已确认: false before it was, and once it is unlocked again' })
  confirmed: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      '时间: of the latest word; null while nothing was said. Figures asked for with it as knownAt are those that were confirmed',
  })
  at: string | null;

  @Field(() => String, { nullable: true, description: '说明: the note, or why it was unlocked' })
  note: string | null;

  /** Not fields: what `changes` and `below` are made of. */
  tenant: number;
  kept: KeptConfirmation | null;

  static of(
    tenant: number,
    asked: { readonly year: number; readonly kind: string },
    kept: KeptConfirmation | null,
  ): FigureConfirmationType {
    return Object.assign(new FigureConfirmationType(), {
      ...asked,
      confirmed: kept?.confirmed ?? false,
      at: kept?.saidAt ?? null,
      note: kept?.note ?? null,
      tenant,
      kept,
    });
  }
}
