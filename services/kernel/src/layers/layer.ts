/** What is wrong with a whole definition, and where: Chinese first, saying what to write. */
export type DefinitionProblem = {
  readonly path: readonly string[];
  readonly zh: string;
  readonly en: string;
  /** For a problem inside an expression: where in it, from 1. */
  readonly inside?: { readonly line: number; readonly column: number };
};

/** One level's document: base, then province, city, county. `document` is what was read from its file. */
export type Layer = { readonly source: string; readonly document: unknown };

/** Where a problem lies: the layer that last said something there, and the path inside it. */
export type LocatedProblem = DefinitionProblem & { readonly source: string };

export type Mapping = { readonly [key: string]: unknown };

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path; undefined where nothing does. */
export const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (here, key) => (isMapping(here) && Object.hasOwn(here, key) ? here[key] : undefined),
    value,
  );

export type DefinitionReport = (
  path: readonly string[],
  zh: string,
  en: string,
  inside?: { readonly line: number; readonly column: number },
) => void;
