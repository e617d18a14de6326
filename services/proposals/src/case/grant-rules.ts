import { accept, addUnits, dateInShanghai, isCalendarDate, refuse, startOfDay } from '@duban/kernel';
import type { GivenOpinion } from '../grants/grant.js';
import type { GrantForm } from '../process/grants.js';
import { OFFICE_ROLES } from '../proposal.access.js';
import { asLeadProposer, asOneOf, checkTyped } from './actor-rules.js';
import type { CommandOf } from './commands.js';
import { type CodedStage, reviewProgress } from './review-progress.js';
import { reviewAs } from './review-rules.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { CaseGrant, CaseState } from './state.js';
import type { ReviewVerdict } from './vocabulary.js';

type Give = CommandOf<'grant.give'>;

/** A draft is its author's to show; from the submission on, the offices decide. */
const mayGrant = (scene: Scene): Refusal | null =>
  scene.state.snapshot === null ? asLeadProposer(scene) : asOneOf(scene, OFFICE_ROLES);

const holds = ({ endsAt, revokedAt }: CaseGrant, at: string): boolean =>
  revokedAt === null && Date.parse(endsAt) > Date.parse(at);

export const standingGrants = ({ grants }: CaseState, at: string): readonly CaseGrant[] =>
  grants.filter((one) => holds(one, at));

/** The code and the form that is meant: one of the kind's, the kind's own when none is named. */
function formOf({ process: { grants } }: Scene, { grantKind, form: code = grantKind }: Give) {
  const form = Object.hasOwn(grants, code) ? grants[code] : undefined;
  return { code, form: form?.canonical === grantKind ? form : undefined };
}

function checkUntil({ at, context }: Scene, { until }: Give, { within }: GrantForm): Refusal | null {
  const today = dateInShanghai(at);
  const last = addUnits(today, within.amount, within.unit, context.calendar);
  const fits = isCalendarDate(until) && until >= today && until <= last;
  return fits ? null : refuse('GRANT_UNTIL_INVALID', { last });
}

function checkForm(scene: Scene, { granteeId, sees }: Give, code: string, form: GrantForm): Refusal | null {
  const { state, context, at } = scene;
  const relation = context.relations?.get(granteeId);
  if (!relation) return refuse('GRANT_NOT_IN_LINE');
  if (!form.to.includes(relation)) return refuse('GRANT_WRONG_DIRECTION');
  if (state.snapshot === null && form.canonical !== 'CONSULT_ABOVE') return refuse('GRANT_WRONG_DIRECTION');
  if (form.ownLevelFirst && state.repliedAt === null) return refuse('OWN_LEVEL_NOT_DONE');
  if (sees === 'FULL' && form.sees !== 'FULL') return refuse('GRANT_SEES_TOO_MUCH');
  const same = standingGrants(state, at).some((one) => one.granteeId === granteeId && one.form === code);
  return same ? refuse('GRANT_EXISTS') : null;
}

const giveGrant: Rule<'grant.give', 'CASE'> = {
  action: 'grant:give',
  on: 'CASE',
  may: mayGrant,
  since: ({ state }) => state.draftedAt,
  decide(scene, _, command): Decision {
    const { grantKind: kind, granteeId, sees, until, reason } = command;
    const { code, form } = formOf(scene, command);
    if (!form) return refuse('GRANT_FORM_UNKNOWN', { form: code });
    const refusal = firstRefusal(
      () => checkForm(scene, command, code, form),
      () => checkUntil(scene, command, form),
      () => checkTyped(scene, 'reason', reason),
    );
    if (refusal) return refusal;
    const relation = scene.context.relations?.get(granteeId) ?? 'ABOVE';
    const endsAt = startOfDay(addUnits(until, 1, 'DAY', scene.context.calendar));
    const { does, label } = form;
    const given = {
      grantId: scene.context.newId(),
      kind,
      form: code,
      label,
      granteeId,
      relation,
      sees,
      does,
    };
    return accept([happened(scene, 'grant.given', { ...given, until, endsAt, reason })]);
  },
};

const revokeGrant: Rule<'grant.revoke', 'CASE'> = {
  action: 'grant:give',
  on: 'CASE',
  may: (scene) =>
    mayGrant(scene) ?? (standingGrants(scene.state, scene.at).length > 0 ? null : refuse('GRANT_NOT_FOUND')),
  since: ({ state }, _, { grantId }) =>
    state.grants.find((one) => one.grantId === grantId)?.givenAt ?? state.draftedAt,
  decide(scene, _, { grantId, reason }): Decision {
    const grant = standingGrants(scene.state, scene.at).find((one) => one.grantId === grantId);
    if (!grant) return refuse('GRANT_NOT_FOUND');
    const refusal = checkTyped(scene, 'reason', reason);
    return refusal ?? accept([happened(scene, 'grant.revoked', { grantId, reason })]);
  },
};

/** Before the number of the locality whose opinion was taken as the decision. */
export const OF_LOCALITY = 'locality:';

/** Opinions on the review that stand under a grant of the case and were not taken yet. */
const reviewsGiven = ({ state, context }: Scene): readonly GivenOpinion[] =>
  (context.opinions ?? []).filter(
    (one) =>
      one.kind === 'REVIEW' &&
      !state.takenOpinions.includes(one.opinionId) &&
      state.grants.some(({ grantId, does }) => grantId === one.grantId && does.includes('REVIEW')),
  );

const stageBelow = (scene: Scene): CodedStage | undefined =>
  reviewProgress(scene).open.find(([, { by }]) => by === 'BELOW');

const takeOpinion: Rule<'opinion.take', 'CASE'> = {
  action: 'opinion:take',
  on: 'CASE',
  may: (scene) => (stageBelow(scene) && reviewsGiven(scene).length > 0 ? null : refuse('OPINION_NOT_FOUND')),
  since: () => null,
  decide(scene, _, { opinionId }): Decision {
    const stage = stageBelow(scene);
    const opinion = reviewsGiven(scene).find((one) => one.opinionId === opinionId);
    if (!stage || !opinion) return refuse('OPINION_NOT_FOUND');
    const { verdict, reasonCode, text: reasonText, fromId, grantId } = opinion;
    const given = { verdict: (verdict ?? 'ACCEPT') as ReviewVerdict, reasonCode, reasonText };
    const decided = reviewAs(scene, stage, given, `${OF_LOCALITY}${fromId}`);
    const taken = { grantId, opinionId, fromId };
    return decided.accepted ? accept([...decided.value, happened(scene, 'opinion.taken', taken)]) : decided;
  },
};

export const GRANT_RULES: RuleTable<'grant.give' | 'grant.revoke' | 'opinion.take'> = {
  'grant.give': giveGrant,
  'grant.revoke': revokeGrant,
  'opinion.take': takeOpinion,
};
