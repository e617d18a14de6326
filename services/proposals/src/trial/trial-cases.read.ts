import type { Transaction } from '@duban/kernel/runtime';
import type { ProposalKind } from '../case/vocabulary.js';

/** Which cases are tried: those of a year, of one kind or of all, after one that was tried before. */
export type TrialRange = {
  readonly year: number;
  readonly kind: ProposalKind | null;
  readonly after: string | null;
  readonly most: number;
};

export type TrialCase = { readonly id: string; readonly kind: ProposalKind };

/** `done` counts all up to the last of `cases`, so that a long trial can say how far it has come. */
export type TrialPage = {
  readonly cases: readonly TrialCase[];
  readonly done: number;
  readonly total: number;
};

/** Cases of a locality that are counted under a year, by their ids, a part at a time. */
export async function trialCases(tx: Transaction, range: TrialRange): Promise<TrialPage> {
  const { year, kind, after, most } = range;
  const ofYear = 'tenant_id = $1 AND year = $2 AND ($3::text IS NULL OR kind = $3)';
  const cases = await tx.query<TrialCase>(
    `SELECT id, kind FROM proposals.proposal WHERE ${ofYear} AND ($4::uuid IS NULL OR id > $4::uuid)
     ORDER BY id LIMIT $5`,
    [tx.tenant, year, kind, after, most],
  );
  const last = cases.at(-1)?.id ?? after;
  const [counted] = await tx.query<{ done: number; total: number }>(
    `SELECT count(*) FILTER (WHERE id <= $4::uuid)::int AS done, count(*)::int AS total
     FROM proposals.proposal WHERE ${ofYear}`,
    [tx.tenant, year, kind, last],
  );
  return { cases, done: counted?.done ?? 0, total: counted?.total ?? 0 };
}
