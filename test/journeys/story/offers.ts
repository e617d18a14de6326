import type { Resident } from '../../kit/county.js';
import type { Person } from '../../kit/person.js';
import type { Case } from './case.js';
import type { Offer } from './offer.js';
import { plausible } from './plausible.js';

const OFFER = `availableActions { action mutation variant recordKind possible refusalCode reason reasonEn
  assignmentId replyId entryId recordId }`;
const EVERYWHERE = `${OFFER} assignments { ${OFFER} } replies { ${OFFER} } trackingEntries { ${OFFER} }`;

/** Everything that a person is told about what can be done on a case and its parts; nothing where they may not see it. */
export async function offersTo(person: Person, one: Case): Promise<Offer[]> {
  const shown = await one.show(EVERYWHERE, person);
  if (!shown) return [];
  const { assignments, replies, trackingEntries } = shown;
  const parts = [shown, ...assignments, ...replies, ...trackingEntries];
  return parts.flatMap((part: { availableActions: Offer[] }) => part.availableActions);
}

/** What may be put on record, planned, shared or arranged at many moments, beside the steps that lead a case on. */
const BESIDE_THE_STEPS = [
  'answerAllocation',
  'assignDuty',
  'completeMilestone',
  'draftReply',
  'endDuty',
  'enterRecord',
  'fileForRecord',
  'fillForm',
  'grantCase',
  'markAttention',
  'nameResponsible',
  'planEntry',
  'preSubmitProposal',
  'rateEntry',
  'recordConsultation',
  'registerPaper',
  'reportProgress',
  'revokeCaseGrant',
  'setPlan',
  'signRead',
  'signRecord',
  'splitMatters',
];

/** Names of the mutations that lead the case on and that the person is offered. */
export async function offeredTo(person: Person, one: Case): Promise<string[]> {
  const offers = await offersTo(person, one);
  const possible = offers.filter(({ possible }) => possible).map(({ mutation }) => mutation);
  return [...new Set(possible)].filter((mutation) => !BESIDE_THE_STEPS.includes(mutation)).sort();
}

/** They are about one of several things on a case, and an offer does not say which: what is told of it is told by other tests. */
const ABOUT_SOMETHING_ELSE = [
  'endDuty',
  'checkCommitment',
  'completeMilestone',
  'revokeCaseGrant',
  'takeOpinion',
];

/** Tries everything that the person is told cannot be done; gives what was not refused in exactly those words. */
export async function brokenPromises(person: Resident, one: Case): Promise<string[]> {
  const refused = (await offersTo(person, one)).filter(
    ({ possible, mutation }) =>
      !possible && mutation !== 'draftProposal' && !ABOUT_SOMETHING_ELSE.includes(mutation),
  );
  const before = await one.show('version', one.lead);
  const tried = await Promise.all(
    refused.map(async (offer) => ({ offer, answer: await attempt(person, one, offer) })),
  );
  const broken = tried.filter(
    ({ offer, answer }) =>
      answer.code !== offer.refusalCode ||
      answer.message !== offer.reason ||
      answer.messageEn !== offer.reasonEn,
  );
  const changed =
    (await one.show('version', one.lead)).version === before.version ? [] : ['the case has changed'];
  return [
    ...broken.map(
      ({ offer, answer }) => `${offer.action} ${offer.refusalCode}, but ${JSON.stringify(answer)}`,
    ),
    ...changed,
  ];
}

/** Each thing on a case is enough to name the case. */
function subjectOf(one: Case, { assignmentId, replyId, entryId, recordId }: Offer): object {
  if (assignmentId) return { assignmentId };
  if (replyId) return { replyId };
  if (entryId) return { entryId };
  return recordId ? { recordId } : { proposalId: one.id };
}

const attempt = (person: Resident, one: Case, offer: Offer) =>
  person.do(offer.mutation, { ...subjectOf(one, offer), ...plausible(one, offer) });
