import type { Raw } from '../graph/asking.js';
import { readPublicId, textsIn } from '../graph/harvest.js';

/** Whose rows nobody else may be shown, and how to know them. */
export type Victim = {
  readonly tenant: number;
  /** Stands in every text of it. */
  readonly mark: string;
  /** Bare ids of all its rows. */
  readonly uuids: ReadonlySet<string>;
};

export type Leak = { readonly path: string; readonly what: string };

/** What of the victim may be known all the same: to those above and below, that it is there. */
export type Known = { readonly locality: boolean };

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Everything in an answer that is the victim's. Ids that the asker sent are no news. */
export function leaksIn(answer: Raw, victim: Victim, sent: ReadonlySet<string>, known: Known): Leak[] {
  const found: Leak[] = [];
  for (const [path, text] of textsIn(answer.body)) {
    if (text.includes(victim.mark)) found.push({ path, what: `text ${text}` });
    const id = readPublicId(text);
    const isKnown = id?.kind === 'locality' && known.locality;
    if (id?.tenant === victim.tenant && !sent.has(text) && !isKnown) found.push({ path, what: `id ${text}` });
    for (const uuid of text.match(UUID) ?? []) {
      if (victim.uuids.has(uuid)) found.push({ path, what: `bare id ${uuid}` });
    }
  }
  return found;
}
