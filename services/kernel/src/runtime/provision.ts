import pg from 'pg';
import { sqlStateOf } from './errors.js';
import { roleName } from './role-name.js';
import { scramVerifier } from './scram.js';

/** A service to provide for: its schema and roles, and whose events its relay may read. */
export type ServicePlan = { readonly name: string; readonly consumes?: readonly string[] };

export type ProvisionOptions = {
  readonly services: readonly ServicePlan[];
  /** Password (ASCII) of each login role (see `loginRolesOf`), by role name. */
  readonly secrets: Readonly<Record<string, string>>;
};

/** The roles of a service that log in and so need a password. */
export const loginRolesOf = ({ name, consumes = [] }: ServicePlan): string[] => [
  roleName(name, 'migrator'),
  roleName(name, 'app'),
  ...(consumes.length > 0 ? [roleName(name, 'relay')] : []),
];

/** The administrator's URL with another user in it. */
export function urlOfRole(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}

/**
 * Creates roles, schemas and grants in the database the URL names, takes from PUBLIC what it has by
 * default, and sets the passwords. Idempotent; all or nothing. The URL's user must be superuser, or
 * own the database and have CREATEROLE.
 */
export async function provision(adminUrl: string, options: ProvisionOptions): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'duban provision' });
  await client.connect();
  try {
    const statements = await plan(client, options);
    await inOneGo(client, statements);
  } finally {
    await client.end();
  }
}

async function plan(client: pg.Client, { services, secrets }: ProvisionOptions): Promise<string[]> {
  const { rows } = await client.query(`SELECT rolname, rolsuper, rolbypassrls FROM pg_roles`);
  const known = new Map(rows.map((row) => [row.rolname as string, row.rolsuper || row.rolbypassrls]));
  const { rows: about } = await client.query('SELECT current_database() AS database, current_user AS admin');
  const { database, admin } = about[0] as { database: string; admin: string };
  const place = { database: pg.escapeIdentifier(database), admin: pg.escapeIdentifier(admin) };
  return [
    'REVOKE ALL ON SCHEMA public FROM PUBLIC',
    `REVOKE ALL ON DATABASE ${place.database} FROM PUBLIC`,
    ...services.flatMap((service) => rolesOf(service, known, secrets)),
    ...services.flatMap((service) => schemaOf(service, place)),
    ...services.flatMap((service) => readersOf(service)),
    ...services.flatMap((service) => defaultsOf(service, place.database)),
  ];
}

function rolesOf(
  service: ServicePlan,
  known: ReadonlyMap<string, boolean>,
  secrets: Readonly<Record<string, string>>,
): string[] {
  const groups = [roleName(service.name, 'owner'), roleName(service.name, 'events')];
  const role = (name: string, options: string): string[] => [
    known.has(name) ? `ALTER ROLE ${name} ${options}` : `CREATE ROLE ${name} ${options}`,
    ...(known.get(name) ? [`ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS`] : []),
  ];
  const login = (name: string): string[] => {
    const secret = secrets[name];
    if (!secret) throw new Error(`no password for database role ${name}`);
    // The migrator inherits nothing: it becomes the owner by SET ROLE, visibly.
    const inherit = name === roleName(service.name, 'migrator') ? 'NOINHERIT' : 'INHERIT';
    return role(name, `LOGIN ${inherit} NOCREATEDB NOCREATEROLE PASSWORD '${scramVerifier(secret)}'`);
  };
  return [
    ...groups.flatMap((name) => role(name, 'NOLOGIN NOCREATEDB NOCREATEROLE')),
    ...loginRolesOf(service).flatMap(login),
    `GRANT ${roleName(service.name, 'owner')} TO ${roleName(service.name, 'migrator')}`,
  ];
}

type Place = { readonly database: string; readonly admin: string };

function schemaOf(service: ServicePlan, { database, admin }: Place): string[] {
  const schema = service.name;
  const owner = roleName(schema, 'owner');
  const users = [roleName(schema, 'events'), ...loginRolesOf(service).slice(1)].join(', ');
  return [
    `GRANT ${owner} TO ${admin}`,
    `CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${owner}`,
    `ALTER SCHEMA ${schema} OWNER TO ${owner}`,
    `REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC`,
    `GRANT USAGE ON SCHEMA ${schema} TO ${users}`,
    `ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${database} TO ${loginRolesOf(service).join(', ')}`,
    `REVOKE ${owner} FROM ${admin}`,
  ];
}

const readersOf = ({ name, consumes = [] }: ServicePlan): string[] =>
  consumes.map((source) => `GRANT ${roleName(source, 'events')} TO ${roleName(name, 'relay')}`);

/** What holds for a connection that sets nothing itself. */
function defaultsOf(service: ServicePlan, database: string): string[] {
  const settings = {
    search_path: service.name,
    statement_timeout: "'10s'",
    lock_timeout: "'5s'",
    idle_in_transaction_session_timeout: "'15s'",
  };
  return loginRolesOf(service)
    .slice(1)
    .flatMap((role) =>
      Object.entries(settings).map(
        ([name, value]) => `ALTER ROLE ${role} IN DATABASE ${database} SET ${name} = ${value}`,
      ),
    );
}

const BUSY = ['XX000', '40P01', '40001', '23505', '42710'];

/** Roles belong to the whole server: provisioning two of its databases at once can collide, and is then repeated. */
async function inOneGo(client: pg.Client, statements: readonly string[]): Promise<void> {
  for (let tried = 0; ; tried++) {
    try {
      await client.query('BEGIN');
      await client.query(`SELECT pg_advisory_xact_lock(hashtext('duban provision'))`);
      for (const statement of statements) await client.query(statement);
      await client.query('COMMIT');
      return;
    } catch (error) {
      await client.query('ROLLBACK');
      if (tried === 9 || !BUSY.includes(sqlStateOf(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 200));
    }
  }
}
