import type { Adapter } from 'oidc-provider';
import type { PendingChange } from '../sign-in/sign-in.js';

/** Who may choose a new password in which sign-in, for a few minutes. */
export interface PendingChanges {
  put(uid: string, change: PendingChange): Promise<void>;
  find(uid: string): Promise<PendingChange | null>;
  drop(uid: string): Promise<void>;
}

const SECONDS = 10 * 60;

/** Kept beside the sign-in in progress, whose uid only the browser's signed cookie can name. */
export const pendingChanges = (kept: Adapter): PendingChanges => ({
  put: (uid, change) => kept.upsert(uid, change, SECONDS),
  find: async (uid) => {
    const found = (await kept.find(uid)) as PendingChange | undefined;
    return found ? { tenant: found.tenant, accountId: found.accountId, setAt: found.setAt } : null;
  },
  drop: (uid) => kept.destroy(uid),
});
