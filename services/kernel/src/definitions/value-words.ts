import { isMapping, type Mapping } from '../layers/layer.js';
import type { Label } from './label.js';

export type Codes = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** How values of a definition are told in words. */
export type ValueWords = {
  /** Codes by their names, lists in a row, conditions as conditions. */
  of(value: unknown): Label;
  /** `3 个月`. */
  amount(amount: number, unit: string): Label;
};

/** `codes`: words of the language; what is not there stands as it is written. `conditions`: `key=value` as one word. */
export function valueWords(codes: Codes, conditions: Codes = {}): ValueWords {
  const amount = (number: number, unit: string): Label => {
    const words = of(unit);
    return { zh: `${number} ${words.zh}`, en: `${number} ${words.en}` };
  };
  const entryWords = ([key, inner]: [string, unknown]): Label => {
    const condition = conditions[`${key}=${String(inner)}`];
    if (condition) return { zh: condition[0], en: condition[1] };
    const words = of(inner);
    if (typeof inner === 'string' && codes[inner]) return words;
    const [zh, en] = codes[key] ?? [key, key];
    return { zh: `${zh} ${words.zh}`, en: `${en} ${words.en}` };
  };
  const mapping = (value: Mapping): Label => {
    if (typeof value.zh === 'string') return { zh: value.zh, en: String(value.en ?? value.zh) };
    if (typeof value.amount === 'number' && typeof value.unit === 'string')
      return amount(value.amount, value.unit);
    const name = value.label ?? value.name;
    if (isMapping(name)) return mapping(name);
    return row(Object.entries(value).map(entryWords));
  };
  const of = (value: unknown): Label => {
    if (value === undefined || value === null) return { zh: '无', en: 'none' };
    if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    if (typeof value === 'string') {
      const [zh, en] = codes[value] ?? [value, value];
      return { zh, en };
    }
    if (Array.isArray(value)) return row(value.map(of));
    return isMapping(value) ? mapping(value) : { zh: String(value), en: String(value) };
  };
  return { of, amount };
}

const row = (words: readonly Label[]): Label =>
  words.length === 0
    ? { zh: '无', en: 'none' }
    : { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
