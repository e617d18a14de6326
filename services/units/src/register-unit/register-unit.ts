import { accept, type UnitSystem, useCase, type Viewer } from '@duban/kernel';
import type { Key } from '../locality.store.js';
import { decideRegister } from '../unit.js';
import type { UnitsAction } from '../units.access.js';
import type { UnitsDeps } from '../units.deps.js';

export type RegisterUnit = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly system: UnitSystem;
  readonly liaisonOrgan: Key | null;
  readonly isHandlingUnit: boolean;
  /** First day; today when left out. */
  readonly from: string | null;
  readonly sections: readonly { readonly code: string; readonly name: string }[];
};

/** 登记承办单位: a new unit of the own locality with its sections and positions. */
export const registerUnit = useCase({
  action: 'unit:register' satisfies UnitsAction,
  async execute(
    { units, today, newId }: Pick<UnitsDeps, 'units' | 'today' | 'newId'>,
    viewer: Viewer,
    input: RegisterUnit,
  ) {
    const { liaisonOrgan, from, ...wish } = input;
    const unitId = newId();
    const decision = decideRegister(
      unitId,
      { ...wish, liaisonOrganId: liaisonOrgan?.id ?? null, validFrom: from ?? today },
      {
        sameCode: await units.isCodeTaken(wish.code),
        sameName: await units.isNameTaken([wish.name, wish.shortName], null),
        organExists: liaisonOrgan === null || (await units.organExists(liaisonOrgan)),
      },
      newId,
    );
    if (!decision.accepted) return decision;
    await units.append(unitId, 0, decision.value);
    return accept({ tenant: viewer.tenant, id: unitId });
  },
});
