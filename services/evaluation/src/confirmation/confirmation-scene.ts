import { dateInShanghai, type Viewer } from '@duban/kernel';
import type { EvaluationDeps } from '../evaluation.deps.js';
import { DEFAULT_ROUNDING, figureOf } from '../figures/figure.js';
import { type Population, readFilter } from '../figures/figure-filter.js';
import { METRIC_NAMES } from '../figures/metrics.js';
import { toldSums } from '../protection/told-sums.js';
import { childrenOf, parentsOn, subtreeOf } from '../tree/locality-tree.js';
import type { ConfirmationScene, ConfirmedNumber, FigureYear } from './confirmation.js';
import type { KeptConfirmation } from './confirmation.store.js';

type Deps = Pick<EvaluationDeps, 'figures' | 'confirmations' | 'now'>;
export type Confirming = ConfirmationScene & { readonly known: KeptConfirmation | null };

/** How the year stands here, right below and right above. */
export async function sceneOf(
  { figures, confirmations, now }: Deps,
  { tenant, role }: Viewer,
  asked: FigureYear,
): Promise<Confirming> {
  const day = dateInShanghai(now);
  const places = await figures.places();
  const parent = parentsOn(places, day).get(tenant)?.parent ?? null;
  const withheld = await figures.withheld();
  const below = childrenOf(tenant, places, day).filter((place) => !withheld.has(place));
  const around = [tenant, ...below, ...(parent === null ? [] : [parent])];
  const said = new Map((await confirmations.latest(around, [asked])).map((one) => [one.tenant, one]));
  const isConfirmed = (place: number): boolean => said.get(place)?.confirmed ?? false;
  return {
    role,
    known: said.get(tenant) ?? null,
    confirmed: isConfirmed(tenant),
    below: below.map((place) => ({ tenant: place, confirmed: isConfirmed(place) })),
    confirmedAbove: parent !== null && isConfirmed(parent),
    thisYear: Number(day.slice(0, 4)),
  };
}

/** Every metric over the locality and everything below it, as things stand now. */
export async function numbersOf(
  { figures, now }: Pick<EvaluationDeps, 'figures' | 'now'>,
  tenant: number,
  { year, kind }: FigureYear,
): Promise<ConfirmedNumber[]> {
  const population = readFilter({ year, kind }, new Date(now)) as Population;
  const withheld = await figures.withheld();
  const below = subtreeOf(tenant, await figures.places(), population.day);
  const tenants = below.filter((each) => !withheld.has(each));
  const asked = METRIC_NAMES.map((name) => ({ name, axis: 'RESULT', round: 'FINAL' }) as const);
  const group = { of: tenant, localities: tenants };
  const { groups } = await toldSums(figures, tenant, { groups: [group], population, asked, each: true });
  const tallies = groups.flat();
  return asked.map((each) => {
    const { numerator, denominator } = figureOf(each, tallies, DEFAULT_ROUNDING);
    return { metric: each.name, numerator, denominator };
  });
}
