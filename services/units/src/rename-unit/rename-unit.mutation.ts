import { answer, readId, resultOf } from '@duban/kernel/graphql';
import { Length } from 'class-validator';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { getUnitType } from '../find-row.reference.js';
import { UnitType } from '../unit.type.js';
import type { UnitsContext } from '../units.context.js';
import { renameUnit } from './rename-unit.js';

@InputType({ description: '更改承办单位名称: which unit, and its new names' })
export class RenameUnitInput {
  @Length(1, 100)
  @Field(() => String, { description: '幂等键: the same key with the same input is done once' })
  idempotencyKey: string;

  @Field(() => ID, { description: '编号: public id of the unit' })
  unitId: string;

  @Field(() => String, { description: '名称: new full name, 1 to 100 characters' })
  name: string;

  @Field(() => String, { description: '简称: new short name, 1 to 30 characters' })
  shortName: string;

  @Field(() => Int, {
    nullable: true,
    description: '版本: refuse when the unit is no longer at this version',
  })
  expectedVersion?: number | null;
}

const RenameUnitResult = resultOf('RenameUnit', '更改承办单位名称', {
  unit: { type: () => UnitType, description: '承办单位: the unit under its new name' },
});

@Resolver()
export class RenameUnitMutation {
  @Mutation(() => RenameUnitResult.Result, {
    description: '更改承办单位名称: the unit stays the same, with all its cases',
  })
  async renameUnit(
    @Arg('input', () => RenameUnitInput, { description: '输入: which unit, and its new names' })
    input: RenameUnitInput,
    @Ctx() context: UnitsContext,
  ): Promise<object> {
    const { idempotencyKey, unitId, name, shortName, expectedVersion } = input;
    const wish = {
      unit: readId('unit', unitId, 'unitId'),
      name,
      shortName,
      expectedVersion: expectedVersion ?? null,
    };
    const outcome = await context.run(renameUnit, wish, { idempotencyKey });
    return answer(RenameUnitResult, outcome, async (key) => ({ unit: await getUnitType(context, key) }));
  }
}
