import { answer, DateScalar, readId, resultOf } from '@duban/kernel/graphql';
import { Length } from 'class-validator';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { getUnitType } from '../find-row.reference.js';
import { UnitType } from '../unit.type.js';
import type { UnitsContext } from '../units.context.js';
import { UnitSystemEnum } from '../vocabulary.type.js';
import { registerUnit } from './register-unit.js';

@InputType({ description: '科室: a section of the new unit' })
export class NewSectionInput {
  @Field(() => String, {
    description: '代码: lower case letters, digits and hyphens; unique within the unit',
  })
  code: string;

  @Field(() => String, { description: '名称: 1 to 100 characters' })
  name: string;
}

@InputType({ description: '登记承办单位: the new unit' })
export class RegisterUnitInput {
  @Length(1, 100)
  @Field(() => String, { description: '幂等键: the same key with the same input is done once' })
  idempotencyKey: string;

  @Field(() => String, {
    description: '代码: lower case letters, digits and hyphens; unique in the locality, never changed',
  })
  code: string;

  @Field(() => String, { description: '名称: full name, 1 to 100 characters' })
  name: string;

  @Field(() => String, { description: '简称: short name, 1 to 30 characters' })
  shortName: string;

  @Field(() => UnitSystemEnum, { description: '所属系统: the system it belongs to' })
  system: keyof typeof UnitSystemEnum;

  @Field(() => ID, {
    nullable: true,
    description: '对口联系机构: id of the committee that supervises its cases',
  })
  liaisonOrganId?: string | null;

  @Field(() => Boolean, { defaultValue: true, description: '承办: whether it handles proposals' })
  isHandlingUnit: boolean;

  @Field(() => DateScalar, { nullable: true, description: '设立日期: first day; today when left out' })
  from?: string | null;

  @Field(() => [NewSectionInput], { defaultValue: [], description: '科室: its sections' })
  sections: NewSectionInput[];
}

const RegisterUnitResult = resultOf('RegisterUnit', '登记承办单位', {
  unit: { type: () => UnitType, description: '承办单位: the new unit' },
});

@Resolver()
export class RegisterUnitMutation {
  @Mutation(() => RegisterUnitResult.Result, { description: '登记承办单位: adds a unit to the own locality' })
  async registerUnit(
    @Arg('input', () => RegisterUnitInput, { description: '输入: the new unit' }) input: RegisterUnitInput,
    @Ctx() context: UnitsContext,
  ): Promise<object> {
    const { idempotencyKey, liaisonOrganId, from, sections, ...unit } = input;
    const wish = {
      ...unit,
      from: from ?? null,
      sections: sections.map(({ code, name }) => ({ code, name })),
      liaisonOrgan: liaisonOrganId == null ? null : readId('organ', liaisonOrganId, 'liaisonOrganId'),
    };
    const outcome = await context.run(registerUnit, wish, { idempotencyKey });
    return answer(RegisterUnitResult, outcome, async (key) => ({ unit: await getUnitType(context, key) }));
  }
}
