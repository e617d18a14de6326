const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What a public id says: which kind of thing, in which locality, which one. */
export type Identified = { readonly kind: string; readonly tenant: number; readonly id: string };

/**
 * Public ids are `<kind>_<27 characters>`: four bytes of the locality's number and sixteen of the
 * UUID, so that a reference resolves by (tenant, id). There is deliberately no checksum: a changed
 * id is simply one that never existed.
 */
export function encodeId({ kind, tenant, id }: Identified): string {
  const hex = tenant.toString(16).padStart(8, '0') + id.replaceAll('-', '');
  let bits = '';
  for (const digit of hex) bits += Number.parseInt(digit, 16).toString(2).padStart(4, '0');
  bits = bits.padEnd(162, '0');
  let text = '';
  for (let at = 0; at < 162; at += 6) text += ALPHABET[Number.parseInt(bits.slice(at, at + 6), 2)];
  return `${kind}_${text}`;
}

/** Null when the text is not an id of this kind; existence is another question. */
export function decodeId(kind: string, text: string): Identified | null {
  const prefix = `${kind}_`;
  if (!text.startsWith(prefix) || text.length !== prefix.length + 27) return null;
  let bits = '';
  for (const letter of text.slice(prefix.length)) {
    const index = ALPHABET.indexOf(letter);
    if (index < 0) return null;
    bits += index.toString(2).padStart(6, '0');
  }
  // The last two bits carry nothing: an id is written in one way only.
  if (!bits.endsWith('00')) return null;
  let hex = '';
  for (let at = 0; at < 160; at += 4) hex += Number.parseInt(bits.slice(at, at + 4), 2).toString(16);
  const tenant = Number.parseInt(hex.slice(0, 8), 16);
  if (tenant > 0x7fffffff) return null;
  const uuid = hex.slice(8).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { kind, tenant, id: uuid };
}
