import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import type { GrantStore } from '../grant.store.js';

export type GrantDeps = { readonly grants: GrantStore };
export type GrantReference = { readonly ownerId: number; readonly grantId: string };

/**
 * 查阅授权件: that it was read is written down before it is shown. The stored answer is the reference
 * alone: what is shown is read again each time, under the grant.
 */
export const openGrantedCase = useCase<GrantDeps, GrantReference, GrantReference>({
  action: 'grant:use',
  purpose: 'GRANT',
  async execute({ grants }: GrantDeps, _: Viewer, { ownerId, grantId }: GrantReference) {
    const grant = await grants.findHeld(ownerId, grantId);
    if (!grant) return refuse('GRANT_NOT_FOUND');
    await grants.recordReading(grant);
    return accept({ ownerId, grantId });
  },
});
