import { accept, checkText, refuse, useCase, type Viewer } from '@duban/kernel';
import type { Key } from '../account.store.js';
import { decideSuspend } from '../mandate.js';
import type { PeopleDeps } from '../people.deps.js';

export type SuspendMandate = {
  readonly mandate: Key;
  readonly reason: string;
  readonly expectedVersion: number | null;
};

/** 暂停执行职务: grants that rest on the mandate cannot be used meanwhile. */
export const suspendMandate = useCase({
  action: 'mandate:suspend',
  async execute({ mandates }: Pick<PeopleDeps, 'mandates'>, _viewer: Viewer, input: SuspendMandate) {
    const wrong = checkText('reason', input.reason, { max: 500 });
    if (wrong) return wrong;
    const mandate = await mandates.findToChange(input.mandate);
    if (!mandate) return refuse('MANDATE_NOT_FOUND');
    const { version } = mandate;
    if (version !== (input.expectedVersion ?? version)) return refuse('STALE_VERSION', { current: version });
    const decision = decideSuspend(mandate, input.reason);
    if (!decision.accepted) return decision;
    await mandates.change(mandate, { status: 'SUSPENDED', reason: input.reason }, decision.value);
    return accept(input.mandate);
  },
});
