import { must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { type Attempt, attempt, nobodys } from './attempt.js';

type Input = Record<string, unknown>;

/** What is refused of grades, ratings and flags that scores read, and of publishing scores. */
export async function refusedOfScoring({ county, heads }: Cast): Promise<Attempt[]> {
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
  ];
}
