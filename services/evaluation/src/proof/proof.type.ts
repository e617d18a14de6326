import { DateTimeScalar } from '@duban/kernel/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Proof } from './proof.js';

@ObjectType('FiguresProof', {
  description:
    '核对: whether the sums that figures are read from were what a recount gave; they are recounted at random all day and completely every night',
})
export class FiguresProofType implements Proof {
  @Field(() => Boolean, {
    nullable: true,
    description:
      '一致: true when the last recount of every cell gave the same; null when nothing was recounted, for the reason given',
  })
  equal: boolean | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '核对时间: when the cell recounted longest ago was',
  })
  checkedAt: string | null;

  @Field(() => Int, {
    description: '核对件数: cases in the cells that were recounted, as many as they were then',
  })
  members: number;

  @Field(() => String, {
    nullable: true,
    description: '未核对原因: why nothing was recounted, in Chinese and English; null when it was',
  })
  reason: string | null;

  static of(proof: Proof): FiguresProofType {
    return Object.assign(new FiguresProofType(), proof);
  }
}
