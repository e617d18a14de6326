import { isMapping, type Layer, originOf } from '@duban/kernel';
import type { EffectiveProcess } from '../process/effective-process.js';
import type { Counterexample } from './counterexample.js';

/** Which layer said what stops the case, and where in that layer's document it says so. */
export function placeOfFlaw(
  { path }: Counterexample,
  { origins }: Pick<EffectiveProcess, 'origins'>,
  layers: readonly Layer[],
): { readonly source: string; readonly path: readonly string[] } {
  const source = originOf(origins, path) ?? layers.at(-1)?.source ?? '';
  const document = layers.find((layer) => layer.source === source)?.document;
  return { source, path: saysOfKind(document, path) ? path : path.slice(2) };
}

/** A kind’s rule stands under the kind only where the layer says something of that kind. */
function saysOfKind(document: unknown, [first, kind = '', section = '']: readonly string[]): boolean {
  if (first !== 'byKind') return true;
  const kinds = isMapping(document) ? document.byKind : undefined;
  const own = isMapping(kinds) ? kinds[kind] : undefined;
  return isMapping(own) && section in own;
}
