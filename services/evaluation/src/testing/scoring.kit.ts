import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { celExpressions, fileSchema, locateProblem, locateYaml } from '@duban/kernel/runtime';
import type { Facts } from '../facts/fact.js';
import { HANDED_OVER } from '../score/plain-case.js';
import { exampleJudge } from '../score/run-examples.js';
import type { Evidence, ScoreInput, ScoreRow } from '../score/score-input.js';
import { scoreSheet, scoreTable } from '../score/score-sheet.js';
import type { ScoreLine, SubjectScore } from '../score/score-tree.js';
import { decimal, sumOf, text } from '../sheet/decimal.js';
import { effectiveSheets } from '../sheet/effective-sheets.js';
import { SCORING_FACTS } from '../sheet/scoring-facts.js';
import type { Sheet, Sheets } from '../sheet/sheet.js';

export const LANGUAGE = celExpressions(SCORING_FACTS);
export const JUDGE = exampleJudge(LANGUAGE);
export const ROOT = join(import.meta.dirname, '../../../../..');
const SCHEMA = fileSchema(readFileSync(join(ROOT, 'schema/locality/scoring.schema.json'), 'utf8'));

/** What a text is told: every problem as `CODE path line:column`, or `SCHEMA line:column`. */
export function problemsIn(...texts: readonly string[]): string[] {
  const yamls = texts.map((written, index) => locateYaml(`${index}`, written));
  const misfits = yamls.flatMap((yaml) => SCHEMA.check(yaml));
  if (misfits.length > 0) return misfits.map(({ line, column }) => `SCHEMA ${line}:${column}`);
  const layers = yamls.map(({ value }, index) => ({ source: `${index}`, document: value }));
  return effectiveSheets(layers, LANGUAGE, JUDGE).problems.map((problem) => {
    const yaml = yamls[Number(problem.source)];
    const { line, column } = yaml ? locateProblem(yaml, problem) : { line: 0, column: 0 };
    return `${problem.code} ${problem.path.join('.')} ${line}:${column}`;
  });
}

/** The first sheet that texts make together, from the base down. */
export function sheetIn(...texts: readonly string[]): Sheet {
  const [sheet] = Object.values(sheetsIn(texts));
  if (!sheet) throw new Error('there is no sheet');
  return sheet;
}

export function sheetNamed(code: string, ...texts: readonly string[]): Sheet {
  const sheet = sheetsIn(texts)[code];
  if (!sheet) throw new Error(`there is no sheet ${code}`);
  return sheet;
}

const sheetsIn = (texts: readonly string[]): Readonly<Record<string, Sheet>> => allIn(...texts).sheets;

/** Everything that texts make together, from the base down. */
export function allIn(...texts: readonly string[]): Sheets {
  const layers = texts.map((written, index) => ({
    source: `${index}`,
    document: locateYaml('sheet', written).value,
  }));
  return effectiveSheets(layers, LANGUAGE, JUDGE).sheets;
}

export const fileOf = (path: string): string => readFileSync(join(ROOT, 'localities', path), 'utf8');

/** T14: the seven indicators of the sheet that was published without a single weight. */
export const UNWEIGHED_INDICATORS = [
  'unitAttention',
  'completion',
  'faceConsultation',
  'satisfaction',
  'solved',
  'online',
  'digital',
];

let cases = 0;
/** Some cases alike, of one subject. */
export const rowsOf = (
  times: number,
  facts: Partial<Facts> = {},
  more: Partial<Omit<ScoreRow, 'facts'>> = {},
): ScoreRow[] =>
  Array.from({ length: times }, () => {
    cases += 1;
    return {
      caseId: `c${String(cases).padStart(5, '0')}`,
      subjectId: 'u1',
      responsible: {},
      role: 'SOLE',
      round: 1,
      ...more,
      facts: { ...HANDED_OVER, ...facts },
    };
  });

let records = 0;
export const evidenceOf = (
  source: Evidence['source'],
  code: string,
  value: string,
  more: Partial<Evidence> = {},
): Evidence => {
  records += 1;
  return { recordId: `r${records}`, subjectId: 'u1', caseId: null, source, code, value, ...more };
};

export function scored(
  sheet: Sheet,
  rows: readonly ScoreRow[],
  more: Partial<ScoreInput> = {},
  explain = true,
): SubjectScore[] {
  const subjects = [...new Set(rows.map(({ subjectId }) => subjectId))];
  const input = { subjects, rows, evidence: [], day: '2026-12-31', ...more };
  return scoreSheet(sheet, scoreTable(input, LANGUAGE), { explain });
}

export const lineOf = (score: SubjectScore | undefined, code: string): ScoreLine => {
  const line = score?.lines.find(({ indicator }) => indicator === code);
  if (!line) throw new Error(`there is no line ${code}`);
  return line;
};

/** The score made up again from its leaves alone. */
export function fromTheLeaves({ lines, bound, adjustments, rounding }: SubjectScore): string {
  const earned = lines.map(({ worth, withheld, costs }) =>
    decimal(worth)
      .minus(decimal(withheld))
      .minus(sumOf(costs.map(({ lost }) => decimal(lost)))),
  );
  const beside = adjustments.flatMap(({ causes }) => causes.map(({ lost }) => decimal(lost)));
  return text(sumOf([...earned, ...beside, decimal(bound), decimal(rounding)]));
}
