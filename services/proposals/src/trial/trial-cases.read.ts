import type { Transaction } from '@duban/kernel/runtime';
import type { ProposalKind } from '../case/vocabulary.js';
import type { TrialEvent } from './trial-event.js';

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

/** A case's events, and whose they are. */
type Row = TrialEvent & { readonly stream: string };

/**
 * What was recorded of some cases, of each event no more than a trial looks at: a year has hundreds of
 * thousands, and reading all there is of them would take longer than trying the draft.
 */
export async function trialEvents(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TrialEvent[]>> {
  const rows = await tx.query<Row>(
    `SELECT stream, type, payload, actor_id AS "actorId", actor_role AS "actorRole",
       to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "occurredAt"
     FROM proposals.event WHERE tenant_id = $1 AND stream = ANY($2::text[])
     ORDER BY stream, stream_version`,
    [tx.tenant, caseIds.map((id) => `proposal:${id}`)],
  );
  return Map.groupBy(rows, ({ stream }) => stream.slice('proposal:'.length));
}
