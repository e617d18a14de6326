import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import { decideEnable } from '../account.js';
import type { Key } from '../account.store.js';
import type { PeopleDeps } from '../people.deps.js';

export type EnableAccount = { readonly account: Key };

/** 启用账号, and lift a lock. */
export const enableAccount = useCase({
  action: 'account:enable',
  async execute(
    { accounts, now }: Pick<PeopleDeps, 'accounts' | 'now'>,
    _viewer: Viewer,
    input: EnableAccount,
  ) {
    const account = await accounts.findToChange(input.account);
    if (!account) return refuse('ACCOUNT_NOT_FOUND');
    const decision = decideEnable(account, now());
    if (!decision.accepted) return decision;
    const free = { status: 'ACTIVE', failedAttempts: 0, lockedUntil: null } as const;
    await accounts.change(account, free, [decision.value]);
    return accept(input.account);
  },
});
