import { type CalendarDate, canonicalJson, type ExpressionLanguage } from '@duban/kernel';
import { FACT_COLUMN_NAMES, type Facts } from '../facts/fact.js';
import { type Evidence, type ScoreInput, type ScoreRow, subjectsIn } from '../score/score-input.js';
import { scoreSheet, scoreTable } from '../score/score-sheet.js';
import type { SubjectScore } from '../score/score-tree.js';
import type { Sheet } from '../sheet/sheet.js';

/** What a run read: with the sheet, everything that its bytes follow from. */
export type RunRecord = Omit<ScoreInput, 'subjects'>;

/** A subject's score as it is published: its whole tree, in one way of writing. */
export type RunResult = { readonly subjectId: string; readonly tree: string };

export type Run = {
  readonly scores: readonly SubjectScore[];
  /** In the order of subjects' ids. */
  readonly results: readonly RunResult[];
  /** What the hash of a run is made of: one tree a line. */
  readonly bytes: string;
};

/** Scores everybody by a sheet over what was read, with every case that cost points. */
export function runOver(sheet: Sheet, record: RunRecord, language: ExpressionLanguage): Run {
  const input = { ...record, subjects: subjectsIn(record) };
  const scores = scoreSheet(sheet, scoreTable(input, language), { explain: true });
  const results = scores.map((score) => ({ subjectId: score.subjectId, tree: canonicalJson(score) }));
  return { scores, results, bytes: results.map(({ tree }) => `${tree}\n`).join('') };
}

export const readTree = ({ tree }: RunResult): SubjectScore => JSON.parse(tree) as SubjectScore;

type Written = {
  readonly day: CalendarDate;
  readonly columns: readonly (keyof Facts)[];
  readonly rows: readonly (readonly [
    caseId: string,
    subjectId: string,
    role: string,
    round: number,
    responsible: Readonly<Record<string, string>>,
    facts: readonly unknown[],
  ])[];
  readonly evidence: readonly Evidence[];
};

/** One text for the same facts in any order; facts as lists under a heading, for there may be many. */
export function writeRecord({ day, rows, evidence }: RunRecord): string {
  const columns = FACT_COLUMN_NAMES;
  const lists = rows.map(({ caseId, subjectId, role, round, responsible, facts }) =>
    canonicalJson([caseId, subjectId, role, round, responsible, columns.map((column) => facts[column])]),
  );
  const records = evidence.map((one) => canonicalJson(one));
  const head = `{"day":${JSON.stringify(day)},"columns":${JSON.stringify(columns)}`;
  return `${head},"rows":[${lists.sort().join(',\n')}],"evidence":[${records.sort().join(',\n')}]}\n`;
}

export function readRecord(text: string): RunRecord {
  const { day, columns, rows, evidence } = JSON.parse(text) as Written;
  const read = rows.map(([caseId, subjectId, role, round, responsible, values]): ScoreRow => {
    const facts = Object.fromEntries(columns.map((column, index) => [column, values[index]]));
    return { caseId, subjectId, role, round, responsible, facts: facts as unknown as Facts };
  });
  return { day, rows: read, evidence };
}
