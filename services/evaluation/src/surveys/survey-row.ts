import {
  type CellProblem,
  type CellRead,
  cellProblem,
  decodeId,
  type RawRow,
  readRow,
  readWordCell,
  type TableColumn,
} from '@duban/kernel';
import type { EvidenceCode } from '../evidence/evidence-codes.js';
import type { ListedUnit } from '../facts/fold-units/listed-unit.js';
import { decimal, ZERO } from '../sheet/decimal.js';

const column = <const Key extends string>(
  key: Key,
  heading: string,
  required: boolean,
): { readonly key: Key; readonly heading: string; readonly required: boolean } => ({
  key,
  heading,
  required,
});

/** One row of the file is what one unit was given on one question, as a whole or for one case. */
export const SURVEY_COLUMNS = [
  column('question', '题目', false),
  column('unit', '承办单位', true),
  column('proposal', '件编号', false),
  column('answers', '有效答卷', true),
  column('value', '得分', true),
] as const satisfies readonly TableColumn[];

export type SurveyKey = (typeof SURVEY_COLUMNS)[number]['key'];

/** What a row says: under which code, about whom, from how many answers. */
export type SurveyResult = {
  readonly code: string;
  readonly unitId: string;
  /** Null: the unit as a whole. */
  readonly caseId: string | null;
  readonly answers: number;
  /** A decimal as text. */
  readonly value: string;
};

/** What cells may name: questions that sheets in force ask, the locality's units, and its cases. */
export type SurveyWords = {
  readonly tenant: number;
  readonly questions: readonly EvidenceCode[];
  readonly units: readonly Pick<ListedUnit, 'id' | 'name'>[];
  readonly caseKnown: (id: string) => boolean;
  readonly sampleSize: number;
};

export type ReadSurvey = {
  readonly results: readonly SurveyResult[];
  readonly problems: readonly CellProblem[];
};

/** Reads every row and names every bad cell; results are complete only where nothing is wrong. */
export function readSurvey(rows: readonly RawRow[], words: SurveyWords): ReadSurvey {
  const results: SurveyResult[] = [];
  const problems: CellProblem[] = [];
  const seen = new Set<string>();
  const cells = cellReader(words);
  for (const row of rows) {
    const read = readRow(SURVEY_COLUMNS, row, cells);
    const question = read.values.question ?? onlyQuestion(words);
    const wrong = [...read.problems, ...checkRow(row, question, read.values, words)];
    problems.push(...wrong);
    if (wrong.length > 0 || question === null) continue;
    const result = resultOf(question, read.values);
    const key = `${result.code} ${result.unitId} ${result.caseId}`;
    if (seen.has(key)) problems.push(twice(row));
    seen.add(key);
    results.push(result);
  }
  return { results, problems };
}

type Values = Readonly<Record<string, string | null>>;

const resultOf = (code: string, { unit, proposal, answers, value }: Values): SurveyResult => ({
  code,
  unitId: unit ?? '',
  caseId: proposal ?? null,
  answers: Number(answers),
  value: value ?? '',
});

/** A survey of one question need not name it on every row. */
const onlyQuestion = ({ questions }: SurveyWords): string | null =>
  questions.length === 1 ? (questions[0]?.code ?? null) : null;

type CellReader = (column: (typeof SURVEY_COLUMNS)[number], text: string) => CellRead;

function cellReader(words: SurveyWords): CellReader {
  const questions = new Map(words.questions.map(({ code }) => [code, code]));
  const units = new Map(words.units.map(({ id, name }) => [name, id]));
  return ({ key }, text) => {
    if (key === 'question') return readWordCell(text, questions);
    if (key === 'unit') return readWordCell(text, units);
    if (key === 'proposal') return readCase(text, words);
    return key === 'answers' ? readAnswers(text, words.sampleSize) : readValue(text);
  };
}

/** Another locality's case reads as one that is not there. */
function readCase(text: string, { tenant, caseKnown }: SurveyWords): CellRead {
  const found = decodeId('proposal', text);
  return found && found.tenant === tenant && caseKnown(found.id)
    ? { value: found.id }
    : {
        code: 'PROPOSAL_NOT_FOUND',
        zh: '未找到该件,请填件的编号(id)',
        en: 'There is no such case; give its id',
      };
}

function readAnswers(text: string, sampleSize: number): CellRead {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= sampleSize
    ? { value: String(count) }
    : {
        code: 'ANSWERS_INVALID',
        zh: `应为 1 至 ${sampleSize}(样本量)的整数`,
        en: `A whole number from 1 to ${sampleSize}, the sample`,
      };
}

const readValue = (text: string): CellRead =>
  /^\d{1,9}(\.\d{1,6})?$/.test(text)
    ? { value: text }
    : { code: 'VALUE_INVALID', zh: '应为数字,如 92.5', en: 'A number such as 92.5' };

const HEADINGS = Object.fromEntries(SURVEY_COLUMNS.map(({ key, heading }) => [key, heading])) as Readonly<
  Record<SurveyKey, string>
>;

/** What a row's cells say of each other: a question has to be named, and its full value is not exceeded. */
function checkRow(
  { rowNumber, cells }: RawRow,
  question: string | null,
  { value }: Values,
  { questions }: SurveyWords,
): CellProblem[] {
  const named = (cells[HEADINGS.question] ?? '').trim() !== '';
  if (question === null) {
    if (named) return [];
    const list = questions.map(({ code }) => code).join('、') || '—';
    const [zh, en] = [`考核表有多道题或没有题,请写明:${list}`, `Name the question; there are: ${list}`];
    return [cellProblem(rowNumber, HEADINGS.question, '', 'CELL_EMPTY', zh, en)];
  }
  const full = questions.find(({ code }) => code === question)?.full ?? '100';
  if (value == null || (decimal(value).gte(ZERO) && decimal(value).lte(decimal(full)))) return [];
  const [zh, en] = [`应在 0 到 ${full} 之间`, `Between 0 and ${full}`];
  return [cellProblem(rowNumber, HEADINGS.value, value, 'VALUE_OUT_OF_RANGE', zh, en)];
}

const twice = ({ rowNumber, cells }: RawRow): CellProblem =>
  cellProblem(
    rowNumber,
    HEADINGS.unit,
    cells[HEADINGS.unit] ?? '',
    'ROW_TWICE',
    '同一题目、单位(和件)出现了两次,请保留一行',
    'The same question, unit (and case) stands twice; keep one row',
  );
