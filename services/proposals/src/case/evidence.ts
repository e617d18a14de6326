/** Something that can be looked at later: a title, and where it is. */
export type Evidence = { readonly title: string; readonly reference: string | null };
