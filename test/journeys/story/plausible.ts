import { encodeId, encodeLocalityId } from '@duban/kernel';
import type { Case } from './case.js';
import type { Offer } from './offer.js';

type Input = Record<string, unknown>;

const NOBODY = '00000000-0000-7000-8000-000000000000';

/** What a person would say with the mutation, were it possible. */
export function plausible(one: Case, offer: Offer): Input {
  const { mutation } = offer;
  const inputs = {
    ...atIntake(one, offer),
    ...inHandling(one),
    ...ofAnswers(one, offer),
    ...onRegister(),
    ...inSupervision(one, offer),
    ...acrossLevels(one),
  };
  return inputs[mutation as keyof typeof inputs] ?? {};
}

/** An id of the kind that nothing in the county has. */
const nothings = ({ cast }: Case, kind: string): string =>
  encodeId({ kind, tenant: Number(cast.county.code), id: NOBODY });

function atIntake(one: Case, { action }: Offer) {
  const { deputies, heads } = one.cast;
  const text = { title: '关于增设公交站的建议', body: '建议在学府路口增设公交站。' };
  const consulted = { level: 'OWN', unitId: heads[0].unitId, channel: 'PHONE', outcome: 'SUPPORTS' };
  return {
    reviseDraft: { title: '关于增设公交站和候车亭的建议' },
    inviteCosigner: { mandateId: deputies[4].mandateId },
    answerCosigning: { answer: action === 'cosigner:decline' ? 'DECLINE' : 'CONFIRM' },
    cancelInvitation: { mandateId: deputies[1].mandateId },
    fillForm: { repeatedYears: 1 },
    recordConsultation: { ...consulted, summary: '同意设站' },
    registerPaper: { ...text, leadProposerId: one.lead.mandateId, cosignerIds: [] },
    decideReview: { stage: 'office', verdict: 'ACCEPT' },
    docketProposal: { year: 2025 },
    mergeProposal: { intoId: one.id },
    withdrawProposal: { letter: '撤回申请' },
  };
}

function inHandling(one: Case) {
  const { heads } = one.cast;
  const [{ unitId }] = heads;
  return {
    allocateUnits: { assignments: [{ unitId, role: 'SOLE' }] },
    splitMatters: { matters: [{ text: '增设公交站', unitIds: [unitId] }] },
    answerAllocation: { agrees: true },
    nameResponsible: { fields: [{ field: 'head', value: '局长' }] },
    setPlan: { kind: 'THIS_YEAR', fields: [], milestones: [{ title: '选址', dueOn: '2099-12-31' }] },
    completeMilestone: { milestoneId: nothings(one, 'milestone') },
    reportProgress: { text: '已选址' },
    fileForRecord: { reason: '须上级立项' },
    requestReturn: { reason: '不属本单位职责' },
    decideReturn: { decision: 'REFUSE', reason: '属本单位职责' },
    requestExtension: { amount: 1, unit: 'MONTH', reason: '须现场勘查' },
    decideExtension: { decision: 'APPROVE' },
    giveCoOpinion: { text: '同意', agreed: true },
    recordContact: {
      phase: 'BEFORE',
      channel: 'PHONE',
      participants: [
        { role: 'PROPOSER', name: one.lead.name, mandateId: one.lead.mandateId },
        { role: 'UNIT_HANDLER', name: '李明' },
      ],
    },
  };
}

function ofAnswers(one: Case, { variant }: Offer) {
  const letter = { documentNumber: '〔2025〕2 号', body: '现答复如下。' };
  const signatory = { name: '王立', role: 'UNIT_HEAD' };
  return {
    draftReply: { body: letter.body, claimedClass: 'A' },
    countersignReply: { agreed: true },
    reviewReply: { verdict: 'PASS' },
    issueReply: {
      ...{ kind: variant, ...letter, signatory },
      ...(variant === 'FORMAL' ? { claimedClass: 'A' } : {}),
    },
    checkCommitment: { commitmentId: nothings(one, 'commitment'), fulfilled: 'YES' },
    confirmClass: { class: 'A' },
    giveFeedback: { ratings: ['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level: 'SATISFIED' })) },
    correctFeedback: {
      ratings: ['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level: 'SATISFIED' })),
      reason: '填写有误',
    },
    requireRehandling: { trigger: 'LOW_QUALITY', note: '答复空泛' },
  };
}

function onRegister() {
  return {
    recordProgress: { text: '已选址' },
    claimDone: { text: '已建成', evidence: [{ title: '照片' }] },
    refuseClaim: { reason: '尚未通车' },
    planEntry: { responsible: '规划科', milestones: [{ title: '选址', dueOn: '2099-12-31' }] },
    rateEntry: { level: 'SATISFIED' },
    crossTerm: { toTerm: 99 },
    rollOverEntry: { toYear: 2030 },
    downgradeEntry: { class: 'C', reason: '规划调整' },
  };
}

function inSupervision(one: Case, { recordKind }: Offer) {
  return {
    designateKey: { tier: 'CONGRESS_LEADER' },
    markAttention: { reason: '群众关心' },
    assignDuty: { duty: 'SUPERVISION', tier: 'CONGRESS_LEADER', name: '张副主任' },
    endDuty: { dutyId: nothings(one, 'duty') },
    enterRecord: { record: recordKind, values: [] },
    answerRecord: { text: '已办理' },
    correctRecord: { values: [], reason: '笔误' },
  };
}

function acrossLevels(one: Case) {
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const localityId = encodeLocalityId(Math.floor(Number(one.cast.county.code) / 100) * 100);
  return {
    grantCase: { localityId, kind: 'CONSULT_ABOVE', sees: 'METADATA', until, reason: '须征询上级意见' },
    revokeCaseGrant: { caseGrantId: nothings(one, 'casegrant'), reason: '已无必要' },
    takeOpinion: { opinionId: nothings(one, 'opinion') },
  };
}
