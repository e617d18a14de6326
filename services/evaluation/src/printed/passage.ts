import type { Numeral } from './numeral.js';

/** Where a number stands: the words of its own clause on both sides, and the sentence up to it. */
export type Passage = {
  /** Of the clause, back to the number before. */
  readonly before: string;
  /** Of the clause, up to the next number. */
  readonly after: string;
  /** Between the number before, or the sentence's beginning, and this one. */
  readonly since: string;
  /** The sentence up to here. */
  readonly sentence: string;
  /** Which sentence of the text. */
  readonly at: number;
};

const SENTENCE = /[。！？!?\n]/g;
/** A comma between digits belongs to a number, and `A、B类` are one. */
const CLAUSE = /[，；;：:]|(?<![A-Z甲乙丙丁])、|,(?!\d)/g;

const ends = (text: string, mark: RegExp): number[] => [...text.matchAll(mark)].map(({ index }) => index + 1);

const lastUpTo = (places: readonly number[], at: number): number =>
  places.reduce((last, place) => (place <= at ? place : last), 0);

const firstFrom = (places: readonly number[], at: number, otherwise: number): number =>
  places.find((place) => place > at) ?? otherwise;

/** Passages of the numbers of a text, in their order. */
export function passagesOf(text: string, numerals: readonly Numeral[]): Passage[] {
  const sentences = ends(text, SENTENCE);
  const clauses = [...sentences, ...ends(text, CLAUSE)].sort((a, b) => a - b);
  return numerals.map(({ from, to }, index) => {
    const sentence = lastUpTo(sentences, from);
    const previous = Math.max(sentence, numerals[index - 1]?.to ?? 0);
    const clause = Math.max(lastUpTo(clauses, from), previous);
    const end = Math.min(
      firstFrom(clauses, to, text.length + 1) - 1,
      numerals[index + 1]?.from ?? text.length,
    );
    return {
      before: text.slice(clause, from),
      after: text.slice(to, end),
      since: text.slice(previous, from),
      sentence: text.slice(sentence, from),
      at: sentences.filter((place) => place <= from).length,
    };
  });
}
