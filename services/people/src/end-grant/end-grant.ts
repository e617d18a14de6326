import { accept, type CalendarDate, refuse, useCase, type Viewer } from '@duban/kernel';
import type { Key } from '../account.store.js';
import { decideEnd } from '../grant.js';
import type { PeopleDeps } from '../people.deps.js';

export type EndGrant = { readonly grant: Key; readonly lastDay: CalendarDate | null };

/** 收回授权, at once or after a day. */
export const endGrant = useCase({
  action: 'grant:end',
  async execute({ grants, now }: Pick<PeopleDeps, 'grants' | 'now'>, viewer: Viewer, input: EndGrant) {
    const grant = await grants.findToChange(input.grant);
    if (!grant) return refuse('GRANT_NOT_FOUND');
    if (grant.id === viewer.grantId) return refuse('OWN_GRANT_NOT_ALLOWED');
    const decision = decideEnd(grant, input.lastDay, now());
    if (!decision.accepted) return decision;
    const { event, end } = decision.value;
    await grants.end(grant, end, event);
    return accept(input.grant);
  },
});
