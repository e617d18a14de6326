import type { Facts } from '../../facts/fact.js';
import { versionsOf } from '../../facts/fact-versions.js';
import { DEFAULT_ITEM_RULES } from '../../facts/item-rules.js';
import { seeded } from '../random-case.js';
import { SyntheticCase, UNIT } from '../synthetic-case.js';

/** Different lives of a case a year; every case of the country leads one of them. */
export const LIVES = 2_000;

const CATEGORIES = [
  'TRANSPORT',
  'ECOLOGY',
  'AGRICULTURE_RURAL',
  'URBAN_CONSTRUCTION',
  'SOCIAL_SECURITY_LIVELIHOOD',
];
const CLASSES = [
  ['A', ['SOLVED']],
  ['B', ['IN_PROGRESS', 'PLANNED']],
  ['C', ['DEFERRED', 'REFERENCE']],
] as const;

/** One of the lives, under another id: most are replied to and rated, 3 in 100 graded anew, 1 in 100 withdrawn. */
export function nationCase(caseId: string, tenant: number, year: number, life: number): SyntheticCase {
  const next = seeded(year * 10_000 + life);
  const file = new SyntheticCase(caseId, tenant);
  const start = Date.UTC(year, 0, 5 + next(40));
  const on = (day: number): string => new Date(start + day * 86_400_000).toISOString().slice(0, 10);
  const kind = next(5) < 3 ? 'NPC_SUGGESTION' : 'CPPCC_PROPOSAL';
  const described = { kind, period: next(5) ? 'IN_SESSION' : 'INTER_SESSION' };
  file.submitted(on(0), described);
  if (next(20) === 0) return file.add(on(2), 'review.decided', { verdict: 'REJECT' });
  file.docketed(on(4), { ...described, year, canonicalCategory: CATEGORIES[next(CATEGORIES.length)] });
  if (next(30) === 0) file.add(on(5), 'proposal.key_designated', { canonicalTier: 'DEPUTY' });
  file.handedOver(on(10), [{ role: 'SOLE', unitId: UNIT, dueAt: on(100) }]);
  if (next(100) === 0) return file.add(on(30), 'proposal.withdrawn', {});
  if (next(50) === 0) return file;
  const assignment = file.id(1);
  file.add(on(20 + next(40)), 'contact.recorded', {
    assignmentId: assignment,
    phase: 'DURING',
    faceToFace: next(3) > 0,
  });
  const graded = (day: number): void => {
    const [local, outcomes] = CLASSES[next(10) < 6 ? 0 : next(10) < 8 ? 1 : 2] as (typeof CLASSES)[number];
    file.confirmed(on(day), assignment, local, outcomes);
  };
  const replied = 60 + next(50);
  file.claimed(on(replied), assignment, 'A', ['SOLVED']);
  graded(replied + 1);
  if (next(100) < 3) graded(replied + 30);
  for (const axis of ['ATTITUDE', 'RESULT'])
    if (next(20) > 0)
      file.rated(
        on(replied + 10),
        assignment,
        axis,
        next(25) ? 'SATISFIED' : next(2) ? 'BASICALLY_SATISFIED' : 'DISSATISFIED',
      );
  return next(10) ? file.add(on(replied + 40), 'proposal.closed', {}) : file;
}

/** What a life comes to: its facts as they stand, and since when. */
type Lived = { readonly validFrom: string; readonly facts: Facts };

/** Folded from its events, as the service does. */
export function livedCase(caseId: string, tenant: number, year: number, life: number): Lived {
  const { read } = nationCase(caseId, tenant, year, life);
  const { validFrom, facts } = versionsOf(read, DEFAULT_ITEM_RULES).versions.at(-1) ?? {};
  if (!validFrom || !facts) throw new Error('a case without facts');
  return { validFrom, facts };
}

export const livesOf = (year: number): Lived[] =>
  Array.from({ length: LIVES }, (_none, life) =>
    livedCase('00000000-0000-7000-8000-000000000000', 1, year, life),
  );
