import pg from 'pg';
import { sqlStateOf } from './errors.js';
import { roleStatements, type WantedRole } from './provision-roles.js';
import { roleName } from './role-name.js';

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
    await inOneGo(client, () => plan(client, options));
  } finally {
    await client.end();
  }
}

type Place = { readonly database: string; readonly admin: string; readonly superuser: boolean };

async function plan(client: pg.Client, { services, secrets }: ProvisionOptions): Promise<string[]> {
  const { rows } = await client.query(
    'SELECT current_database() AS database, current_user AS admin, rolsuper AS superuser FROM pg_roles WHERE rolname = current_user',
  );
  const { database, admin, superuser } = rows[0] as Place;
  const place = { database: pg.escapeIdentifier(database), admin: pg.escapeIdentifier(admin), superuser };
  const roles = services.flatMap((service) => rolesOf(service, secrets));
  return [
    'REVOKE ALL ON SCHEMA public FROM PUBLIC',
    `REVOKE ALL ON DATABASE ${place.database} FROM PUBLIC`,
    ...(await roleStatements(client, place, roles)),
    ...services.flatMap((service) => schemaOf(service, place)),
    ...services.flatMap((service) => membersOf(service)),
    ...services.flatMap((service) => defaultsOf(service, place.database)),
  ];
}

function rolesOf(service: ServicePlan, secrets: Readonly<Record<string, string>>): WantedRole[] {
  const login = (name: string): WantedRole => {
    const password = secrets[name];
    if (!password) throw new Error(`no password for database role ${name}`);
    // The migrator inherits nothing: it becomes the owner by SET ROLE, visibly.
    return { name, inherit: name !== roleName(service.name, 'migrator'), password };
  };
  return [
    { name: roleName(service.name, 'owner'), inherit: true },
    { name: roleName(service.name, 'events'), inherit: true },
    ...loginRolesOf(service).map(login),
  ];
}

function schemaOf(service: ServicePlan, { database, admin, superuser }: Place): string[] {
  const schema = service.name;
  const owner = roleName(schema, 'owner');
  const users = [roleName(schema, 'events'), ...loginRolesOf(service).slice(1)].join(', ');
  return [
    ...(superuser ? [] : [`GRANT ${owner} TO ${admin}`]),
    `CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${owner}`,
    `ALTER SCHEMA ${schema} OWNER TO ${owner}`,
    `REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC`,
    `GRANT USAGE ON SCHEMA ${schema} TO ${users}`,
    `ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${database} TO ${loginRolesOf(service).join(', ')}`,
    ...(superuser ? [] : [`REVOKE ${owner} FROM ${admin}`]),
  ];
}

const membersOf = ({ name, consumes = [] }: ServicePlan): string[] => [
  `GRANT ${roleName(name, 'owner')} TO ${roleName(name, 'migrator')}`,
  ...consumes.map((source) => `GRANT ${roleName(source, 'events')} TO ${roleName(name, 'relay')}`),
];

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
async function inOneGo(client: pg.Client, planned: () => Promise<string[]>): Promise<void> {
  for (let tried = 0; ; tried++) {
    try {
      await client.query('BEGIN');
      await client.query(`SELECT pg_advisory_xact_lock(hashtext('duban provision'))`);
      for (const statement of await planned()) await client.query(statement);
      await client.query('COMMIT');
      return;
    } catch (error) {
      await client.query('ROLLBACK');
      if (tried === 9 || !BUSY.includes(sqlStateOf(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 200));
    }
  }
}
