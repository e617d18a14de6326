import { accept, dateInShanghai, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { EvidenceSubject } from '../../evidence/evidence.js';
import type { Key } from '../../evidence/evidence.store.js';
import type { DirectoryReads } from '../../facts/fold-units/unit-directory.store.js';
import { isOwnSection } from '../../runs/sections.js';
import { decideObjection, type Objection } from '../objection.js';

type Deps = Pick<EvaluationDeps, 'assessments' | 'directory' | 'evidence' | 'scores' | 'now' | 'newId'>;

/** 申诉: the head of the graded unit, or of the graded section, objects; a grade of somebody else is not there for them. */
export const objectToAssessment = useCase({
  action: 'assessment:object' satisfies EvaluationAction,
  async execute(
    { assessments, directory, evidence, scores, now, newId }: Deps,
    viewer: Viewer,
    { record, ...objection }: Objection & { readonly record: Key },
  ) {
    const kept = await evidence.find(record);
    if (!kept || !(await isAboutOwn(directory, viewer, kept.subject))) return refuse('EVIDENCE_NOT_FOUND');
    const sheets = (await scores.sheetsOn(dateInShanghai(now)))?.sheets ?? null;
    const decision = decideObjection(newId(), kept, objection, { sheets, now });
    if (!decision.accepted) return decision;
    await assessments.object(decision.value);
    const told = await evidence.find(record);
    return told ? accept(told) : refuse('EVIDENCE_NOT_FOUND');
  },
});

/** A section's grade is its own head's to object to, and its unit's; the unit's grade the unit's alone. */
async function isAboutOwn(
  directory: DirectoryReads,
  viewer: Viewer,
  { kind, id }: EvidenceSubject,
): Promise<boolean> {
  if (kind !== 'SECTION') return viewer.role !== 'SECTION_HEAD' && id === viewer.unitId;
  const section = (await directory.sections()).find((one) => one.id === id);
  return section !== undefined && isOwnSection(section, viewer);
}
