import type { CalendarDate } from '@duban/kernel';
import type { Transaction } from '@duban/kernel/runtime';
import type { ProposalKind } from '../case/vocabulary.js';
import { closesOf, type DeclaredCloses, type DeclaredSession } from '../process/sessions.js';

export type SessionRow = {
  readonly kind: ProposalKind;
  readonly year: number;
  readonly term: number;
  readonly session: number;
  readonly opens_on: CalendarDate;
  readonly closes_on: CalendarDate | null;
  readonly version: number;
};

/** The sessions (届次) that a locality has declared, the latest first. */
export const sessionsOf = (tx: Transaction, year: number | null): Promise<SessionRow[]> =>
  tx.query<SessionRow>(
    `SELECT kind, year, term, session, opens_on::text, closes_on::text, version FROM proposals.session
     WHERE tenant_id = $1 AND ($2::int IS NULL OR year = $2) ORDER BY year DESC, kind`,
    [tx.tenant, year],
  );

/** When the sessions that a locality has declared closed. */
export const declaredCloses = async (tx: Transaction): Promise<DeclaredCloses> =>
  closesOf((await sessionsOf(tx, null)).map(declaredSession));

/** A session as the rules know it. */
export const declaredSession = ({
  opens_on,
  closes_on,
  kind,
  year,
  term,
  session,
}: SessionRow): DeclaredSession => ({
  ...{ kind, year, term, session, opensOn: opens_on, closesOn: closes_on },
});

/** When the session of a year closed, as declared; null when nobody has said. */
export async function declaredClose(
  tx: Transaction,
  year: number,
  kind: ProposalKind | null,
): Promise<CalendarDate | null> {
  const rows = await sessionsOf(tx, year);
  const own = kind === null ? rows : rows.filter((row) => row.kind === kind);
  return own[0]?.closes_on ?? null;
}
