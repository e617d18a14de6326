import type { CalendarDate } from '@duban/kernel';
import type { LocalityStore } from './locality.store.js';
import type { SharingStore } from './set-sharing/sharing.store.js';
import type { UnitReads, UnitStore } from './unit.store.js';
import type { UnitList } from './unit-list/unit-list.read.js';

/** What use cases and the edge get, inside one transaction. */
export type UnitsDeps = {
  readonly localities: LocalityStore;
  readonly units: UnitStore;
  readonly sharing: SharingStore;
  readonly unitReads: UnitReads;
  readonly unitList: UnitList;
  /** The date in Asia/Shanghai at the transaction's instant. */
  readonly today: CalendarDate;
  readonly newId: () => string;
};
