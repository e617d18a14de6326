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
  let text = `${kind}_`;
  // Three hexadecimal digits are two letters; the fortieth digit stands alone in the last one.
  for (let at = 0; at < 39; at += 3) {
    const twelve = Number.parseInt(hex.slice(at, at + 3), 16);
    text += letter(twelve >> 6) + letter(twelve & 63);
  }
  return text + letter(Number.parseInt(hex.slice(39), 16) << 2);
}

const letter = (six: number): string => ALPHABET[six] as string;

/** Null when the text is not an id of this kind; existence is another question. */
export function decodeId(kind: string, text: string): Identified | null {
  const prefix = `${kind}_`;
  if (!text.startsWith(prefix) || text.length !== prefix.length + 27) return null;
  const sixes = Array.from(text.slice(prefix.length), (each) => ALPHABET.indexOf(each));
  const last = sixes.pop() as number;
  // The last two bits carry nothing: an id is written in one way only.
  if (sixes.includes(-1) || last < 0 || (last & 3) !== 0) return null;
  let hex = '';
  for (let at = 0; at < sixes.length; at += 2) {
    const twelve = ((sixes[at] as number) << 6) | (sixes[at + 1] as number);
    hex += twelve.toString(16).padStart(3, '0');
  }
  hex += (last >> 2).toString(16);
  const tenant = Number.parseInt(hex.slice(0, 8), 16);
  if (tenant > 0x7fffffff) return null;
  const uuid = hex.slice(8).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { kind, tenant, id: uuid };
}
