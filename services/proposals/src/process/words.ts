import type { DefinitionReport as Report } from '@duban/kernel';
import type { Label } from './label.js';

/** What a locality may call otherwise, while the codes stay what they are everywhere. */
export const WORD_KINDS = ['ORGAN', 'ROLE', 'STEP', 'PHASE', 'EVENT'] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** By kind and code; a language that is left out is as everywhere. */
export type LocalWords = Readonly<Partial<Record<WordKind, Readonly<Record<string, Partial<Label>>>>>>;

/** Codes of each kind with the words they have everywhere. Organs are the locality's own: they have none. */
export type CommonWords = Readonly<
  Record<WordKind, Readonly<Record<string, readonly [zh: string, en: string]>>>
>;

export const LANGUAGE = /^[a-z]{2,3}$/;

/** A label in a language; where it is not written in that one, in Chinese. */
export const inLanguage = (label: Partial<Label>, language: string): string | undefined =>
  label[language] ?? label.zh;

/** What a code is called here in a language: the locality's own word, else that of everywhere, else Chinese. */
export function wordFor(
  { words = {} }: { readonly words?: LocalWords },
  common: CommonWords,
  kind: WordKind,
  code: string,
  language: string,
): string {
  const own = words[kind]?.[code];
  const [zh, en] = common[kind][code] ?? [undefined, undefined];
  if (own?.[language] !== undefined) return own[language];
  return (language === 'en' ? en : undefined) ?? own?.zh ?? zh ?? code;
}

/** Languages in which the locality has words of its own, beside Chinese and English. */
export function languagesOf(process: object): readonly string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { zh } = value as { readonly zh?: unknown };
    for (const [key, item] of Object.entries(value)) {
      if (typeof zh === 'string' && typeof item === 'string' && LANGUAGE.test(key)) found.add(key);
      else visit(item);
    }
  };
  visit(process);
  return ['zh', 'en', ...[...found].filter((one) => one !== 'zh' && one !== 'en').sort()];
}

/** A word for a code that nobody has would never be seen. */
export function checkWords(
  { words = {} }: { readonly words?: LocalWords },
  common: CommonWords,
  report: Report,
): void {
  for (const [kind, entries] of Object.entries(words)) {
    if (kind === 'ORGAN') continue;
    for (const code of Object.keys(entries)) {
      if (common[kind as WordKind][code]) continue;
      report(['words', kind, code], `没有代码“${code}”。`, `there is no code "${code}".`);
    }
  }
}
