import { decimal, type Exact, text, ZERO } from '../sheet/decimal.js';
import { type Cost, leafKey, type SubjectScore } from './score-tree.js';

/** What an indicator (or a bonus or deduction) gives in each of two scores; null where one does not have it. */
export type Shift = {
  readonly code: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly difference: string;
};

/** What one case, or one record, cost in each of two scores. */
export type CaseShift = {
  readonly caseId: string | null;
  readonly recordId: string | null;
  readonly before: string;
  readonly after: string;
};

/** What is not the same in two scores of a subject, the largest first. */
export function shiftsBetween(before: SubjectScore | null, after: SubjectScore | null): Shift[] {
  const [then, now] = [partsOf(before), partsOf(after)];
  return [...new Set([...then.keys(), ...now.keys()])]
    .map((code): readonly [Exact, Shift] => {
      const [was, is] = [then.get(code) ?? null, now.get(code) ?? null];
      const difference = decimal(is ?? 0).minus(decimal(was ?? 0));
      return [difference, { code, before: was, after: is, difference: text(difference) }];
    })
    .filter(([difference]) => !difference.eq(ZERO))
    .sort(([a, one], [b, other]) => b.abs().cmp(a.abs()) || (one.code < other.code ? -1 : 1))
    .map(([, shift]) => shift);
}

const partsOf = (score: SubjectScore | null): ReadonlyMap<string, string> =>
  new Map([
    ...(score?.lines ?? []).map(({ indicator, points }) => [indicator, points] as const),
    ...(score?.adjustments ?? []).map(({ adjustment, points }) => [adjustment, points] as const),
  ]);

/** The cases and records behind an indicator, a bonus or a deduction, in either of two explained scores. */
export function caseShiftsBetween(
  before: SubjectScore | null,
  after: SubjectScore | null,
  code: string,
): CaseShift[] {
  const [then, now] = [before, after].map((score) => costsIn(score, code));
  const keys = [...new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
  return keys.map((key) => {
    const [was, is] = [then?.get(key), now?.get(key)];
    const { caseId = null, recordId = null } = was ?? is ?? {};
    return { caseId, recordId, before: was?.lost ?? '0', after: is?.lost ?? '0' };
  });
}

function costsIn(score: SubjectScore | null, code: string): ReadonlyMap<string, Cost> {
  const costs =
    score?.lines.find(({ indicator }) => indicator === code)?.costs ??
    score?.adjustments.find(({ adjustment }) => adjustment === code)?.causes ??
    [];
  return new Map(costs.map((cost) => [leafKey(cost), cost]));
}
