import { answer, DateScalar, readId, resultOf } from '@duban/kernel/graphql';
import { Length } from 'class-validator';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { getUnitType } from '../find-row.reference.js';
import { UnitType } from '../unit.type.js';
import type { UnitsContext } from '../units.context.js';
import { closeUnit } from './close-unit.js';

@InputType({ description: '撤销承办单位: which unit, and who takes over' })
export class CloseUnitInput {
  @Length(1, 100)
  @Field(() => String, { description: '幂等键: the same key with the same input is done once' })
  idempotencyKey: string;

  @Field(() => ID, { description: '编号: public id of the unit' })
  unitId: string;

  @Field(() => DateScalar, { description: '最后一日: the unit exists up to and including this day' })
  lastDay: string;

  @Field(() => ID, { nullable: true, description: '承接单位: id of the unit that takes its work over' })
  successorId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '版本: refuse when the unit is no longer at this version',
  })
  expectedVersion?: number | null;
}

const CloseUnitResult = resultOf('CloseUnit', '撤销承办单位', {
  unit: { type: () => UnitType, description: '承办单位: the unit with its last day' },
});

@Resolver()
export class CloseUnitMutation {
  @Mutation(() => CloseUnitResult.Result, {
    description: '撤销承办单位: ends a unit after a day; its cases stay with it',
  })
  async closeUnit(
    @Arg('input', () => CloseUnitInput, { description: '输入: which unit, and who takes over' })
    input: CloseUnitInput,
    @Ctx() context: UnitsContext,
  ): Promise<object> {
    const { idempotencyKey, unitId, lastDay, successorId, expectedVersion } = input;
    const wish = {
      unit: readId('unit', unitId, 'unitId'),
      lastDay,
      successor: successorId == null ? null : readId('unit', successorId, 'successorId'),
      expectedVersion: expectedVersion ?? null,
    };
    const outcome = await context.run(closeUnit, wish, { idempotencyKey });
    return answer(CloseUnitResult, outcome, async (key) => ({ unit: await getUnitType(context, key) }));
  }
}
