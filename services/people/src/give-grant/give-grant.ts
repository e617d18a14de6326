import { accept, type CalendarDate, type Role, refuse, useCase, type Viewer } from '@duban/kernel';
import type { Key } from '../account.store.js';
import { decideGive } from '../grant.js';
import type { PeopleDeps } from '../people.deps.js';

export type GiveGrant = {
  readonly account: Key;
  readonly role: Role;
  readonly unit: Key | null;
  readonly section: Key | null;
  readonly mandate: Key | null;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly primary: boolean;
};

type Deps = Pick<PeopleDeps, 'accounts' | 'grants' | 'mandates' | 'newId'>;

/**
 * 授权: a role in this locality for an account of this locality. Whether the unit exists is the
 * units service's knowledge; here it only has to be of this locality.
 */
export const giveGrant = useCase({
  action: 'grant:give',
  async execute({ accounts, grants, mandates, newId }: Deps, viewer: Viewer, input: GiveGrant) {
    const account = await accounts.findToChange(input.account);
    if (!account) return refuse('ACCOUNT_NOT_FOUND');
    if (input.unit && input.unit.tenant !== viewer.tenant) return refuse('UNIT_NOT_FOUND');
    if (input.section && input.section.tenant !== viewer.tenant) return refuse('SECTION_NOT_FOUND');
    const mandate = input.mandate && (await mandates.find(input.mandate));
    const existing = await grants.findOfAccount(input.account);
    const { role, validFrom, validTo, primary } = input;
    const wish = {
      accountId: account.id,
      role,
      unitId: input.unit?.id ?? null,
      sectionId: input.section?.id ?? null,
      mandateId: input.mandate?.id ?? null,
      validFrom,
      validTo,
      primary,
    };
    const id = newId();
    const decision = decideGive(id, wish, { personId: account.personId, mandate, existing });
    if (!decision.accepted) return decision;
    await grants.add({ ...wish, id, endedAt: null }, decision.value);
    return accept({ tenant: viewer.tenant, id });
  },
});
