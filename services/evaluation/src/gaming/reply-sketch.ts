/**
 * What is kept of a letter's text to see whether another is nearly the same: of each of 64 kinds of
 * five-character pieces the smallest hash, and nothing from which the text could be read. Two sketches
 * agree in about as many places as the texts share pieces.
 */
export type ReplySketch = { readonly length: number; readonly marks: readonly (number | null)[] };

const PLACES = 64;
const PIECE = 5;

/** Signs and spaces do not make a text another one. */
const bare = (text: string): string => text.replaceAll(/[\s\p{P}\p{S}]+/gu, '');

export function sketchOf(text: string): ReplySketch {
  const letters = bare(text);
  const marks: (number | null)[] = Array.from({ length: PLACES }, () => null);
  for (let at = 0; at + PIECE <= letters.length; at++) {
    const hash = hashAt(letters, at);
    const place = hash % PLACES;
    const mark = marks[place] ?? null;
    if (mark === null || hash < mark) marks[place] = hash;
  }
  return { length: letters.length, marks };
}

/** FNV-1a over 32 bits, stirred so that the place does not depend on the last character alone. */
function hashAt(letters: string, from: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + PIECE; at++) hash = Math.imul(hash ^ letters.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** In how many of a hundred places two sketches agree; 0 for texts too short to have any. */
export function likeness(a: ReplySketch, b: ReplySketch): number {
  let same = 0;
  let either = 0;
  for (let place = 0; place < PLACES; place++) {
    const [left, right] = [a.marks[place] ?? null, b.marks[place] ?? null];
    if (left === null && right === null) continue;
    either += 1;
    if (left === right) same += 1;
  }
  return either === 0 ? 0 : Math.floor((same * 100) / either);
}

/** Marks of four places each, by which texts that may be alike are found without comparing all with all. */
export const bandsOf = ({ marks }: ReplySketch): string[] =>
  Array.from({ length: PLACES / BAND }, (_, band) => {
    const own = marks.slice(band * BAND, (band + 1) * BAND);
    return own.every((mark) => mark === null) ? '' : `${band}:${own.map((mark) => mark ?? '-').join(',')}`;
  }).filter((band) => band !== '');

const BAND = 4;

export const sketchText = ({ marks }: ReplySketch): string =>
  marks.map((mark) => mark?.toString(36) ?? '').join(',');

export const readSketch = (length: number, text: string): ReplySketch => ({
  length,
  marks: text.split(',').map((mark) => (mark === '' ? null : Number.parseInt(mark, 36))),
});
