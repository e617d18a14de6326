import { PageArgs } from '@duban/kernel/graphql';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { UnitOrderEnum, UnitSystemEnum } from '../vocabulary.type.js';
import type { UnitOrder } from './unit-list.read.js';

@InputType('UnitFilter', { description: '单位筛选: which units; what is left out does not matter' })
export class UnitFilterInput {
  @Field(() => Boolean, {
    nullable: true,
    description: '有效: only those that exist today, or only those that do not',
  })
  active?: boolean | null;

  @Field(() => UnitSystemEnum, { nullable: true, description: '所属系统: only units of this system' })
  system?: keyof typeof UnitSystemEnum | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '承办: only those that handle proposals, or only those that do not',
  })
  isHandlingUnit?: boolean | null;

  @Field(() => ID, { nullable: true, description: '对口机构: only units that answer to this organ' })
  liaisonOrganId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '关键字: part of the name or the short name, 1 to 100 characters',
  })
  text?: string | null;
}

@ArgsType()
export class UnitListArgs extends PageArgs {
  @Field(() => UnitFilterInput, { nullable: true, description: '筛选: which units' })
  filter?: UnitFilterInput | null;

  @Field(() => UnitOrderEnum, { defaultValue: UnitOrderEnum.ORDINAL, description: '排序: the order' })
  orderBy: UnitOrder;
}
