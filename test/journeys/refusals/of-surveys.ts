import { must } from '../story/case.js';
import type { Cast } from '../story/cast.js';
import { type Attempt, attempt, nobodys } from './attempt.js';

/** What is refused of surveys: a wrong table, a survey of nobody, the same twice. */
export async function refusedOfSurveys({ county, heads, office }: Cast): Promise<Attempt[]> {
  const evaluator = await county.as('evaluator');
  const query = 'query ($id: ID!) { unit(id: $id) { name } }';
  const { unit } = await evaluator.get(query, { id: heads[0].unitId });
  const row = { unit: unit.name, answers: '10', value: '9' };
  const said = { year: 2026, organiser: '调查队', from: '2026-01-05', to: '2026-01-20', sampleSize: 100 };
  const survey = (input: object) => ({ ...said, title: '年中调查', rows: [row], ...input });
  const imported = await must(
    office,
    'importSurvey',
    survey({ title: '一季度调查' }),
    'survey { id results { evidence { id } } }',
  );
  const corrects = { surveyId: imported.survey.id, reason: '重新统计' };
  const { survey: later } = await must(
    office,
    'importSurvey',
    survey({ title: '一季度调查', corrects }),
    'survey { id results { evidence { id } } }',
  );
  const refused = (code: string, input: object) => attempt(code, evaluator, 'importSurvey', survey(input));
  return [
    refused('SURVEY_HAS_PROBLEMS', { rows: [{ ...row, value: '11' }] }),
    refused('SURVEY_EMPTY', { rows: [] }),
    refused('SURVEY_TOO_LONG', { rows: Array(1001).fill(row) }),
    refused('SURVEY_PERIOD_INVALID', { from: '2026-01-21' }),
    refused('SURVEY_SAMPLE_INVALID', { sampleSize: 0 }),
    refused('SURVEY_NOT_FOUND', { corrects: { ...corrects, surveyId: nobodys(later.id) } }),
    refused('SURVEY_CORRECTED_BEFORE', { corrects }),
    refused('SURVEY_IMPORTED_BEFORE', { title: '一季度调查' }),
    attempt('EVIDENCE_OF_SURVEY', evaluator, 'correctScoreEvidence', {
      evidenceId: later.results[0].evidence.id,
      value: '8',
      reason: '复核',
    }),
  ];
}
