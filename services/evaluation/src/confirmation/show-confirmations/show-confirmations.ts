import { accept, dateInShanghai, query } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { childrenOf } from '../../tree/locality-tree.js';
import { type ConfirmedNumber, changedSince, type FigureYear } from '../confirmation.js';
import type { KeptConfirmation } from '../confirmation.store.js';
import { numbersOf } from '../confirmation-scene.js';

type Years = readonly FigureYear[];

/** The latest word of each locality on each of the years. */
export const findConfirmations = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute(
    { confirmations }: Pick<EvaluationDeps, 'confirmations'>,
    _viewer,
    { tenants, years }: { readonly tenants: readonly number[]; readonly years: Years },
  ) {
    return accept(await confirmations.latest(tenants, years));
  },
});

/** Who stands right below a locality, with each one's latest word. */
export const confirmationsBelow = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute(
    { confirmations, figures, now }: Pick<EvaluationDeps, 'confirmations' | 'figures' | 'now'>,
    _viewer,
    { tenant, asked }: { readonly tenant: number; readonly asked: FigureYear },
  ) {
    const below = childrenOf(tenant, await figures.places(), dateInShanghai(now));
    const said = new Map((await confirmations.latest(below, [asked])).map((one) => [one.tenant, one]));
    return accept(below.map((place) => ({ place, kept: said.get(place) ?? null })));
  },
});

/** What has changed since the year was confirmed. */
export const changesSince = query({
  action: 'figures:count',
  purpose: 'COUNTS',
  async execute(deps: EvaluationDeps, _viewer, { tenant, year, kind, numbers }: KeptConfirmation) {
    const now: readonly ConfirmedNumber[] = await numbersOf(deps, tenant, { year, kind });
    return accept(changedSince(numbers, now));
  },
});
