import { isMapping } from '../layers/layer.js';

export type TreePath = readonly string[];

/** Every value of a definition that is no mapping, with its path; an empty mapping is a value. */
export function leavesOf(value: unknown, path: TreePath = []): [TreePath, unknown][] {
  if (!isMapping(value) || Object.keys(value).length === 0) return path.length > 0 ? [[path, value]] : [];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** Paths are written with dots, as problems name them. */
export const writtenPath = (path: TreePath): string => path.join('.');

export const isUnder = (path: TreePath, above: string): boolean =>
  above === '' || writtenPath(path) === above || writtenPath(path).startsWith(`${above}.`);
