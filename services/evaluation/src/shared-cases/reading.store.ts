import type { SharingLevel, Viewer } from '@duban/kernel';
import type { Page, Slice } from '@duban/kernel/graphql';
import type { NewReading, ReadingWay } from './shared-case.js';

/** Writes down who read what, in a transaction of its own that is over before the answer leaves. */
export type ReadingLog = {
  record(viewer: Viewer, readings: readonly NewReading[]): Promise<void>;
};

/** What somebody above read of the own locality's cases. */
export type Reading = {
  readonly readingId: string;
  readonly readerId: number;
  readonly role: string;
  readonly way: ReadingWay;
  readonly saw: SharingLevel;
  readonly caseIds: readonly string[];
  readonly readAt: Date;
};

export type ReadingReads = {
  /** The last first. */
  page(page: Page): Promise<Slice<Reading>>;
  count(): Promise<number>;
};
