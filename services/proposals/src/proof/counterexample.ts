/** What a definition would do to some case: the reason why it is refused. */
export const FLAWS = [
  'UNREACHABLE',
  'DEAD_END',
  'CLOCK_NEVER_STARTS',
  'NO_ONE_ACTS',
  'REPLY_IMPOSSIBLE',
  'CLOSING_IMPOSSIBLE',
  'UNMAPPED',
  'CONTRADICTION',
  'QUOTA_IMPOSSIBLE',
] as const;
export type Flaw = (typeof FLAWS)[number];

export type Words = { readonly zh: string; readonly en: string };

/** A story about one case that cannot go well, Chinese first. */
export type Counterexample = {
  readonly flaw: Flaw;
  /** Where in the definition the story has its cause, as far as it can be said. */
  readonly path: readonly string[];
  /** The story, and what to change. */
  readonly zh: string;
  readonly en: string;
};
