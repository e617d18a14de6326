/**
 * What bounds an expression before it is ever evaluated. There is no loop in the language but over
 * lists of facts, none of which is longer than LONGEST_LIST; functions that could do more work than
 * their text shows (patterns, conversions, binding, mapping) are not there at all.
 */
export const LIMITS = {
  /** Characters of one expression. */
  length: 1_000,
  /** Nodes of the parsed expression. */
  nodes: 200,
  /** How deep it may be nested. */
  depth: 24,
  /** Items of a list that is written out. */
  list: 50,
  /** Steps one evaluation may take, derived values included. */
  cost: 20_000,
  /** Derived values of one definition. */
  derived: 50,
} as const;

/** Functions of lists that look at each item. */
export const EACH_ITEM: readonly string[] = ['all', 'exists', 'exists_one', 'filter'];
export const METHODS: readonly string[] = [...EACH_ITEM, 'size', 'contains', 'startsWith', 'endsWith'];
export const FUNCTIONS: readonly string[] = ['has', 'size'];
export const OPERATORS: readonly string[] = [
  ...['||', '&&', '!_', '==', '!=', '<', '<=', '>', '>=', 'in'],
  ...['+', '-', '*', '/', '%', '-_', '?:', '.', 'id', 'value', 'list', 'call', 'rcall'],
];
