import type { CategoryRow, Key, LocalityRow, OrganRow } from './locality.store.js';
import { CategoryType, LocalityType, OrganType } from './locality.type.js';
import type { PositionRow, SectionRow, UnitRow } from './unit.store.js';
import { PositionType, SectionType, UnitType } from './unit.type.js';
import type { UnitsContext } from './units.context.js';
import type { UnitsDeps } from './units.deps.js';

// One loader for each kind of row and operation: whatever asks, the rows come in one statement, in
// the viewer's own transaction. What is not visible is null.

const textOf = ({ tenant, id }: Key): string => `${tenant}/${id}`;

type Batch<Answer> = (deps: UnitsDeps, keys: readonly Key[]) => Promise<Answer[]>;

/** Loads something that hangs on a row's key. */
export const loadByKey = <Answer>(
  context: UnitsContext,
  name: string,
  key: Key,
  batch: Batch<Answer>,
): Promise<Answer> =>
  context
    .loader<Key, Answer>(name, async (keys) => batch(await context.reads(), keys), textOf)
    .load({ tenant: key.tenant, id: key.id });

/** Loads something that hangs on a locality's number. */
export const loadByNumber = <Answer>(
  context: UnitsContext,
  name: string,
  number: number,
  batch: (deps: UnitsDeps, numbers: readonly number[]) => Promise<Answer[]>,
): Promise<Answer> =>
  context.loader<number, Answer>(name, async (numbers) => batch(await context.reads(), numbers)).load(number);

export async function findLocalityType(context: UnitsContext, number: number): Promise<LocalityType | null> {
  const row = await loadByNumber<LocalityRow | null>(context, 'locality', number, ({ localities }, numbers) =>
    localities.byNumbers(numbers),
  );
  return row && LocalityType.of(row);
}

/** Those of the numbers that the viewer may know. */
export async function findLocalityTypes(
  context: UnitsContext,
  numbers: readonly number[],
): Promise<LocalityType[]> {
  const found = await Promise.all(numbers.map((number) => findLocalityType(context, number)));
  return found.filter((locality) => locality !== null);
}

export async function findUnitType(context: UnitsContext, key: Key): Promise<UnitType | null> {
  const row = await loadByKey<UnitRow | null>(context, 'unit', key, ({ unitReads }, keys) =>
    unitReads.byIds(keys),
  );
  return row && UnitType.of(row);
}

/** A unit that a command has just written. */
export async function getUnitType(context: UnitsContext, key: Key): Promise<UnitType> {
  const unit = await findUnitType(context, key);
  if (!unit) throw new Error(`unit ${key.id} was written and cannot be read`);
  return unit;
}

export async function findSectionType(context: UnitsContext, key: Key): Promise<SectionType | null> {
  const row = await loadByKey<SectionRow | null>(context, 'section', key, ({ unitReads }, keys) =>
    unitReads.sectionsByIds(keys),
  );
  return row && SectionType.of(row);
}

export async function findPositionType(context: UnitsContext, key: Key): Promise<PositionType | null> {
  const row = await loadByKey<PositionRow | null>(context, 'position', key, ({ unitReads }, keys) =>
    unitReads.positionsByIds(keys),
  );
  return row && PositionType.of(row);
}

export async function findOrganType(context: UnitsContext, key: Key): Promise<OrganType | null> {
  const row = await loadByKey<OrganRow | null>(context, 'organ', key, ({ localities }, keys) =>
    localities.organsByIds(keys),
  );
  return row && OrganType.of(row);
}

export async function findCategoryType(context: UnitsContext, key: Key): Promise<CategoryType | null> {
  const row = await loadByKey<CategoryRow | null>(context, 'category', key, ({ localities }, keys) =>
    localities.categoriesByIds(keys),
  );
  return row && CategoryType.of(row);
}
