import { BASE_NUMBER, isMapping, type Mapping, type PinnedLayer } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import type { ProcessOfKinds } from './effective-process.js';
import { completedBy, lacksParts } from './required-parts.js';

/** What the base says now; the base is above everybody. */
async function baseDocument(tx: Transaction): Promise<Mapping> {
  const [base] = await tx.query<{ document: unknown }>(
    `SELECT document FROM proposals.process_layer WHERE tenant_id = $1 AND origin = 'FILE'
     ORDER BY serial DESC LIMIT 1`,
    [BASE_NUMBER],
  );
  return isMapping(base?.document) ? base.document : {};
}

/** Stored processes with what the language has come to say since; the base is read once for all. */
export async function completed(
  tx: Transaction,
  stored: readonly ProcessOfKinds[],
): Promise<ProcessOfKinds[]> {
  if (!stored.some(isIncomplete)) return [...stored];
  const base = await baseDocument(tx);
  return stored.map((one) => (isIncomplete(one) ? completedProcess(one, base) : one));
}

const isIncomplete = ({ byKind = {}, ...common }: ProcessOfKinds): boolean =>
  [common, ...Object.values(byKind)].some((one) => lacksParts(one as unknown as Mapping));

function completedProcess({ byKind = {}, ...common }: ProcessOfKinds, base: Mapping): ProcessOfKinds {
  const own = Object.entries(byKind).map(([kind, process]) => [kind, completedBy(process, base)]);
  return { ...completedBy(common, base), ...(own.length > 0 ? { byKind: Object.fromEntries(own) } : {}) };
}

/** The base's document among them, as far as the language has grown since. */
export async function completedLayers<Layer extends PinnedLayer>(
  tx: Transaction,
  layers: readonly Layer[],
): Promise<Layer[]> {
  const old = layers.some(({ locality, document }) => locality === BASE_NUMBER && isOld(document));
  if (!old) return [...layers];
  const base = await baseDocument(tx);
  return layers.map((layer) =>
    layer.locality === BASE_NUMBER && isOld(layer.document)
      ? { ...layer, document: completedBy(layer.document, base) }
      : layer,
  );
}

const isOld = (document: unknown): document is Mapping => isMapping(document) && lacksParts(document);
