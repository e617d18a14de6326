import type { Resident } from '../../kit/county.js';
import type { Person } from '../../kit/person.js';
import type { Case } from './case.js';

export type Offer = {
  readonly action: string;
  readonly mutation: string;
  readonly variant: string | null;
  readonly possible: boolean;
  readonly refusalCode: string | null;
  readonly reason: string | null;
  readonly reasonEn: string | null;
  readonly assignmentId: string | null;
  readonly replyId: string | null;
  readonly entryId: string | null;
};

const OFFER =
  'availableActions { action mutation variant possible refusalCode reason reasonEn assignmentId replyId entryId }';
const EVERYWHERE = `${OFFER} assignments { ${OFFER} } replies { ${OFFER} } trackingEntries { ${OFFER} }`;

/** Everything that a person is told about what can be done on a case and its parts; nothing where they may not see it. */
export async function offersTo(person: Person, one: Case): Promise<Offer[]> {
  const shown = await one.show(EVERYWHERE, person);
  if (!shown) return [];
  const parts = [shown, ...shown.assignments, ...shown.replies, ...shown.trackingEntries];
  return parts.flatMap((part: { availableActions: Offer[] }) => part.availableActions);
}

/** Names of the mutations that the person is offered. */
export async function offeredTo(person: Person, one: Case): Promise<string[]> {
  const offers = await offersTo(person, one);
  return [...new Set(offers.filter(({ possible }) => possible).map(({ mutation }) => mutation))].sort();
}

/** Tries everything that the person is told cannot be done; gives what was not refused in exactly those words. */
export async function brokenPromises(person: Resident, one: Case): Promise<string[]> {
  const refused = (await offersTo(person, one)).filter(
    ({ possible, mutation }) => !possible && mutation !== 'draftProposal',
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

function attempt(person: Resident, one: Case, offer: Offer) {
  const { assignmentId, replyId, entryId } = offer;
  const about = assignmentId
    ? { assignmentId }
    : replyId
      ? { replyId }
      : entryId
        ? { entryId }
        : { proposalId: one.id };
  return person.do(offer.mutation, { ...about, ...plausible(one, offer) });
}

/** What a person would say with the mutation, were it possible. */
function plausible(one: Case, { mutation, action, variant }: Offer): Record<string, unknown> {
  const { deputies, heads } = one.cast;
  const signatory = { name: '王立', role: 'UNIT_HEAD' };
  const inputs: Record<string, Record<string, unknown>> = {
    reviseDraft: { title: '关于增设公交站和候车亭的建议' },
    inviteCosigner: { mandateId: deputies[4].mandateId },
    answerCosigning: { answer: action === 'cosigner:decline' ? 'DECLINE' : 'CONFIRM' },
    cancelInvitation: { mandateId: deputies[1].mandateId },
    decideReview: { stage: 'office', verdict: 'ACCEPT' },
    docketProposal: { year: 2025 },
    mergeProposal: { intoId: one.id },
    withdrawProposal: { letter: '撤回申请' },
    designateKey: { tier: 'CONGRESS_LEADER' },
    allocateUnits: { assignments: [{ unitId: heads[0].unitId, role: 'SOLE' }] },
    requestReturn: { reason: '不属本单位职责' },
    decideReturn: { decision: 'REFUSE', reason: '属本单位职责' },
    recordContact: {
      phase: 'BEFORE',
      channel: 'PHONE',
      participants: [
        { role: 'PROPOSER', name: one.lead.name, mandateId: one.lead.mandateId },
        { role: 'UNIT_HANDLER', name: '李明' },
      ],
    },
    giveCoOpinion: { text: '同意', agreed: true },
    requestExtension: { amount: 1, unit: 'MONTH', reason: '须现场勘查' },
    decideExtension: { decision: 'APPROVE' },
    issueReply: {
      kind: variant,
      documentNumber: '〔2025〕2 号',
      body: '现答复如下。',
      signatory,
      ...(variant === 'FORMAL' ? { claimedClass: 'A' } : {}),
    },
    confirmClass: { class: 'A' },
    giveFeedback: { ratings: ['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level: 'SATISFIED' })) },
    recordProgress: { text: '已选址' },
    claimDone: { text: '已建成', evidence: [{ title: '照片' }] },
    refuseClaim: { reason: '尚未通车' },
    rollOverEntry: { toYear: 2030 },
    downgradeEntry: { class: 'C', reason: '规划调整' },
  };
  return inputs[mutation] ?? {};
}
