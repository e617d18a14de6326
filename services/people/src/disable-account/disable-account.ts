import { accept, checkText, refuse, useCase, type Viewer } from '@duban/kernel';
import { decideDisable } from '../account.js';
import type { Key } from '../account.store.js';
import type { PeopleDeps } from '../people.deps.js';

export type DisableAccount = { readonly account: Key; readonly reason: string };

/** 停用账号: tokens that are out lose their effect as soon as the gateway asks again. */
export const disableAccount = useCase({
  action: 'account:disable',
  async execute({ accounts }: Pick<PeopleDeps, 'accounts'>, viewer: Viewer, input: DisableAccount) {
    const wrong = checkText('reason', input.reason, { max: 500 });
    if (wrong) return wrong;
    const account = await accounts.findToChange(input.account);
    if (!account) return refuse('ACCOUNT_NOT_FOUND');
    const decision = decideDisable(account, viewer.accountId, input.reason);
    if (!decision.accepted) return decision;
    await accounts.change(account, { status: 'DISABLED' }, [decision.value]);
    return accept(input.account);
  },
});
