/** A definition as plain data: mappings, lists and values. */
export type Tree = { readonly [key: string]: unknown };
export type TreePath = readonly string[];

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path; undefined where nothing does. */
export const at = (value: unknown, path: TreePath): unknown =>
  path.reduce<unknown>(
    (here, key) => (isTree(here) && Object.hasOwn(here, key) ? here[key] : undefined),
    value,
  );

/** Every value that is no mapping, with its path; an empty mapping is a value. */
export function leaves(value: unknown, path: TreePath = []): [TreePath, unknown][] {
  if (!isTree(value) || Object.keys(value).length === 0) return path.length > 0 ? [[path, value]] : [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

/** Paths are written with dots, as problems name them. */
export const written = (path: TreePath): string => path.join('.');
