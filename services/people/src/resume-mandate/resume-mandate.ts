import { accept, checkText, refuse, useCase, type Viewer } from '@duban/kernel';
import type { Key } from '../account.store.js';
import { decideResume } from '../mandate.js';
import type { PeopleDeps } from '../people.deps.js';

export type ResumeMandate = {
  readonly mandate: Key;
  readonly reason: string;
  readonly expectedVersion: number | null;
};

/** 恢复执行职务. */
export const resumeMandate = useCase({
  action: 'mandate:resume',
  async execute({ mandates }: Pick<PeopleDeps, 'mandates'>, _viewer: Viewer, input: ResumeMandate) {
    const wrong = checkText('reason', input.reason, { max: 500 });
    if (wrong) return wrong;
    const mandate = await mandates.findToChange(input.mandate);
    if (!mandate) return refuse('MANDATE_NOT_FOUND');
    const { version } = mandate;
    if (version !== (input.expectedVersion ?? version)) return refuse('STALE_VERSION', { current: version });
    const decision = decideResume(mandate, input.reason);
    if (!decision.accepted) return decision;
    await mandates.change(mandate, { status: 'ACTIVE', reason: null }, decision.value);
    return accept(input.mandate);
  },
});
