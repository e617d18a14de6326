import { accept, dateInShanghai, type Outcome, type Refused, type Role, refuse } from '@duban/kernel';
import {
  checkSaid,
  checkSubject,
  type EvidenceEvent,
  type EvidenceScene,
  type EvidenceWish,
  type GivenBy,
} from '../evidence/evidence.js';
import { manualCode, notAsked } from '../evidence/evidence-codes.js';
import { ASSESSORS, type Assessment, type Assessor, daysOf, rolesOf } from '../sheet/assessment.js';

/** Who wants to grade. */
export type Grader = { readonly role: Role; readonly unitId: string | null; readonly accountId: string };

/** A grade of a unit, and as what kind of assessor it is given. */
export type AssessmentWish = Omit<EvidenceWish, 'source' | 'at'> & { readonly as: Assessor };

export type AssessmentScene = EvidenceScene & {
  readonly grader: Grader;
  /** The unit it is about, or of the section that it is about; null for a suggestion. */
  readonly gradedUnit: string | null;
  /** The same assessor has graded the same thing already. */
  readonly givenBefore: boolean;
};

/** A unit is one assessor, whoever writes for it; everybody else is one by themselves. */
export const givenBy = (as: Assessor, { unitId, accountId }: Grader): GivenBy => ({
  assessor: as,
  id: ((as === 'SELF' || as === 'PEER') && unitId) || accountId,
});

/** 评分: whom the sheet asks, in its time, about somebody else unless it asks the unit about itself. */
export function decideAssessment(
  recordId: string,
  { as, ...wish }: AssessmentWish,
  scene: AssessmentScene,
): Outcome<EvidenceEvent> {
  const said = { ...wish, source: 'MANUAL' } as const;
  const assessment = manualCode(scene.sheets, wish.code)?.assessment;
  const wrong =
    checkSubject(scene) ??
    checkSaid(said, scene) ??
    checkGrader(as, wish.code, assessment, scene) ??
    checkWindow(assessment, wish.year, scene.now) ??
    (scene.givenBefore ? refuse('ASSESSMENT_GIVEN_BEFORE') : null);
  if (wrong) return wrong;
  const given = givenBy(as, scene.grader);
  return accept({
    type: 'evidence.recorded',
    payload: { ...said, recordId, replaces: null, reason: null, given },
    occurredAt: scene.now,
  });
}

function checkGrader(
  as: Assessor,
  code: string,
  assessment: Assessment | undefined,
  { grader: { role, unitId }, gradedUnit }: Pick<AssessmentScene, 'grader' | 'gradedUnit'>,
): Refused | null {
  const roles = rolesOf(assessment, as);
  if (roles.length === 0) return notAsked(as, code, assessment);
  if (!roles.includes(role)) return refuse('ASSESSOR_ROLE_NOT_ASKED', { assessor: as, code });
  const own = unitId !== null && unitId === gradedUnit;
  if (as === 'SELF') return own ? null : refuse('ASSESSMENT_OF_OTHERS');
  return own ? refuse('ASSESSMENT_OF_ONESELF') : null;
}

function checkWindow(assessment: Assessment | undefined, year: number, now: string): Refused | null {
  if (!assessment?.window) return null;
  const { from, to } = daysOf(assessment.window, year);
  const today = dateInShanghai(now);
  return from <= today && today <= to ? null : refuse('ASSESSMENT_WINDOW_CLOSED', { from, to });
}

/** As what kinds of assessors somebody may grade others, or their own unit, under a code. */
export const kindsFor = (assessment: Assessment | undefined, { role }: Pick<Grader, 'role'>): Assessor[] =>
  ASSESSORS.filter((as) => rolesOf(assessment, as).includes(role));
