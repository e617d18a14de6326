import { decodeId, type Viewer } from '@duban/kernel';
import { choosePrimary, isUsable, type RoleGrant } from '../grant.js';
import type { Mandate } from '../mandate.js';
import type { Credentials } from '../sign-in/sign-in.store.js';

export type GrantOfAccount = {
  readonly grant: RoleGrant;
  readonly mandate: Pick<Mandate, 'status'> | null;
};

export type IdentifyDeps = {
  findBySubject(subject: string): Promise<readonly Credentials[]>;
  /** The account's grants with the mandates they rest on, and the instant at which that was so. */
  findGrants(
    tenant: number,
    accountId: string,
  ): Promise<{ readonly now: string; readonly grants: readonly GrantOfAccount[] }>;
};

export type Question = {
  readonly subject: string;
  /** Public id of the grant the person chose; without it the primary one counts. */
  readonly grant?: string | null;
};

export type Identified =
  | { readonly viewer: Viewer }
  | { readonly refused: 'ACCOUNT_UNKNOWN' | 'ACCOUNT_DISABLED' | 'NO_GRANT' };

/**
 * Who a token's subject is today. A person with accounts in several localities under one subject has
 * the grants of all of them; the locality follows from the grant and from nothing else.
 */
export async function identify(deps: IdentifyDeps, { subject, grant = null }: Question): Promise<Identified> {
  const known = subject.length <= 300 && subject.isWellFormed() && !subject.includes('\0');
  const accounts = known ? await deps.findBySubject(subject) : [];
  if (accounts.length === 0) return { refused: 'ACCOUNT_UNKNOWN' };
  const active = accounts.filter(({ account }) => account.status === 'ACTIVE' && !account.mustChangePassword);
  if (active.length === 0) return { refused: 'ACCOUNT_DISABLED' };
  const viewers = (await Promise.all(active.map((each) => usableViewers(deps, each)))).flat();
  const chosen = grant === null ? choosePrimary(viewers) : chosenOf(viewers, grant);
  return chosen ? { viewer: chosen.viewer } : { refused: 'NO_GRANT' };
}

type Usable = Pick<RoleGrant, 'id' | 'primary' | 'validFrom'> & { readonly viewer: Viewer };

function chosenOf(usable: readonly Usable[], publicId: string): Usable | null {
  const wanted = decodeId('grant', publicId);
  return usable.find(({ id, viewer }) => id === wanted?.id && viewer.tenant === wanted.tenant) ?? null;
}

async function usableViewers(deps: IdentifyDeps, { tenant, account }: Credentials): Promise<Usable[]> {
  const { now, grants } = await deps.findGrants(tenant, account.id);
  return grants
    .filter(({ grant, mandate }) => isUsable(grant, mandate, now))
    .map(({ grant }) => ({
      id: grant.id,
      primary: grant.primary,
      validFrom: grant.validFrom,
      viewer: {
        accountId: account.id,
        grantId: grant.id,
        login: account.login,
        tenant,
        role: grant.role,
        personId: account.personId,
        mandateId: grant.mandateId,
        unitId: grant.unitId,
        sectionId: grant.sectionId,
      },
    }));
}
