import type { Role } from './viewer.js';

/** Who may try what: action (`noun:verb`) to the roles allowed to try it. Printed into schema/access.csv. */
export type AccessTable = Readonly<Record<string, readonly Role[]>>;

/** Declares a service's actions; the type of its keys is what `useCase` accepts. */
export const defineAccess = <const Table extends AccessTable>(table: Table): Table => table;

export const mayTry = (table: AccessTable, action: string, role: Role): boolean =>
  table[action]?.includes(role) ?? false;
