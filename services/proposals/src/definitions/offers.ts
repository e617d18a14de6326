import type { CalendarDate } from '@duban/kernel';
import type { DefinitionDeps, StoredDefinition } from './definition-deps.js';
import { fileOffers, type MergeOffer, mergeOffers } from './merge-offers.js';

/** What levels above, and the own file once something was published here, say that the latest version was not made with. */
export async function offersFor(
  { definitions, texts, conditions }: Pick<DefinitionDeps, 'definitions' | 'texts' | 'conditions'>,
  latest: StoredDefinition,
  on: CalendarDate,
): Promise<readonly MergeOffer[]> {
  const means = { labels: texts.labels, conditions };
  const upper = mergeOffers(latest.layers, await definitions.above(on), means);
  if (latest.origin !== 'PUBLISHED') return upper;
  const hash = latest.layers.at(-1)?.fileHash;
  const known = hash ? await definitions.findOwnFile(hash) : null;
  return known ? [...upper, ...fileOffers(latest.layers, known, await definitions.ownFile(), means)] : upper;
}
