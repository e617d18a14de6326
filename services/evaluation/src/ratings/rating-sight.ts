import type { Role, Viewer } from '@duban/kernel';
import type { Rating } from './rating.js';
import { type AwaitedRating, awaitedIn, type RatingFile, type UnitSight } from './rating-file.js';

type Who = Pick<Viewer, 'role' | 'mandateId' | 'unitId'>;

/** Offices that ask for ratings and watch over them: they see who said what. */
const OFFICES: readonly Role[] = [
  'DEPUTY_AFFAIRS_OFFICER',
  'PROPOSAL_COMMITTEE_OFFICER',
  'EVALUATOR',
  'TENANT_ADMIN',
];

/** They see how it was rated, and not by whom. */
const OVERSEERS: readonly Role[] = [
  'GOV_HANDOVER_OFFICER',
  'LEADING_OFFICIAL',
  'SUPERVISING_LEADER',
  'COMMITTEE_SUPERVISOR',
  'STANDING_COMMITTEE_MEMBER',
];

/** What a viewer sees of a case's ratings in general. Everybody sees their own, and the surveyor what surveys said. */
function sightOf({ role, mandateId, unitId }: Who, file: RatingFile): UnitSight {
  if (unitId !== null)
    return file.parts.some((part) => part.unitId === unitId) ? (file.unitSees ?? 'LEVELS') : 'NOTHING';
  if (mandateId !== null && file.proposerIds.includes(mandateId)) return 'LEVELS';
  if (OFFICES.includes(role)) return 'PERSONS';
  return OVERSEERS.includes(role) ? 'LEVELS' : 'NOTHING';
}

/** The ratings of a case as a viewer may see them, in the order in which they were given. */
export function ratingsSeen(
  viewer: Who,
  { file, entered }: { readonly file: RatingFile; readonly entered: readonly Rating[] },
): Rating[] {
  const sight = sightOf(viewer, file);
  return [...file.given, ...entered]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .flatMap((rating) => {
      if (isOwn(viewer, rating) || sight === 'PERSONS') return concerns(viewer, rating) ? [rating] : [];
      return sight === 'LEVELS' && concerns(viewer, rating) ? [withoutPerson(rating)] : [];
    });
}

const isOwn = ({ role, mandateId }: Who, { raterId, source }: Rating): boolean =>
  (mandateId !== null && raterId === mandateId) ||
  (role === 'THIRD_PARTY_SURVEYOR' && source === 'THIRD_PARTY');

/** Another unit's handling is not the unit's affair; the case as a whole is. */
const concerns = ({ unitId }: Who, rating: Rating): boolean =>
  unitId === null || rating.unitId === null || rating.unitId === unitId;

/** What they wrote and who asked them would tell who it was. */
const withoutPerson = (rating: Rating): Rating => ({
  ...rating,
  raterId: null,
  comment: null,
  agency: null,
  reason: null,
});

/** Who was asked and is silent: told to those who may see persons; to others that somebody is. */
export function awaitedSeen(
  viewer: Who,
  { file }: { readonly file: RatingFile },
): (Omit<AwaitedRating, 'respondentId'> & { readonly respondentId: string | null })[] {
  const sight = sightOf(viewer, file);
  if (sight === 'NOTHING') return [];
  return awaitedIn(file)
    .filter(({ unitId }) => viewer.unitId === null || viewer.unitId === unitId)
    .map((one) =>
      sight === 'PERSONS' || one.respondentId === viewer.mandateId ? one : { ...one, respondentId: null },
    );
}
