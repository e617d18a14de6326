import type { Round, Standing } from './award.js';
import type { KeptAward } from './award.store.js';

/** How far an award of a year has come. */
export function roundOf(all: readonly KeptAward[], standing: (subjectId: string) => Standing): Round {
  const awarded = all
    .filter(({ verdict }) => verdict === 'AWARDED')
    .map(({ awardId, subject }) => ({ awardId, rank: standing(subject.id).rank }));
  return {
    nominated: all.length,
    undecided: all.filter(({ verdict }) => verdict === null).length,
    awarded,
    published: all.some(({ publishedAt }) => publishedAt !== null),
  };
}
