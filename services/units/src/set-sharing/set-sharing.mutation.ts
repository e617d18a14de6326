import type { SharingLevel } from '@duban/kernel';
import { answer, resultOf } from '@duban/kernel/graphql';
import { Length } from 'class-validator';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { findLocalityType } from '../find-row.reference.js';
import { LocalityType } from '../locality.type.js';
import type { UnitsContext } from '../units.context.js';
import { setSharing } from './set-sharing.js';
import { SharingLevelEnum } from './sharing.type.js';

@InputType({ description: '设置共享范围: how much those above see from now on, and why' })
export class SetSharingInput {
  @Length(1, 100)
  @Field(() => String, { description: '幂等键: the same key with the same input is done once' })
  idempotencyKey: string;

  @Field(() => SharingLevelEnum, { description: '共享范围: how much is seen' })
  level: SharingLevel;

  @Field(() => String, { description: '理由: why, 1 to 500 characters' })
  reason: string;
}

const SetSharingResult = resultOf('SetSharing', '设置共享范围', {
  locality: { type: () => LocalityType, description: '地方: the locality that said so' },
});

@Resolver()
export class SetSharingMutation {
  @Mutation(() => SetSharingResult.Result, {
    description:
      '设置共享范围: what those above see of the locality’s cases; it holds at once, and what was seen before stays in the log of readings',
  })
  async setSharing(
    @Arg('input', () => SetSharingInput, { description: '输入: how much, and why' })
    { idempotencyKey, level, reason }: SetSharingInput,
    @Ctx() context: UnitsContext,
  ): Promise<object> {
    const outcome = await context.run(setSharing, { level, reason }, { idempotencyKey });
    return answer(SetSharingResult, outcome, async (number) => ({
      locality: (await findLocalityType(context, number)) as LocalityType,
    }));
  }
}
