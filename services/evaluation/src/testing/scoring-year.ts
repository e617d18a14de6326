import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FactValue } from '@duban/kernel';
import { celExpressions, locateYaml } from '@duban/kernel/runtime';
import type { Facts } from '../facts/fact.js';
import { HANDED_OVER } from '../score/plain-case.js';
import { exampleJudge } from '../score/run-examples.js';
import type { ScoreRow } from '../score/score-input.js';
import { type ScoreTable, scoreSheet, scoreTable } from '../score/score-sheet.js';
import { effectiveSheets } from '../sheet/effective-sheets.js';
import { factReader, SCORING_FACTS } from '../sheet/scoring-facts.js';
import type { Sheet } from '../sheet/sheet.js';
import { whatIf } from '../whatif/what-if.js';
import { seeded } from './random-case.js';

const LANGUAGE = celExpressions(SCORING_FACTS);
const DAY = '2026-12-31';
const PRESET = '../../../../../localities/base/scoring-presets/ten-items-with-deductions.yaml';

/** The ten items of the preset, three of them by hand, with other weights for `onTime` and `satisfied`. */
function sheetWith(onTime: number, satisfied: number): Sheet {
  const text = readFileSync(join(import.meta.dirname, PRESET), 'utf8')
    .replace(/(onTime:[\s\S]*?weight: )14/, `$1${onTime}`)
    .replace(/(satisfied:[\s\S]*?weight: )14/, `$1${satisfied}`)
    .replace(/\n {4}examples:[\s\S]*$/, '\n');
  const layers = [{ source: 'preset', document: locateYaml('preset', text).value }];
  const { sheets, problems } = effectiveSheets(layers, LANGUAGE, exampleJudge(LANGUAGE));
  const [sheet] = Object.values(sheets.sheets);
  if (!sheet || problems.length > 0) throw new Error(`not a sheet: ${JSON.stringify(problems)}`);
  return sheet;
}

const pick = <Value>(values: readonly Value[], next: (below: number) => number): Value =>
  values[next(values.length)] as Value;

function factsOf(next: (below: number) => number): Facts {
  const day = `2026-0${1 + next(9)}-${10 + next(18)}`;
  return {
    ...HANDED_OVER,
    repliedOn: next(20) ? day : null,
    openDueOn: next(20) ? null : '2026-05-01',
    lateReplies: next(12) ? 0 : 1,
    closedOn: next(10) ? day : null,
    contacts: next(4),
    faceContacts: next(3),
    faceReply: next(3) > 0,
    returns: next(30) ? 0 : 2,
    outcomes: pick(['SOLVED', 'IN_PROGRESS|PLANNED', 'DEFERRED', null], next),
    resultFirst: pick(['SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED', null], next),
    resultFinal: pick(['SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED', null], next),
  };
}

/** For benchmarks: a year of many cases, and two sheets to score them by. */
export class ScoringYear {
  private readonly rows: readonly ScoreRow[];
  private readonly subjects: readonly string[];
  private readonly before = sheetWith(14, 14);
  private readonly after = sheetWith(20, 8);

  constructor(cases: number, units: number) {
    const next = seeded(7);
    this.subjects = Array.from({ length: units }, (_none, unit) => `u${unit}`);
    this.rows = Array.from({ length: cases }, (_none, number) => ({
      caseId: `c${number}`,
      subjectId: `u${next(units)}`,
      role: 'SOLE',
      round: 1,
      responsible: {},
      facts: factsOf(next),
    }));
  }

  /** Nothing is kept between two of these: each reads every fact anew. */
  private table(): ScoreTable {
    const { subjects, rows } = this;
    return scoreTable({ subjects, rows, evidence: [], day: DAY }, LANGUAGE);
  }

  whatIf() {
    return whatIf(this.before, this.after, this.table());
  }

  /** Whether the trial says what real runs say. */
  isRight(): boolean {
    const real = new Map(
      this.score(true).map(({ subjectId, counted, rank }) => [subjectId, { counted, rank }]),
    );
    return this.whatIf().moves.every(({ subjectId, after }) => {
      const run = real.get(subjectId);
      return run?.counted === after.counted && run.rank === after.rank;
    });
  }

  score(explain: boolean) {
    return scoreSheet(this.after, this.table(), { explain });
  }

  /** One condition over every case, through the language and through a function written by hand. */
  expression(): number {
    const cells = this.table().columns.expression(CONDITION);
    return cells.reduce<number>((sum, cell) => sum + (cell === true ? 1 : 0), 0);
  }

  /** The same, evaluated for each case without remembering any; by another library where one is given. */
  evaluated(value: Evaluation = OWN.value): number {
    let sum = 0;
    for (const row of this.rows) {
      const item = Object.fromEntries(READERS.map(([name, read]) => [name, read(row, DAY)]));
      if (value({ item }) === true) sum += 1;
    }
    return sum;
  }

  byHand(): number {
    let sum = 0;
    for (const { facts } of this.rows) {
      const overdue = facts.openDueOn !== null && facts.openDueOn < DAY;
      if (facts.repliedOn !== null && facts.lateReplies === 0 && !overdue && facts.contacts >= 2) sum += 1;
    }
    return sum;
  }
}

/** What a library of expressions makes of a case's facts. */
export type Evaluation = (facts: Readonly<Record<string, Readonly<Record<string, FactValue>>>>) => unknown;

export const CONDITION = 'item.onTime && item.contacts >= 2';
const OWN = LANGUAGE.compile(CONDITION, {});
const READERS = OWN.reads.map((path) => [path.split('.')[1] ?? '', factReader(path)] as const);
