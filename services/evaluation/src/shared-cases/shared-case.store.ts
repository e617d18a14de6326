import type { Page, Slice } from '@duban/kernel/graphql';
import type { CaseSelection } from './case-selection.js';
import type { SharedCase } from './shared-case.js';

/** Cases behind figures; row-level security shows those of the own locality and those that are shared. */
export type SharedCaseReads = {
  /** By day of submission, the earliest first. `largest`: how long a page may be. */
  page(selection: CaseSelection, page: Page, largest?: number): Promise<Slice<SharedCase>>;
  count(selection: CaseSelection): Promise<number>;
  /** Ids of all of them: for a selection of few. */
  ids(selection: CaseSelection): Promise<ReadonlySet<string>>;
};
