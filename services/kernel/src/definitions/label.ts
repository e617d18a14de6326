/** A name or a sentence, in Chinese and in English. */
export type Label = { readonly zh: string; readonly en: string };
