export type FactType = 'bool' | 'int' | 'string' | 'list<string>';

/** One fact that expressions may ask for. */
export type Fact = {
  readonly type: FactType;
  readonly zh: string;
  readonly en: string;
  /** The only values it can have; comparing it with another is a mistake. */
  readonly values?: readonly string[];
};

/** Every fact that expressions of one language may ask for, by group and name. */
export type FactTable = Readonly<Record<string, Readonly<Record<string, Fact>>>>;

/** A list of facts holds at most so many; of a longer one nothing is known. It bounds what an expression can cost. */
export const LONGEST_LIST = 300;

export const factIn = (table: FactTable, group: string, name: string): Fact | undefined =>
  table[group]?.[name];

/** Makers of a table's entries. */
export const fact = {
  bool: (zh: string, en: string): Fact => ({ type: 'bool', zh, en }),
  int: (zh: string, en: string): Fact => ({ type: 'int', zh, en }),
  string: (zh: string, en: string, values?: readonly string[]): Fact =>
    values ? { type: 'string', zh, en, values } : { type: 'string', zh, en },
  list: (zh: string, en: string, values?: readonly string[]): Fact =>
    values ? { type: 'list<string>', zh, en, values } : { type: 'list<string>', zh, en },
};
