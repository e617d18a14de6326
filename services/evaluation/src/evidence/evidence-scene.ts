import { dateInShanghai } from '@duban/kernel';
import type { EvaluationDeps } from '../evaluation.deps.js';
import type { EvidenceScene, EvidenceSubject, EvidenceWish } from './evidence.js';
import type { Key } from './evidence.store.js';

/** What somebody says of a unit, a section or a suggestion, with the ids as they came: nobody has looked yet whether they are known. */
export type SaidOf = Omit<EvidenceWish, 'source' | 'subject' | 'caseId' | 'at'> & {
  readonly about: Key & { readonly kind: EvidenceSubject['kind'] };
  readonly case: Key | null;
};

/** Whom it is about, as records name them. */
export const aboutOf = ({
  about: { kind, id },
  case: case_,
}: Pick<SaidOf, 'about' | 'case'>): {
  readonly subject: EvidenceSubject;
  readonly caseId: string | null;
} => ({
  subject: { kind, id },
  caseId: case_?.id ?? null,
});

/** What the rules look at: the sheets in force now, and whether the locality knows what it is about. */
export const sceneOf = async (
  { evidence, scores, now }: Pick<EvaluationDeps, 'evidence' | 'scores' | 'now'>,
  { about, case: case_ }: Pick<SaidOf, 'about' | 'case'>,
): Promise<EvidenceScene> => ({
  sheets: (await scores.sheetsOn(dateInShanghai(now)))?.sheets ?? null,
  subjectKnown: await evidence.knows(about.kind, about),
  caseKnown: case_ === null || (await evidence.knows('PROPOSAL', case_)),
  now,
});
