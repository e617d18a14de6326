import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import type { SharedCaseStore, SharedReference } from '../shared-case.store.js';

export type SharingDeps = { readonly shared: SharedCaseStore };

/**
 * 查阅下级件: a case that figures led to, with its texts, where its locality shares all. That it was
 * opened is written down before it is shown; what is shown is read again each time.
 */
export const openSharedCase = useCase<SharingDeps, SharedReference, SharedReference>({
  action: 'shared-case:open',
  purpose: 'SHARED',
  async execute({ shared }: SharingDeps, _: Viewer, { ownerId, proposalId }: SharedReference) {
    if (!(await shared.findShared({ ownerId, proposalId }))) return refuse('SHARED_CASE_NOT_FOUND');
    await shared.recordOpening({ ownerId, proposalId });
    return accept({ ownerId, proposalId });
  },
});
