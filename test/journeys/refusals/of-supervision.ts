import { encodeLocalityId } from '@duban/kernel';
import { Case, must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { inDays } from '../story/grants.js';
import { ballots, choice, filled } from '../story/records.js';
import { type Attempt, attempt, nobodys } from './attempt.js';

type Input = Readonly<Record<string, unknown>>;

const LEADER = { duty: 'SUPERVISION', tier: 'CONGRESS_LEADER', name: '赵副主任' };
const PLAN = filled({ content: '每月督办一次。' });
const LOOK = filled({ place: '城西新区', findings: '正在勘查' });
const PROMPT = filled({ kind: choice('WARNING'), content: '进度滞后。' });

/** What is refused of work records, of those who supervise, and before steps that wait for either. */
export async function refusedOfSupervision(cast: Cast): Promise<Attempt[]> {
  const [first, second] = await Promise.all([handedOver(cast), handedOver(cast)]);
  const told = await Promise.all([
    entering(cast, first),
    afterEntering(cast, first),
    duties(cast, first, second),
    guards(cast, second),
  ]);
  return [...told.flat(), ...sessions(cast), ...grants(cast, first)];
}

const handedOver = async (cast: Cast): Promise<Case> =>
  (await Case.drafted(cast)).handedOver([{ head: cast.heads[0], role: 'SOLE' }]);

/** Fields and subjects that the kind does not have, and who may not enter it. */
async function entering(cast: Cast, one: Case): Promise<Attempt[]> {
  const { office, deputies, heads } = cast;
  const assignmentId = await one.assignmentOf(heads[0]);
  const enter = (code: string, record: string, values: object[], also: Input = {}, person = office) =>
    attempt(code, person, 'enterRecord', { proposalId: one.id, record, values, ...also });
  const draft = await Case.drafted(cast);
  const votes = filled({ members: 40, ballots: ballots({ SATISFIED: 41 }) });
  return [
    enter('RECORD_KIND_UNKNOWN', 'dance', []),
    enter('RECORD_TOO_EARLY', 'on-site-supervision', LOOK, { proposalId: draft.id }, deputies[0]),
    enter('RECORD_SUBJECT_WRONG', 'work-prompt', PROMPT),
    enter('RECORD_NOT_YOURS_TO_ENTER', 'supervision-plan', PLAN, {}, deputies[0]),
    enter('RECORD_FIELD_UNKNOWN', 'supervision-plan', [...PLAN, ...filled({ colour: '红' })]),
    enter('RECORD_FIELD_REQUIRED', 'supervision-plan', []),
    enter('RECORD_FIELD_INVALID', 'work-prompt', filled({ kind: choice('SHOUT'), content: '！' }), {
      assignmentId,
    }),
    enter('RECORD_BALLOTS_TOO_MANY', 'satisfaction-vote', votes),
  ];
}

/** A plan that nobody signs or answers, a confirmation of three others, and prompts to the unit. */
async function afterEntering({ office, heads }: Cast, one: Case): Promise<Attempt[]> {
  const [unit] = heads;
  const assignmentId = await one.assignmentOf(unit);
  const entered = async (record: string, values: object[], also: Input = {}): Promise<string> => {
    const input = { proposalId: one.id, record, values, ...also };
    return (await must(office, 'enterRecord', input, 'record { id }')).record.id;
  };
  const plan = await entered('supervision-plan', PLAN);
  const prompt = await entered('work-prompt', PROMPT, { assignmentId });
  const answered = await entered('work-prompt', PROMPT, { assignmentId });
  await must(unit, 'answerRecord', { recordId: answered, text: '已整改。' });
  const confirmation = await entered('joint-confirmation', filled({ implemented: true }), { assignmentId });
  const text = '好。';
  return [
    attempt('RECORD_NOT_FOUND', office, 'signRecord', { recordId: nobodys(plan) }),
    attempt('RECORD_FULLY_SIGNED', office, 'signRecord', { recordId: plan }),
    attempt('RECORD_NOT_YOURS_TO_SIGN', office, 'signRecord', { recordId: confirmation }),
    attempt('RECORD_NEEDS_NO_ANSWER', office, 'answerRecord', { recordId: plan, text }),
    attempt('RECORD_NOT_YOURS_TO_ANSWER', office, 'answerRecord', { recordId: prompt, text }),
    attempt('RECORD_ALREADY_ANSWERED', unit, 'answerRecord', { recordId: answered, text }),
  ];
}

/** A leader has one item and has not reported; of two who coordinate, one has ended. */
async function duties({ office }: Cast, { id: proposalId }: Case, other: Case): Promise<Attempt[]> {
  const assigned = async (input: Input): Promise<string> => {
    const { proposal } = await must(office, 'assignDuty', input, 'proposal { duties { id } }');
    return proposal.duties.at(-1).id;
  };
  const held = await assigned({ proposalId, ...LEADER });
  const coordinating = { proposalId: other.id, duty: 'COORDINATION' };
  const ended = await assigned({ ...coordinating, name: '钱主任' });
  await assigned({ ...coordinating, name: '孙主任' });
  await must(office, 'endDuty', { dutyId: ended });
  const assign = (code: string, input: Input) => attempt(code, office, 'assignDuty', input);
  return [
    assign('DUTY_HOLDER_REQUIRED', coordinating),
    assign('ORGAN_UNKNOWN', { ...coordinating, organ: 'moon' }),
    assign('DUTY_HELD_ALREADY', { proposalId, ...LEADER }),
    assign('QUOTA_EXCEEDED', { ...LEADER, proposalId: other.id }),
    attempt('DUTY_REPORT_MISSING', office, 'endDuty', { dutyId: held }),
    attempt('DUTY_NOT_FOUND', office, 'endDuty', { dutyId: nobodys(held) }),
    attempt('DUTY_ENDED', office, 'endDuty', { dutyId: ended }),
  ];
}

/** Steps that wait: for co-signers, for a fact that nobody has filled in, for a leader, for a plan. */
async function guards(cast: Cast, unplanned: Case): Promise<Attempt[]> {
  const [lone, target, hard] = await Promise.all([0, 1, 2].map(() => Case.drafted(cast)));
  if (!lone || !target || !hard) throw new Error('three cases were drafted');
  for (const one of [lone, target, hard]) await one.submit();
  for (const one of [target, hard]) {
    await one.accept();
    await one.docket();
  }
  await hard.allocate([{ head: cast.heads[0], role: 'SOLE' }]);
  const proposalId = lone.id;
  return [
    attempt('GUARD_NOT_MET', lone.lead, 'withdrawProposal', { proposalId, letter: '本人申请撤回。' }),
    attempt('GUARD_UNDECIDED', cast.office, 'mergeProposal', { proposalId, intoId: target.id }),
    attempt('DUTY_MISSING', cast.government, 'handOverProposal', { proposalId: hard.id, hard: true }),
    attempt('RECORD_MISSING', cast.heads[0], 'requestExtension', {
      ...{
        assignmentId: await unplanned.assignmentOf(cast.heads[0]),
        amount: 1,
        unit: 'DAY',
        reason: '勘查',
      },
    }),
  ];
}

function sessions({ office }: Cast): Attempt[] {
  const session = { kind: 'NPC_SUGGESTION', year: 2026, term: 18, session: 5, opensOn: '2026-01-10' };
  const declare = (code: string, also: Input) =>
    attempt(code, office, 'declareSession', { ...session, ...also });
  return [
    declare('SESSION_NUMBER_WRONG', { term: 0 }),
    declare('SESSION_DATES_WRONG', { closesOn: '2026-01-09' }),
  ];
}

function grants({ office }: Cast, { id: proposalId }: Case): Attempt[] {
  const grant = { proposalId, localityId: encodeLocalityId(901_000), kind: 'INSPECTION', sees: 'FULL' };
  const give = (code: string, also: Input) =>
    attempt(code, office, 'grantCase', { ...grant, until: inDays(30), reason: '请予视察', ...also });
  return [give('GRANT_SEES_TOO_MUCH', {}), give('GRANT_FORM_UNKNOWN', { form: 'GIFT' })];
}
