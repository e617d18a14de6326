import { versionsOf } from '../facts/fact-versions.js';
import { DEFAULT_ITEM_RULES } from '../facts/item-rules.js';
import type { Counted } from '../figures/tally.js';
import { caseIdOf, SyntheticCase } from './synthetic-case.js';

/** For specs: years as places published them, made of the events that would have come to those figures. */
export const ONE_DIGIT = { mode: 'HALF_UP', digits: 1 } as const;
export const NOW = new Date('2026-01-01T00:00:00.000Z');

/** Folds cases and takes the versions that held. */
export function rowsAsOf(cases: readonly SyntheticCase[], asOf: string | null = null): Counted[] {
  const at = asOf ?? NOW.toISOString();
  return cases.flatMap(({ tenant, read }) =>
    versionsOf(read, DEFAULT_ITEM_RULES)
      .versions.filter(
        ({ validFrom, validTo }) => validFrom <= at && (validTo === 'infinity' || at < validTo),
      )
      .map(({ facts }) => ({ tenant, unitId: null, role: null, facts })),
  );
}

/** Cases alike, each told by `make`. */
export const many = (
  count: number,
  make: (file: SyntheticCase, index: number) => unknown,
  start = 1,
): SyntheticCase[] =>
  Array.from({ length: count }, (_none, index) => {
    const file = new SyntheticCase(caseIdOf(start + index));
    make(file, index);
    return file;
  });

const CLASSES = [
  ['A', ['SOLVED'], 155],
  ['B', ['IN_PROGRESS', 'PLANNED'], 208],
  ['C', ['DEFERRED', 'REFERENCE'], 13],
] as const;

/** A city of 2023 as published: 376 items, 359 of them handed over at the meeting, some first dissatisfied, none at the end. */
export const cityOf2023 = many(376, (file, index) => {
  const [local, outcomes] = index < 155 ? CLASSES[0] : index < 363 ? CLASSES[1] : CLASSES[2];
  const late = index % 22 === 0 && index < 374;
  file.submitted(late ? '2023-04-01' : '2022-12-28', { period: late ? 'INTER_SESSION' : 'IN_SESSION' });
  file.docketed(late ? '2023-04-02' : '2022-12-30', {
    year: 2023,
    period: late ? 'INTER_SESSION' : 'IN_SESSION',
  });
  file.handedOver(late ? '2023-05-10' : '2023-02-20', [{ dueAt: '2023-08-20' }]);
  file
    .replied('2023-07-01', file.id(1), local, outcomes)
    .rated('2023-07-10', file.id(1), 'ATTITUDE', 'SATISFIED');
  const first = index % 40 === 5 ? 'DISSATISFIED' : index % 9 === 0 ? 'BASICALLY_SATISFIED' : 'SATISFIED';
  file.rated('2023-07-10', file.id(1), 'RESULT', first);
  if (first === 'DISSATISFIED') {
    file.roundOpened('2023-07-20', 2, [file.id(1)], [{ dueAt: '2023-10-20' }]);
    file.replied('2023-09-01', file.id(21), local, outcomes, { round: 2 });
    file
      .rated('2023-09-10', file.id(21), 'ATTITUDE', 'SATISFIED')
      .rated('2023-09-10', file.id(21), 'RESULT', 'SATISFIED');
  }
  file.add('2023-12-01', 'proposal.closed');
});

/** Key items of a year, all solved. */
export const keyItems = (year: number, count: number, start: number): SyntheticCase[] =>
  many(
    count,
    (file) => {
      file.submitted(`${year}-01-10`).docketed(`${year}-01-15`).handedOver(`${year}-02-01`);
      file.add(`${year}-02-02`, 'proposal.key_designated', { canonicalTier: 'TOP_LEADER' });
      file.replied(`${year}-03-01`, file.id(1), 'A', ['SOLVED']);
    },
    start,
  );

/** A county with 135 suggestions in session, 5 between sessions and 227 proposals, all handed over. */
export const countyOf2024 = (): SyntheticCase[] => [
  ...many(135, (file) => file.submitted('2024-01-10').docketed('2024-01-12').handedOver('2024-02-01')),
  ...many(
    5,
    (file) =>
      file
        .submitted('2024-04-10', { period: 'INTER_SESSION' })
        .docketed('2024-04-12', { period: 'INTER_SESSION' })
        .handedOver('2024-05-01'),
    200,
  ),
  ...many(
    227,
    (file) =>
      file
        .submitted('2024-01-10', { kind: 'CPPCC_PROPOSAL' })
        .docketed('2024-01-12', { kind: 'CPPCC_PROPOSAL' })
        .handedOver('2024-02-01'),
    300,
  ),
];
