import type { Members } from './tree-view.js';

/** Localities below the viewer that share nothing with those above them. */
export type Withheld = ReadonlySet<number>;

/** Whose items can be counted. A figure is made of these, and its coverage names the others. */
export const sharing = ({ localities, parts }: Members, withheld: Withheld): Members =>
  withheld.size === 0
    ? { localities, parts }
    : {
        localities: localities.filter((tenant) => !withheld.has(tenant)),
        parts: parts.filter(({ tenant }) => !withheld.has(tenant)),
      };

/** Those of them that cannot. */
export const withheldOf = (tenants: readonly number[], withheld: Withheld): number[] =>
  tenants.filter((tenant) => withheld.has(tenant));

export const isEmpty = ({ localities, parts }: Members): boolean => localities.length + parts.length === 0;
