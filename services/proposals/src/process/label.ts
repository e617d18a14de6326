/** A locality's own word, Chinese first; other languages of the place by their code, such as `bo`. */
export type Label = { readonly zh: string; readonly en: string } & { readonly [language: string]: string };
