import { Case, ledBy, must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { type Attempt, attempt, nobodys } from './attempt.js';

type Input = Readonly<Record<string, unknown>>;

const PROMISE = { text: '年底前通车', dueOn: '2099-12-31' };

/** What only a county refuses that asks much of letters. */
export async function refusedOfAnswers(cast: Cast): Promise<Attempt[]> {
  const told = await Promise.all([drafts(cast), letters(cast), promises(cast), matters(cast), asked(cast)]);
  return [...told.flat(), ...(await unitYears(cast))];
}

async function ready(cast: Cast, units: Parameters<Case['handedOver']>[0]): Promise<Case> {
  const one = await Case.drafted(cast);
  await one.handedOver(units);
  await one.acknowledge(cast.heads[0]);
  await one.contact(cast.heads[0], 'BEFORE');
  return one;
}

const letterOf = (cast: Cast): Input => ({
  ...{
    kind: 'FORMAL',
    documentNumber: '交函〔2025〕1号',
    body: '已办。',
    claimedClass: 'A',
    feedbackForm: true,
  },
  signatory: { name: cast.heads[0].name, role: 'UNIT_HEAD' },
});

async function drafts(cast: Cast): Promise<Attempt[]> {
  const [unit, co] = cast.heads;
  const pair = await ready(cast, ledBy(unit, co));
  const [mine, theirs] = await Promise.all([pair.assignmentOf(unit), pair.assignmentOf(co)]);
  const alone = await ready(cast, [{ head: unit, role: 'SOLE' }]);
  const passed = await ready(cast, [{ head: unit, role: 'SOLE' }]);
  const draft = { body: '另文。', claimedClass: 'A' };
  const [rejectedId, passedId] = [await alone.assignmentOf(unit), await passed.assignmentOf(unit)];
  await must(unit, 'draftReply', { assignmentId: rejectedId, ...draft });
  const faults = ['perfunctory'];
  await must(cast.office, 'reviewReply', { assignmentId: rejectedId, verdict: 'REJECT', faults });
  await must(unit, 'draftReply', { assignmentId: passedId, ...draft });
  await must(cast.office, 'reviewReply', { assignmentId: passedId, verdict: 'PASS' });
  const letter = letterOf(cast);
  return [
    attempt('DRAFT_MISSING', co, 'countersignReply', { assignmentId: theirs, agreed: true }),
    attempt('COUNTERSIGN_MISSING', unit, 'issueReply', { assignmentId: mine, ...letter }),
    attempt('REPLY_NOT_REVIEWED', unit, 'issueReply', { assignmentId: rejectedId, ...letter }),
    attempt('REPLY_DIFFERS_FROM_DRAFT', unit, 'issueReply', { assignmentId: passedId, ...letter }),
  ];
}

async function letters(cast: Cast): Promise<Attempt[]> {
  const [unit] = cast.heads;
  const one = await ready(cast, [{ head: unit, role: 'SOLE' }]);
  const assignmentId = await one.assignmentOf(unit);
  const issue = (code: string, also: Input) =>
    attempt(code, unit, 'issueReply', { assignmentId, ...letterOf(cast), ...also });
  return [
    issue('DOCUMENT_NUMBER_MALFORMED', { documentNumber: '一号' }),
    issue('SIGNATORY_NOT_ALLOWED', { signatory: { name: '某', role: 'UNIT_HANDLER' } }),
    issue('LETTER_FIELD_MISSING', { feedbackForm: false }),
    issue('TOO_MANY_COMMITMENTS', { commitments: Array(21).fill(PROMISE) }),
    issue('COMMITMENT_DUE_PAST', { commitments: [{ ...PROMISE, dueOn: '2020-01-01' }] }),
  ];
}

/** Two matters for one unit, of which each is answered. */
async function matters(cast: Cast): Promise<Attempt[]> {
  const [unit] = cast.heads;
  const one = await Case.drafted(cast);
  await one.submit();
  await one.accept();
  await one.docket();
  await one.allocate([{ head: unit, role: 'SOLE' }]);
  const split = ['站点', '线路'].map((text) => ({ text, unitIds: [unit.unitId] }));
  await one.do(cast.government, 'splitMatters', { matters: split });
  await one.handOver();
  await one.acknowledge(unit);
  await one.contact(unit, 'BEFORE');
  const assignmentId = await one.assignmentOf(unit);
  const letter = { assignmentId, ...letterOf(cast) };
  return [
    attempt('MATTERS_NOT_COVERED', unit, 'issueReply', { ...letter, matters: [1] }),
    attempt('MATTER_NOT_ON_CASE', unit, 'issueReply', { ...letter, matters: [1, 2, 3] }),
  ];
}

/** A hard case, whose proposer is asked first; a promise that is done, and nobody told. */
async function asked(cast: Cast): Promise<Attempt[]> {
  const [unit] = cast.heads;
  const hard = await Case.drafted(cast);
  await hard.handedOver([{ head: unit, role: 'SOLE' }], { hard: true });
  await hard.acknowledge(unit);
  await hard.contact(unit, 'BEFORE');
  const kept = await ready(cast, [{ head: unit, role: 'SOLE' }]);
  await kept.of(unit, 'issueReply', { ...letterOf(cast), claimedClass: 'B' });
  await kept.confirm(unit, 'B');
  const [{ id: entryId }] = await kept.entries();
  await must(unit, 'claimDone', { entryId, text: '已建成', evidence: [{ title: '照片' }] });
  await must(kept.lead, 'confirmDone', { entryId });
  return [
    attempt('PROPOSER_NOT_ASKED', unit, 'issueReply', {
      assignmentId: await hard.assignmentOf(unit),
      ...letterOf(cast),
    }),
    attempt('FOLLOW_UP_MISSING', cast.office, 'strikeOffEntry', { entryId }),
  ];
}

/** Others than the head have answered, and the year of this unit is over. */
async function unitYears(cast: Cast): Promise<Attempt[]> {
  const [unit] = cast.heads;
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  const close = (code: string, also: Input) =>
    attempt(code, cast.office, 'closeUnitYear', { unitId: unit.unitId, year: 2025, ...also });
  await must(cast.office, 'closeUnitYear', { unitId: unit.unitId, year: 2020 });
  return [
    close('HEAD_QUOTA_MISSING', {}),
    close('UNIT_YEAR_CLOSED', { year: 2020 }),
    close('UNIT_YEAR_NOT_YET', { year: year + 1 }),
  ];
}

async function promises(cast: Cast): Promise<Attempt[]> {
  const [unit] = cast.heads;
  const one = await ready(cast, [{ head: unit, role: 'SOLE' }]);
  const letter = { ...letterOf(cast), commitments: [PROMISE] };
  const { reply } = await one.of(unit, 'issueReply', letter, 'reply { id commitments { id } }');
  const commitmentId = reply.commitments[0].id;
  const check = { commitmentId: nobodys(commitmentId), fulfilled: 'YES' };
  const ratings = [
    ...['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level: 'SATISFIED' })),
    { ownAxis: 'visit', points: 11 },
  ];
  return [
    attempt('COMMITMENT_NOT_OPEN', cast.office, 'checkCommitment', check),
    attempt('POINTS_OUT_OF_RANGE', cast.deputies[0], 'giveFeedback', { replyId: reply.id, ratings }),
    attempt('ROUNDS_EXHAUSTED', cast.office, 'requireRehandling', {
      assignmentId: await one.assignmentOf(unit),
      ...{ trigger: 'low-quality', note: '质量不高' },
    }),
  ];
}
