import {
  accept,
  checkText,
  type NewEvent,
  type Outcome,
  type Refused,
  type Role,
  refuse,
} from '@duban/kernel';
import { checkDocuments, type EvidenceDocument } from '../evidence/evidence.js';
import {
  type Award,
  type AwardSubject,
  awardDecidersOf,
  nominatesItself,
  nominatorsOf,
} from '../sheet/award.js';
import type { Sheets } from '../sheet/sheet.js';

export const AWARD_VERDICTS = ['AWARDED', 'DECLINED'] as const;
export type AwardVerdict = (typeof AWARD_VERDICTS)[number];

export type Nomination = {
  readonly code: string;
  readonly year: number;
  readonly subject: { readonly kind: AwardSubject; readonly id: string };
  readonly reason: string;
  readonly documents: readonly EvidenceDocument[];
};

export type Nominated = NewEvent<'award.nominated', Nomination & { readonly awardId: string }>;
export type AwardDecided = NewEvent<
  'award.decided',
  { readonly awardId: string; readonly verdict: AwardVerdict; readonly reason: string }
>;
export type AwardsPublished = NewEvent<
  'awards.published',
  {
    readonly code: string;
    readonly year: number;
    readonly reference: string;
    readonly awardIds: readonly string[];
  }
>;

/** What stands in the way of somebody's award, and where they stand among all. */
export type Standing = {
  /** Names of vetoes that make the subject ineligible. */
  readonly vetoes: readonly string[];
  readonly rank: number | null;
};

/** How far one award of a year has come. */
export type Round = {
  readonly nominated: number;
  readonly undecided: number;
  /** Those that have it, and their ranks. */
  readonly awarded: readonly { readonly awardId: string; readonly rank: number | null }[];
  readonly published: boolean;
};

type Somebody = { readonly role: Role; readonly unitId: string | null };

export type NominationScene = {
  readonly sheets: Sheets | null;
  readonly subjectKnown: boolean;
  readonly nominatedBefore: boolean;
  readonly standing: Standing;
  readonly round: Round;
  readonly now: string;
};

/** The award of that code, or the refusal that names those there are. */
export function awardCalled(sheets: Sheets | null, code: string): Outcome<Award> {
  const known = sheets?.awards ?? {};
  const award = Object.hasOwn(known, code) ? known[code] : undefined;
  return award
    ? accept(award)
    : refuse('AWARD_UNKNOWN', { code, known: Object.keys(known).join('、') || '—' });
}

/** 推荐: by whom the sheet names, for somebody whom no veto keeps from it, once a year. */
export function decideNomination(
  awardId: string,
  nomination: Nomination,
  who: Somebody,
  scene: NominationScene,
): Outcome<Nominated> {
  const found = awardCalled(scene.sheets, nomination.code);
  if (!found.accepted) return found;
  const wrong =
    checkNominator(found.value, nomination, who) ??
    checkScene(scene) ??
    checkVetoes(scene.standing) ??
    checkText('reason', nomination.reason, { max: 2000 }) ??
    checkDocuments({ documents: nomination.documents, note: null });
  if (wrong) return wrong;
  return accept({ type: 'award.nominated', payload: { ...nomination, awardId }, occurredAt: scene.now });
}

function checkNominator(award: Award, { subject }: Nomination, { role, unitId }: Somebody): Refused | null {
  if (award.subject !== subject.kind) return refuse('AWARD_SUBJECT_OTHER', { subject: award.subject });
  const roles = nominatorsOf(award);
  if (!roles.includes(role)) return refuse('AWARD_NOMINATOR_OTHER', { roles: roles.join('、') });
  const itself = subject.kind !== 'UNIT' || unitId === subject.id;
  return nominatesItself(role) && !itself ? refuse('AWARD_OF_ANOTHER_UNIT') : null;
}

function checkScene({ subjectKnown, nominatedBefore, round }: NominationScene): Refused | null {
  if (!subjectKnown) return refuse('AWARD_SUBJECT_NOT_FOUND');
  if (round.published) return refuse('AWARDS_PUBLISHED_BEFORE');
  return nominatedBefore ? refuse('AWARD_NOMINATED_BEFORE') : null;
}

const checkVetoes = ({ vetoes }: Standing): Refused | null =>
  vetoes.length > 0 ? refuse('AWARD_INELIGIBLE', { vetoes: vetoes.join('、') }) : null;

export type Decision = { readonly verdict: AwardVerdict; readonly reason: string };

export type DecisionScene = {
  readonly award: Award;
  readonly decidedBefore: boolean;
  readonly standing: Standing;
  readonly round: Round;
  readonly now: string;
};

/** 评定: within the quota, and for nobody whom a veto keeps from it by now. */
export function decideOnAward(
  awardId: string,
  { verdict, reason }: Decision,
  role: Role,
  { award, decidedBefore, standing, round, now }: DecisionScene,
): Outcome<AwardDecided> {
  if (decidedBefore) return refuse('AWARD_DECIDED_BEFORE');
  const wrong = checkDecider(award, role) ?? checkText('reason', reason, { max: 2000 });
  if (wrong) return wrong;
  if (verdict === 'AWARDED') {
    const stopped = checkVetoes(standing) ?? checkQuota(award, standing, round);
    if (stopped) return stopped;
  }
  return accept({ type: 'award.decided', payload: { awardId, verdict, reason }, occurredAt: now });
}

function checkDecider(award: Award, role: Role): Refused | null {
  const roles = awardDecidersOf(award);
  return roles.includes(role) ? null : refuse('AWARD_DECIDER_OTHER', { roles: roles.join('、') });
}

function checkQuota({ quota, tiesMayExceed }: Award, { rank }: Standing, { awarded }: Round): Refused | null {
  if (quota === undefined || awarded.length < quota) return null;
  const equal = rank !== null && awarded.some((one) => one.rank === rank);
  return tiesMayExceed && equal ? null : refuse('AWARD_QUOTA_FULL', { quota });
}

/** 公布: all of one award and year together, once nothing is left to decide. */
export function decidePublication(
  of: Pick<Nomination, 'code' | 'year'>,
  reference: string,
  role: Role,
  { award, round, now }: Pick<DecisionScene, 'award' | 'round' | 'now'>,
): Outcome<AwardsPublished> {
  const wrong = checkDecider(award, role) ?? checkText('reference', reference, { max: 500 });
  if (wrong) return wrong;
  if (round.published) return refuse('AWARDS_PUBLISHED_BEFORE');
  if (round.undecided > 0) return refuse('AWARDS_UNDECIDED', { open: round.undecided });
  if (round.awarded.length === 0) return refuse('AWARDS_NONE');
  const awardIds = round.awarded.map(({ awardId }) => awardId);
  return accept({ type: 'awards.published', payload: { ...of, reference, awardIds }, occurredAt: now });
}
