import type { Person } from '../../kit/person.js';
import { must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { type Attempt, attempt, nobodys } from './attempt.js';

type Input = Record<string, unknown>;

/** What is refused of grades, ratings and flags that scores read, and of publishing scores. */
export async function refusedOfScoring(cast: Cast): Promise<Attempt[]> {
  const { county, heads } = cast;
  const evaluator = await county.as('evaluator');
  const [{ unitId }] = heads;
  const said = { source: 'MANUAL', code: 'archive', year: 2026, unitId, value: '80' };
  const kept = async (): Promise<string> =>
    (await must(evaluator, 'recordScoreEvidence', said, 'evidence { id }')).evidence.id;
  const [corrected, open] = [await kept(), await kept()];
  const reason = '复核';
  await must(evaluator, 'correctScoreEvidence', { evidenceId: corrected, value: '70', reason });
  const record = (code: string, input: Input) =>
    attempt(code, evaluator, 'recordScoreEvidence', { ...said, ...input });
  const correct = (code: string, evidenceId: string, value: string) =>
    attempt(code, evaluator, 'correctScoreEvidence', { evidenceId, value, reason });
  const publish = (code: string, input: Input) =>
    attempt(code, evaluator, 'publishScores', { sheet: 'graded', year: 2026, ...input });
  const withdraw = (code: string, runId: string) =>
    attempt(code, evaluator, 'withdrawScores', { runId, reason });
  const published = async (input: Input): Promise<string> =>
    (await must(evaluator, 'publishScores', { sheet: 'graded', year: 2026, ...input }, 'run { id }')).run.id;
  const superseded = await published({});
  await published({ reason });
  const document = { title: '检查表', reference: '档案1号' };
  return [
    record('EVIDENCE_SUBJECT_NOT_FOUND', { unitId: nobodys(unitId ?? '') }),
    record('EVIDENCE_CODE_UNKNOWN', { code: 'weather' }),
    record('EVIDENCE_VALUE_OUT_OF_RANGE', { value: '100.1' }),
    record('EVIDENCE_FLAG_VALUE', { source: 'FLAG', code: 'reported', value: '2' }),
    record('EVIDENCE_TOO_MANY_DOCUMENTS', { documents: Array(21).fill(document) }),
    record('DATE_IN_FUTURE', { at: '2099-01-01T00:00:00+08:00' }),
    correct('EVIDENCE_NOT_FOUND', nobodys(open), '70'),
    correct('EVIDENCE_ALREADY_CORRECTED', corrected, '60'),
    correct('EVIDENCE_UNCHANGED', open, '80.0'),
    publish('SHEET_NOT_FOUND', { sheet: 'weather' }),
    publish('SHEET_INCOMPLETE', { sheet: 'unweighed' }),
    publish('NOTHING_TO_PUBLISH', { year: 1999 }),
    publish('SCORES_REASON_REQUIRED', {}),
    withdraw('SCORE_RUN_NOT_FOUND', nobodys(superseded)),
    withdraw('SCORE_RUN_NOT_IN_FORCE', superseded),
    ...(await refusedOfAssessing(cast, evaluator)),
  ];
}

const EVIDENCE = 'evidence { id objection { id } }';

/** What is refused of grades by several kinds of assessors, and of objections to them. */
async function refusedOfAssessing({ heads, deputies, office }: Cast, evaluator: Person): Promise<Attempt[]> {
  const [head, peer, third] = heads;
  const [deputy, other] = deputies;
  const work = { code: 'work', year: 2026, unitId: head.unitId, value: '80' };
  const give = async (who: Person, input: Input): Promise<string> =>
    (await must(who, 'giveAssessment', { ...work, ...input }, EVIDENCE)).evidence.id;
  const object = async (evidenceId: string): Promise<string> =>
    (await must(head, 'objectToAssessment', { evidenceId, reason }, EVIDENCE)).evidence.objection.id;
  const reason = '与事实不符';
  const [given, contested] = [await give(deputy, PARTICIPANT), await give(other, PARTICIPANT)];
  const [open, decided] = [await object(contested), await object(given)];
  const rejected = { verdict: 'REJECTED', reason };
  await must(evaluator, 'decideObjection', { objectionId: decided, ...rejected });
  const plain = await give(third, { as: 'PEER' });
  const spot = { ...work, source: 'MANUAL', code: 'spot' };
  const checked = (await must(office, 'recordScoreEvidence', spot, EVIDENCE)).evidence.id;
  const spotted = await object(checked);
  const archive = { ...work, source: 'MANUAL', code: 'archive' };
  const unforeseen = (await must(evaluator, 'recordScoreEvidence', archive, EVIDENCE)).evidence.id;
  const assess = (code: string, who: Person, input: Input) =>
    attempt(code, who, 'giveAssessment', { ...work, ...input });
  const decide = (code: string, who: Person, input: Input) =>
    attempt(code, who, 'decideObjection', { ...rejected, ...input });
  const against = (code: string, evidenceId: string) =>
    attempt(code, head, 'objectToAssessment', { evidenceId, reason });
  return [
    assess('ASSESSOR_NOT_ASKED', evaluator, { as: 'ORGANISER', code: 'mutual' }),
    assess('ASSESSOR_ROLE_NOT_ASKED', deputy, { as: 'PEER' }),
    assess('ASSESSMENT_OF_OTHERS', peer, { as: 'SELF' }),
    assess('ASSESSMENT_OF_ONESELF', head, { as: 'PEER' }),
    assess('ASSESSMENT_WINDOW_CLOSED', peer, { as: 'PEER', code: 'mutual', year: 2020 }),
    assess('ASSESSMENT_GIVEN_BEFORE', deputy, PARTICIPANT),
    against('EVIDENCE_NOT_FOUND', nobodys(plain)),
    against('OBJECTION_NOT_FORESEEN', unforeseen),
    against('OBJECTION_MADE_BEFORE', given),
    decide('OBJECTION_NOT_FOUND', evaluator, { objectionId: nobodys(open) }),
    decide('OBJECTION_DECIDED_BEFORE', evaluator, { objectionId: decided }),
    decide('OBJECTION_DECIDER_OTHER', evaluator, { objectionId: spotted }),
    decide('OBJECTION_TO_OWN_GRADE', office, { objectionId: spotted }),
    decide('OBJECTION_VALUE_WRONG', evaluator, { objectionId: open, value: '85' }),
    decide('EVIDENCE_UNCHANGED', evaluator, { objectionId: open, verdict: 'UPHELD', value: '80' }),
    attempt('EVIDENCE_CONTESTED', evaluator, 'correctScoreEvidence', {
      evidenceId: contested,
      value: '70',
      reason,
    }),
  ];
}

const PARTICIPANT = { as: 'PARTICIPANTS' };
