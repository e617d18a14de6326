import { Case, ledBy, must } from './case.js';
import type { Cast } from './cast.js';
import { importFifty } from './fifty-cases.js';
import { on } from './moments.js';

/** Every mutation on cases there is, with these people: four cases from draft to their several ends. */
export async function everythingOnCases(cast: Cast): Promise<void> {
  await importFifty(cast);
  const stop = await keptPromise(cast);
  await sentBack(cast);
  await handledAgain(cast);
  await unitYear(cast);
  await mergedAndWithdrawn(cast, stop);
  await givenUp(cast);
}

async function keptPromise(cast: Cast): Promise<Case> {
  const [lead, ally, doubter] = cast.deputies;
  const [unit, co] = cast.heads;
  const one = await Case.drafted(cast, on('2024-01-05'));
  await one.do(lead, 'inviteCosigner', { mandateId: ally.mandateId, ...on('2024-01-06') });
  await one.do(lead, 'inviteCosigner', { mandateId: doubter.mandateId, ...on('2024-01-06') });
  await one.do(ally, 'answerCosigning', { answer: 'CONFIRM', ...on('2024-01-07') });
  await one.do(lead, 'cancelInvitation', { mandateId: doubter.mandateId, ...on('2024-01-08') });
  await one.do(lead, 'reviseDraft', { title: '关于增设公交站的建议', ...on('2024-01-09') });
  await one.submit(on('2024-01-10'));
  await one.accept(on('2024-01-11'));
  await one.docket({ year: 2024, ...on('2024-01-12') });
  await one.do(cast.office, 'designateKey', { tier: 'CONGRESS_LEADER', ...on('2024-01-13') });
  await one.allocate(ledBy(unit, co), on('2024-02-19'));
  await one.handOver(on('2024-02-20'));
  await one.acknowledge(unit, on('2024-02-21'));
  await one.contact(unit, 'BEFORE', on('2024-02-22'));
  await one.of(co, 'giveCoOpinion', { text: '同意', agreed: true, ...on('2024-02-23') });
  await one.of(unit, 'requestExtension', { amount: 1, unit: 'MONTH', reason: '须勘查', ...on('2024-02-24') });
  const assignmentId = await one.assignmentOf(unit);
  await must(cast.government, 'decideExtension', { assignmentId, decision: 'APPROVE', ...on('2024-02-26') });
  await one.of(unit, 'draftReply', { body: '已列入计划。', claimedClass: 'B', ...on('2024-03-07') });
  await one.of(co, 'countersignReply', { agreed: true, ...on('2024-03-08') });
  await must(cast.office, 'reviewReply', { assignmentId, verdict: 'PASS', ...on('2024-03-09') });
  const commitments = [{ text: '年内开工', dueOn: '2024-12-31' }];
  const replyId = await one.reply(unit, 'B', { commitments, ...on('2024-03-11') });
  await one.confirm(unit, 'B', on('2024-03-12'));
  await one.rate(replyId, 'SATISFIED', on('2024-03-13'));
  await one.close(on('2024-03-14'));
  const [{ id: entryId }] = await one.entries();
  const { replies } = await one.show('replies { commitments { id } }');
  const commitmentId = replies[0].commitments[0].id;
  await must(cast.office, 'checkCommitment', { commitmentId, fulfilled: 'YES', ...on('2024-05-02') });
  const claim = { entryId, text: '已建成', evidence: [{ title: '照片' }] };
  const milestones = [{ title: '选址', dueOn: '2024-06-30' }];
  await must(unit, 'planEntry', { entryId, responsible: '王科长', milestones, ...on('2024-05-06') });
  await must(unit, 'recordProgress', { entryId, text: '已选址', milestone: 1, ...on('2024-06-03') });
  await must(cast.office, 'markAttention', { proposalId: one.id, reason: '网上热议', ...on('2024-06-04') });
  await must(unit, 'claimDone', { ...claim, ...on('2024-09-02') });
  await must(lead, 'refuseClaim', { entryId, reason: '尚未通车', ...on('2024-09-03') });
  await must(cast.office, 'rollOverEntry', { entryId, toYear: 2025, ...on('2024-12-30') });
  await must(cast.office, 'crossTerm', { entryId, toTerm: 98, ...on('2025-01-06') });
  await must(lead, 'rateEntry', { entryId, level: 'BASICALLY_SATISFIED', ...on('2025-01-07') });
  await must(cast.office, 'rollOverRegister', { toYear: 2025 });
  await must(cast.office, 'rehandEntry', { entryId, ...on('2025-02-10') });
  await must(unit, 'claimDone', { ...claim, ...on('2025-03-03') });
  await must(lead, 'confirmDone', { entryId, ...on('2025-03-04') });
  await must(cast.office, 'strikeOffEntry', { entryId, ...on('2025-03-05') });
  return one;
}

async function unitYear({ office, heads }: Cast): Promise<void> {
  await must(office, 'closeUnitYear', { unitId: heads[0].unitId, year: 2001 });
}

/** Answered badly: the office has it handled again. */
async function handledAgain(cast: Cast): Promise<void> {
  const [unit] = cast.heads;
  const one = await Case.drafted(cast, on('2024-01-05'));
  await one.handedOver([{ head: unit, role: 'SOLE' }], { ...on('2024-02-20') });
  await one.answered(unit, 'A', on('2024-03-04'));
  const assignmentId = await one.assignmentOf(unit);
  const found = { trigger: 'low-quality', note: '质量不高', ...on('2024-03-05') };
  await must(cast.office, 'requireRehandling', { assignmentId, ...found });
}

async function sentBack(cast: Cast): Promise<void> {
  const [unit, other] = cast.heads;
  const one = await Case.drafted(cast, on('2024-01-05'));
  await one.handedOver([{ head: unit, role: 'SOLE' }], { ...on('2024-02-20') });
  await one.of(unit, 'requestReturn', { reason: '不属本单位职责', ...on('2024-02-21') });
  const assignmentId = await one.assignmentOf(unit);
  const decision = { decision: 'APPROVE', unitId: other.unitId, ...on('2024-02-22') };
  await must(cast.government, 'decideReturn', { assignmentId, ...decision });
}

async function mergedAndWithdrawn(cast: Cast, into: Case): Promise<void> {
  const target = await Case.drafted(cast, on('2024-01-05'));
  await target.submit(on('2024-01-06'));
  await target.accept(on('2024-01-07'));
  await target.docket({ year: 2024, ...on('2024-01-12') });
  const one = await Case.drafted(cast, on('2024-01-05'), cast.deputies[3]);
  await one.submit(on('2024-01-06'));
  await one.do(cast.office, 'mergeProposal', { intoId: target.id, ...on('2024-01-13') });
  const gone = await Case.drafted(cast, { title: '又一件', ...on('2024-01-05') }, into.lead);
  await gone.do(gone.lead, 'withdrawProposal', { letter: '撤回申请', ...on('2024-01-06') });
}

async function givenUp(cast: Cast): Promise<void> {
  const [unit] = cast.heads;
  const one = await Case.drafted(cast, on('2024-01-05'));
  await one.handedOver([{ head: unit, role: 'SOLE' }], on('2024-02-20'));
  await one.answered(unit, 'B', on('2024-03-11'));
  await one.confirm(unit, 'B', on('2024-03-12'));
  const [{ id: entryId }] = await one.entries();
  await must(cast.office, 'downgradeEntry', { entryId, class: 'C', reason: '规划调整', ...on('2024-05-06') });
}
