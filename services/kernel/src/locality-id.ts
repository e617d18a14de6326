import { decodeId, encodeId } from './public-id.js';

/** The UUID part of a locality's public id: its registration number, zero-padded. A locality has no other UUID. */
export const localityUuid = (number: number): string =>
  `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;

/** The public id of a locality (地方), for `Locality` references from any subgraph. */
export const encodeLocalityId = (number: number): string =>
  encodeId({ kind: 'locality', tenant: number, id: localityUuid(number) });

/** The registration number in a locality's public id; null when the text is not such an id. */
export function decodeLocalityId(text: string): number | null {
  const identified = decodeId('locality', text);
  return identified && identified.id === localityUuid(identified.tenant) ? identified.tenant : null;
}
