import {
  accept,
  type CellProblem,
  checkHeadings,
  dateInShanghai,
  decodeId,
  type RawRow,
  refuse,
  useCase,
  type Viewer,
} from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Key } from '../../evidence/evidence.store.js';
import { codesIn } from '../../evidence/evidence-codes.js';
import { decideSurvey, recordsOf, type SurveyWish } from '../survey.js';
import { readSurvey, SURVEY_COLUMNS, type SurveyWords } from '../survey-row.js';

export type ImportSurvey = SurveyWish & {
  readonly rows: readonly RawRow[];
  /** The file's own headings; null when the rows carry those of the table. */
  readonly headings: readonly string[] | null;
  /** What it takes the place of, and why; null: a new one. */
  readonly corrects: { readonly survey: Key; readonly reason: string } | null;
  /** Told of the bad cells of each attempt. */
  readonly report: (problems: readonly CellProblem[]) => unknown;
};

type Deps = Pick<EvaluationDeps, 'surveys' | 'scores' | 'directory' | 'now' | 'newId'>;

export const ROWS_AT_MOST = 1000;

/** 导入测评: the survey and a record for each result, all of it or nothing. */
export const importSurvey = useCase({
  action: 'survey:import' satisfies EvaluationAction,
  async execute(deps: Deps, { tenant }: Viewer, { rows, headings, corrects, report, ...wish }: ImportSurvey) {
    const { surveys, now, newId } = deps;
    if (rows.length === 0) return refuse('SURVEY_EMPTY');
    if (rows.length > ROWS_AT_MOST) return refuse('SURVEY_TOO_LONG', { max: ROWS_AT_MOST });
    const known = await surveys.ofYear(wish.year);
    const correction = corrects && { survey: await surveys.find(corrects.survey), reason: corrects.reason };
    const decision = decideSurvey(newId(), wish, { known, correction, now });
    if (!decision.accepted) return decision;
    const words = await wordsOf(deps, tenant, wish.sampleSize, rows);
    const read = readSurvey(rows, words);
    const problems = [...checkHeadings(headings ?? HEADINGS, SURVEY_COLUMNS), ...read.problems];
    report(problems);
    if (problems.length > 0) return refuse('SURVEY_HAS_PROBLEMS', { problems: problems.length });
    const { payload } = decision.value;
    await surveys.keep(decision.value, recordsOf(payload, read.results, { now, newId }), known.length);
    const kept = await surveys.find({ tenant, id: payload.surveyId });
    return kept ? accept(kept) : refuse('SURVEY_NOT_FOUND');
  },
});

const CASE = SURVEY_COLUMNS[2].heading;
const HEADINGS = SURVEY_COLUMNS.map(({ heading }) => heading);

/** What cells may name, as of now. */
async function wordsOf(
  { surveys, scores, directory, now }: Deps,
  tenant: number,
  sampleSize: number,
  rows: readonly RawRow[],
): Promise<SurveyWords> {
  const sheets = (await scores.sheetsOn(dateInShanghai(now)))?.sheets;
  const named = rows.flatMap(({ cells }) => decodeId('proposal', (cells[CASE] ?? '').trim()) ?? []);
  const cases = await surveys.knownCases(named.map(({ id }) => id));
  return {
    tenant,
    sampleSize,
    questions: sheets ? codesIn(sheets).filter(({ source }) => source === 'SURVEY') : [],
    units: await directory.units(),
    caseKnown: (id) => cases.has(id),
  };
}
