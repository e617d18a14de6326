import { dateInShanghai } from '@duban/kernel';
import type { EvaluationDeps } from '../evaluation.deps.js';
import type { EvidenceScene, EvidenceSubject, EvidenceWish } from './evidence.js';
import type { Key } from './evidence.store.js';

/** What somebody says of a unit, with the ids as they came: nobody has looked yet whether they are known. */
export type SaidOf = Omit<EvidenceWish, 'source' | 'subject' | 'caseId' | 'at'> & {
  readonly unit: Key;
  readonly case: Key | null;
};

/** Whom it is about, as records name them. */
export const aboutOf = ({
  unit,
  case: about,
}: Pick<SaidOf, 'unit' | 'case'>): { readonly subject: EvidenceSubject; readonly caseId: string | null } => ({
  subject: { kind: 'UNIT', id: unit.id },
  caseId: about?.id ?? null,
});

/** What the rules look at: the sheets in force now, and whether the locality knows what it is about. */
export const sceneOf = async (
  { evidence, scores, now }: Pick<EvaluationDeps, 'evidence' | 'scores' | 'now'>,
  { unit, case: about }: Pick<SaidOf, 'unit' | 'case'>,
): Promise<EvidenceScene> => ({
  sheets: (await scores.sheetsOn(dateInShanghai(now)))?.sheets ?? null,
  subjectKnown: await evidence.knows('UNIT', unit),
  caseKnown: about === null || (await evidence.knows('PROPOSAL', about)),
  now,
});
