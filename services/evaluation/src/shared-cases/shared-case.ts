import type { SharingLevel } from '@duban/kernel';
import type { Facts } from '../facts/fact.js';

/** A case as it is shown to whoever came to it from a figure. */
export type SharedCase = Pick<
  Facts,
  | 'kind'
  | 'period'
  | 'year'
  | 'canonicalCategory'
  | 'keyTiers'
  | 'outcomes'
  | 'submittedOn'
  | 'acceptedOn'
  | 'rejectedOn'
  | 'convertedOn'
  | 'mergedOn'
  | 'withdrawnOn'
  | 'handedOverOn'
  | 'dueOn'
  | 'repliedOn'
  | 'closedOn'
  | 'solvedOn'
> & {
  readonly tenant: number;
  readonly caseId: string;
  readonly place: string | null;
  readonly placeCode: string | null;
  readonly caseNumber: string | null;
  readonly units: readonly string[];
  /** Null where the locality does not share it and it is not open to the public either. */
  readonly title: string | null;
};

/** What one answer showed of one locality's cases: the locality can read it. */
export type NewReading = {
  readonly ownerId: number;
  readonly saw: SharingLevel;
  readonly way: ReadingWay;
  readonly caseIds: readonly string[];
  /** The question, as text. */
  readonly asked: string;
};

export const READING_WAYS = ['LIST', 'EXPORT'] as const;
export type ReadingWay = (typeof READING_WAYS)[number];

/** Readings that an answer makes: one for each other locality whose cases are in it. */
export function readingsOf(
  cases: readonly Pick<SharedCase, 'tenant' | 'caseId' | 'title'>[],
  { own, way, asked }: { readonly own: number; readonly way: ReadingWay; readonly asked: string },
): NewReading[] {
  const byOwner = Map.groupBy(
    cases.filter(({ tenant }) => tenant !== own),
    ({ tenant }) => tenant,
  );
  return [...byOwner].map(([ownerId, theirs]) => ({
    ownerId,
    saw: theirs.some(({ title }) => title !== null) ? 'FULL' : 'METADATA',
    way,
    caseIds: theirs.map(({ caseId }) => caseId),
    asked,
  }));
}
