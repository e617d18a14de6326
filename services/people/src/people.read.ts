import type { Transaction } from '@duban/kernel/runtime';
import type { Account } from './account.js';
import type { Key } from './account.store.js';
import type { RoleGrant } from './grant.js';
import type { Group } from './group.js';
import type { Mandate } from './mandate.js';
import type { Person } from './person.js';

/** A row with the locality it belongs to, which its public id needs. */
export type Found<Row> = Row & { readonly tenant: number };

const PERSON = `tenant_id AS tenant, id, name, gender, ethnicity, phone, version`;
export const MANDATE = `tenant_id AS tenant, id, person_id AS "personId", kind, certificate_number AS "certificateNumber",
  term, electoral_unit AS "electoralUnit", delegation, sector, party, status, reason,
  valid_from::text AS "from", valid_to::text AS "to", version`;
export const ACCOUNT = `tenant_id AS tenant, id, login, subject, person_id AS "personId", status, failed_attempts AS "failedAttempts",
  to_char(locked_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "lockedUntil",
  must_change_password AS "mustChangePassword",
  to_char(password_set_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "passwordSetAt", version`;
const GRANT = `tenant_id AS tenant, id, account_id AS "accountId", role, unit_id AS "unitId", section_id AS "sectionId",
  mandate_id AS "mandateId", valid_from::text AS "validFrom", valid_to::text AS "validTo",
  to_char(ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "endedAt", is_primary AS "primary"`;
export const GROUP = `tenant_id AS tenant, id, kind, name`;

/** Batches for loaders: one statement for all keys. Row-level security decides what is there. */
export function peopleReads(tx: Transaction) {
  const byKeys =
    <Row extends Key>(table: string, columns: string) =>
    async (keys: readonly Key[]): Promise<(Row | null)[]> => {
      const rows = await tx.query<Row>(
        `SELECT ${columns} FROM people.${table} WHERE (tenant_id, id) IN (SELECT * FROM unnest($1::int[], $2::uuid[]))`,
        [keys.map(({ tenant }) => tenant), keys.map(({ id }) => id)],
      );
      const found = new Map(rows.map((row) => [textOf(row), row]));
      return keys.map((key) => found.get(textOf(key)) ?? null);
    };
  const listsByKeys =
    <Row extends { readonly tenant: number }>(sql: string, owner: (row: Row) => string) =>
    async (keys: readonly Key[], ...params: readonly unknown[]): Promise<Row[][]> => {
      const rows = await tx.query<Row>(sql, [
        keys.map(({ tenant }) => tenant),
        keys.map(({ id }) => id),
        ...params,
      ]);
      const lists = Map.groupBy(rows, (row) => textOf({ tenant: row.tenant, id: owner(row) }));
      return keys.map((key) => lists.get(textOf(key)) ?? []);
    };
  return {
    query: tx.query.bind(tx) as Transaction['query'],
    persons: byKeys<Found<Person>>('person', PERSON),
    mandates: byKeys<Found<Mandate>>('mandate', MANDATE),
    accounts: byKeys<Found<Account>>('account', ACCOUNT),
    grants: byKeys<Found<RoleGrant>>('role_grant', GRANT),
    groups: byKeys<Found<Group>>('person_group', GROUP),
    mandatesOfPersons: listsByKeys<Found<Mandate>>(
      `SELECT ${MANDATE} FROM people.mandate
       WHERE (tenant_id, person_id) IN (SELECT * FROM unnest($1::int[], $2::uuid[])) ORDER BY valid_from DESC, id`,
      ({ personId }) => personId,
    ),
    grantsOfAccounts: listsByKeys<Found<RoleGrant>>(
      `SELECT ${GRANT} FROM people.role_grant
       WHERE (tenant_id, account_id) IN (SELECT * FROM unnest($1::int[], $2::uuid[])) ORDER BY valid_from, id`,
      ({ accountId }) => accountId,
    ),
    groupsOfPersons: listsByKeys<Found<Group> & { personId: string }>(
      `SELECT g.tenant_id AS tenant, g.id, g.kind, g.name, m.person_id AS "personId"
       FROM people.group_member m JOIN people.person_group g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
       WHERE (m.tenant_id, m.person_id) IN (SELECT * FROM unnest($1::int[], $2::uuid[])) ${NOW} ORDER BY g.kind, g.name`,
      ({ personId }) => personId,
    ),
    /** The first `$3` of each group, by name, and how many there are in all. */
    membersOfGroups: listsByKeys<Found<Person> & { groupId: string; total: number }>(
      `SELECT * FROM (
         SELECT p.tenant_id AS tenant, p.id, p.name, p.gender, p.ethnicity, p.phone, p.version, m.group_id AS "groupId",
           count(*) OVER (PARTITION BY m.tenant_id, m.group_id)::int AS total,
           row_number() OVER (PARTITION BY m.tenant_id, m.group_id ORDER BY p.name, p.id) AS rank
         FROM people.group_member m JOIN people.person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id
         WHERE (m.tenant_id, m.group_id) IN (SELECT * FROM unnest($1::int[], $2::uuid[])) ${NOW}
       ) AS member WHERE rank <= $3 ORDER BY rank`,
      ({ groupId }) => groupId,
    ),
  };
}

/** Membership on the day of the transaction, counted in Asia/Shanghai. */
const NOW = `AND m.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date
  AND (m.valid_to IS NULL OR m.valid_to >= (now() AT TIME ZONE 'Asia/Shanghai')::date)`;

export type PeopleReads = ReturnType<typeof peopleReads>;

export const textOf = ({ tenant, id }: Key): string => `${tenant}/${id}`;
