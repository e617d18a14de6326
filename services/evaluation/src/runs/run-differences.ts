import { FACT_COLUMN_NAMES } from '../facts/fact.js';
import type { ScoreRow } from '../score/score-input.js';
import { type CaseShift, caseShiftsBetween, shiftsBetween } from '../score/score-shifts.js';
import { leafKey, type SubjectScore } from '../score/score-tree.js';
import type { RunRecord } from './run-record.js';

/** A fact of a case, or the value of a record, that is not what it was; null: there was none, or is none. */
export type FactChange = {
  readonly fact: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** A case or a record of which something else is known, and what it cost then and now. */
export type Cause = CaseShift & { readonly facts: readonly FactChange[] };

export type LineDifference = {
  readonly code: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly causedBy: readonly Cause[];
};

/** A subject whose score, rank or grade is not what it was; null where it has no score. */
export type ScoreDifference = {
  readonly subjectId: string;
  readonly before: SubjectScore | null;
  readonly after: SubjectScore | null;
  readonly lines: readonly LineDifference[];
};

/** Two runs by one sheet, the published one first, each with what it read. */
export type RunPair = {
  readonly before: { readonly record: RunRecord; readonly scores: readonly SubjectScore[] };
  readonly after: { readonly record: RunRecord; readonly scores: readonly SubjectScore[] };
};

/** Who has another score than was published, on which lines, and because of which cases and records. */
export function differencesOf({ before, after }: RunPair): ScoreDifference[] {
  const [then, now] = [before, after].map(
    ({ scores }) => new Map(scores.map((score) => [score.subjectId, score])),
  );
  const [factsThen, factsNow] = [before, after].map(({ record }) => knownOf(record));
  const subjects = [...new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
  return subjects.flatMap((subjectId) => {
    const [was, is] = [then?.get(subjectId) ?? null, now?.get(subjectId) ?? null];
    const changes = changesOf(factsThen?.get(subjectId), factsNow?.get(subjectId));
    const lines = shiftsBetween(was, is).map(
      ({ difference: _, ...shift }): LineDifference => ({
        ...shift,
        causedBy: causesOf(caseShiftsBetween(was, is, shift.code), changes),
      }),
    );
    const differs = lines.length > 0 || standingOf(was) !== standingOf(is);
    return differs ? [{ subjectId, before: was, after: is, lines }] : [];
  });
}

const standingOf = (score: SubjectScore | null): string | null =>
  score &&
  JSON.stringify([
    score.counted,
    score.rank,
    score.rankedOf,
    score.grade,
    score.eligibleForAward,
    score.vetoes,
  ]);

type Leaf = { readonly caseId: string | null; readonly recordId: string | null };
type Change = Leaf & { readonly facts: readonly FactChange[] };

/** Those that cost something else on the line; where none does, whatever changed for the subject. */
function causesOf(shifts: readonly CaseShift[], changes: ReadonlyMap<string, Change>): Cause[] {
  const costs = new Map(shifts.map((shift) => [leafKey(shift), shift]));
  const causes = [...changes].map(([key, change]): Cause => {
    const { before = '0', after = '0' } = costs.get(key) ?? {};
    return { ...change, before, after };
  });
  const costing = causes.filter(({ before, after }) => before !== after);
  return costing.length > 0 ? costing : causes;
}

type Known = ReadonlyMap<string, Leaf & { readonly values: ReadonlyMap<string, string | null> }>;

/** What is known of each subject, leaf by leaf, as words that can be compared. */
function knownOf({ rows, evidence }: RunRecord): ReadonlyMap<string, Known> {
  const known = new Map<string, Map<string, Leaf & { values: ReadonlyMap<string, string | null> }>>();
  const put = (subjectId: string, leaf: Leaf, values: ReadonlyMap<string, string | null>): void => {
    const own = known.get(subjectId) ?? new Map();
    own.set(leafKey(leaf), { ...leaf, values });
    known.set(subjectId, own);
  };
  // A unit may have two parts of one case: the order decides which of them speaks, and must not depend on chance.
  const ordered = rows.toSorted((a, b) => (`${a.role} ${a.round}` < `${b.role} ${b.round}` ? -1 : 1));
  for (const row of ordered) put(row.subjectId, { caseId: row.caseId, recordId: null }, valuesOf(row));
  for (const { subjectId, recordId, source, code, value } of evidence)
    put(subjectId, { caseId: null, recordId }, new Map([[`${source} ${code}`, value]]));
  return known;
}

function valuesOf({ role, round, responsible, facts }: ScoreRow): ReadonlyMap<string, string | null> {
  const word = (value: unknown): string | null =>
    value === null || value === undefined ? null : String(value);
  return new Map([
    ['role', role],
    ['round', String(round)],
    ...Object.entries(responsible),
    ...FACT_COLUMN_NAMES.map((column) => [column, word(facts[column])] as const),
  ]);
}

function changesOf(then: Known | undefined, now: Known | undefined): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>();
  for (const key of [...new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])])].sort()) {
    const [was, is] = [then?.get(key), now?.get(key)];
    const { caseId = null, recordId = null } = was ?? is ?? {};
    const names = new Set([...(was?.values.keys() ?? []), ...(is?.values.keys() ?? [])]);
    const facts = [...names]
      .map((fact) => ({ fact, before: was?.values.get(fact) ?? null, after: is?.values.get(fact) ?? null }))
      .filter(({ before, after }) => before !== after);
    if (facts.length > 0) changes.set(key, { caseId, recordId, facts });
  }
  return changes;
}
