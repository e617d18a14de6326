import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import { decideReset } from '../account.js';
import type { Key } from '../account.store.js';
import type { PasswordSlip } from '../password-slip.js';
import type { PeopleDeps } from '../people.deps.js';

export type ResetPassword = { readonly account: Key };

type Deps = Pick<PeopleDeps, 'accounts' | 'makePassword' | 'newId' | 'now'>;

/** 重置密码: the old password is gone at once. The one-time password goes onto the slip. */
export const resetPassword = (slip: PasswordSlip) =>
  useCase({
    action: 'account:reset_password',
    async execute(deps: Deps, _viewer: Viewer, input: ResetPassword) {
      const account = await deps.accounts.findToChange(input.account);
      if (!account) return refuse('ACCOUNT_NOT_FOUND');
      const decision = decideReset(account);
      if (!decision.accepted) return decision;
      const { password, hash } = await deps.makePassword();
      const mark = deps.newId();
      slip.write(mark, password);
      const fresh = { failedAttempts: 0, lockedUntil: null, mustChangePassword: true };
      const changes = { ...fresh, passwordSetAt: deps.now(), passwordHash: hash };
      await deps.accounts.change(account, changes, [decision.value]);
      return accept({ ...input.account, mark });
    },
  });
