import type { CalendarDate } from '../calendar.js';
import type { DefinitionDesk, StoredDefinition } from './definition-desk.js';
import { fileOffers, type MergeOffer, mergeOffers } from './merge-offers.js';

/** What levels above, and the own file once something was published here, say that the latest version was not made with. */
export async function offersFor<Definition>(
  { definitions, language }: Pick<DefinitionDesk<Definition>, 'definitions' | 'language'>,
  latest: StoredDefinition<Definition>,
  on: CalendarDate,
): Promise<readonly MergeOffer[]> {
  const upper = mergeOffers(latest.layers, await definitions.above(on), language);
  if (latest.origin !== 'PUBLISHED') return upper;
  const hash = latest.layers.at(-1)?.fileHash;
  const known = hash ? await definitions.findOwnFile(hash) : null;
  return known
    ? [...upper, ...fileOffers(latest.layers, known, await definitions.ownFile(), language)]
    : upper;
}
