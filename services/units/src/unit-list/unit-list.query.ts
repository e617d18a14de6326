import { checkText } from '@duban/kernel';
import { badInput, type ConnectionOf, readId } from '@duban/kernel/graphql';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { LocalityType } from '../locality.type.js';
import { requireOwn } from '../own-locality.reference.js';
import { UnitConnection, UnitType } from '../unit.type.js';
import type { UnitsContext } from '../units.context.js';
import { type UnitFilterInput, UnitListArgs } from './unit-list.input.js';
import type { UnitListFilter } from './unit-list.read.js';

@Resolver(() => LocalityType)
export class UnitListQuery {
  @FieldResolver(() => UnitConnection.Connection, {
    nullable: true,
    description: '承办单位: units of the viewer’s own locality; NOT_GRANTED of others',
  })
  async units(
    @Root() locality: LocalityType,
    @Args(() => UnitListArgs) { filter, orderBy, ...page }: UnitListArgs,
    @Ctx() context: UnitsContext,
  ): Promise<ConnectionOf<UnitType>> {
    const tenant = requireOwn(locality, context);
    const wanted = filterOf(filter ?? {});
    const { unitList, today } = await context.reads();
    const slice = await unitList.page(tenant, wanted, orderBy, page, today);
    return UnitConnection.from(slice, UnitType.of, () => unitList.count(tenant, wanted, today));
  }
}

function filterOf({ active, system, isHandlingUnit, liaisonOrganId, text }: UnitFilterInput): UnitListFilter {
  if (text !== null && text !== undefined && checkText('text', text, { max: 100 })) {
    throw badInput('关键字须为 1 至 100 个字。', 'the text has to be 1 to 100 characters.');
  }
  return {
    active: active ?? null,
    system: system ?? null,
    isHandlingUnit: isHandlingUnit ?? null,
    liaisonOrgan: liaisonOrganId == null ? null : readId('organ', liaisonOrganId, 'liaisonOrganId'),
    text: text ?? null,
  };
}
