import type { Client } from 'pg';
import { matchesVerifier, scramVerifier } from './scram.js';

/** A role as it should be; `password` makes it one that logs in. */
export type WantedRole = { readonly name: string; readonly inherit: boolean; readonly password?: string };

type KnownRole = {
  readonly name: string;
  readonly unbound: boolean;
  readonly login: boolean;
  readonly inherit: boolean;
  readonly creates: boolean;
  readonly verifier: string | null;
};

/** Statements that make the server's roles as wanted; none for a role that is so already, since roles are shared by all databases. */
export async function roleStatements(
  client: Client,
  admin: { readonly superuser: boolean },
  wanted: readonly WantedRole[],
): Promise<string[]> {
  // Only a superuser may see what is stored of a password; others set it each time.
  const [source, password] = admin.superuser ? ['pg_authid', 'rolpassword'] : ['pg_roles', 'NULL'];
  const { rows } = await client.query<KnownRole>(
    `SELECT rolname AS name, rolsuper OR rolbypassrls OR rolreplication AS unbound, rolcanlogin AS login, rolinherit AS inherit,
       rolcreatedb OR rolcreaterole AS creates, ${password} AS verifier FROM ${source} WHERE rolname = ANY ($1)`,
    [wanted.map(({ name }) => name)],
  );
  const known = new Map(rows.map((row) => [row.name, row]));
  return wanted.flatMap((role) => statementsFor(role, known.get(role.name)));
}

function statementsFor(role: WantedRole, known: KnownRole | undefined): string[] {
  const { name, inherit, password } = role;
  const login = password !== undefined;
  const secret = login ? ` PASSWORD '${scramVerifier(password)}'` : '';
  const options = `${login ? 'LOGIN' : 'NOLOGIN'} ${inherit ? 'INHERIT' : 'NOINHERIT'}${secret}`;
  if (!known) return [`CREATE ROLE ${name} ${options}`];
  const same = known.login === login && known.inherit === inherit;
  const sameSecret = !login || (known.verifier !== null && matchesVerifier(password, known.verifier));
  return [
    ...(same && sameSecret ? [] : [`ALTER ROLE ${name} ${options}`]),
    // Said only when needed: an administrator may name only attributes that they have themselves.
    ...(known.creates ? [`ALTER ROLE ${name} NOCREATEDB NOCREATEROLE`] : []),
    ...(known.unbound ? [`ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS NOREPLICATION`] : []),
  ];
}
