import { DateScalar, DateTimeScalar } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { MandateType, UnitType } from '../foreign.type.js';
import type { awaitedSeen } from './rating-sight.js';

@ObjectType('AwaitedRating', {
  description: '未评价: somebody was asked to rate a reply and has not answered; silence is not satisfaction',
})
export class AwaitedRatingType {
  constructor(
    readonly tenant: number,
    readonly of: ReturnType<typeof awaitedSeen>[number],
  ) {}

  @Field(() => Int, { description: '轮次: of the handling' })
  get round(): number {
    return this.of.round;
  }

  @Field(() => UnitType, { description: '承办单位: whose reply' })
  get unit(): UnitType {
    return UnitType.of(this.tenant, this.of.unitId);
  }

  @Field(() => MandateType, {
    nullable: true,
    description: '评价人: who is silent; null for who may not see who said what',
  })
  get rater(): MandateType | null {
    return MandateType.of(this.tenant, this.of.respondentId);
  }

  @Field(() => DateTimeScalar, { description: '起始: since when they are asked' })
  get since(): string {
    return this.of.since;
  }

  @Field(() => DateScalar, { nullable: true, description: '期限: the last day; null without a limit' })
  get until(): string | null {
    return this.of.until;
  }
}
