import { eventLogTables, protectTenantTable, signInPolicy } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'people';

const TABLES = `
CREATE TABLE people.person (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  gender text,
  ethnicity text,
  phone text,
  version int NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE people.mandate (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  certificate_number text,
  term text NOT NULL,
  electoral_unit text,
  delegation text,
  sector text,
  party text,
  status text NOT NULL,
  reason text,
  valid_from date NOT NULL,
  valid_to date,
  version int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES people.person (tenant_id, id)
);
CREATE INDEX mandate_by_person ON people.mandate (tenant_id, person_id);

CREATE TABLE people.person_group (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, kind, name)
);

CREATE TABLE people.group_member (
  tenant_id int NOT NULL,
  group_id uuid NOT NULL,
  person_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (tenant_id, group_id, person_id, valid_from),
  FOREIGN KEY (tenant_id, group_id) REFERENCES people.person_group (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES people.person (tenant_id, id)
);
CREATE INDEX group_member_by_person ON people.group_member (tenant_id, person_id);

CREATE TABLE people.account (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  login text NOT NULL,
  subject text NOT NULL,
  person_id uuid,
  password_hash text,
  status text NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  failed_attempts int NOT NULL DEFAULT 0,
  locked_until timestamptz(3),
  version int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, login),
  UNIQUE (tenant_id, subject),
  FOREIGN KEY (tenant_id, person_id) REFERENCES people.person (tenant_id, id)
);
-- Sign-in knows the login or the subject before it knows the locality.
CREATE INDEX account_by_login ON people.account (login);
CREATE INDEX account_by_subject ON people.account (subject);

CREATE TABLE people.role_grant (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL,
  unit_id uuid,
  section_id uuid,
  mandate_id uuid,
  valid_from date NOT NULL,
  valid_to date,
  ended_at timestamptz(3),
  is_primary boolean NOT NULL,
  version int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES people.account (tenant_id, id),
  FOREIGN KEY (tenant_id, mandate_id) REFERENCES people.mandate (tenant_id, id)
);
CREATE INDEX role_grant_by_account ON people.role_grant (tenant_id, account_id);
CREATE INDEX role_grant_by_mandate ON people.role_grant (tenant_id, mandate_id);

-- Which demonstration file was loaded last: an unchanged file is skipped.
CREATE TABLE people.demonstration_file (
  tenant_id int NOT NULL,
  hash text NOT NULL,
  loaded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id)
);

-- Sessions, codes and refresh tokens of the sign-in. Before a person has signed in nobody knows of which
-- locality they are, so tenant_id is the number that no locality has. Hashes stand where a value would
-- let somebody in.
CREATE TABLE people.sign_in_state (
  tenant_id int NOT NULL,
  key text NOT NULL,
  kind text NOT NULL,
  uid text,
  grant_key text,
  payload jsonb NOT NULL,
  consumed_at timestamptz(3),
  expires_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, key)
);
CREATE INDEX sign_in_state_by_uid ON people.sign_in_state (tenant_id, uid) WHERE uid IS NOT NULL;
CREATE INDEX sign_in_state_by_grant ON people.sign_in_state (tenant_id, grant_key) WHERE grant_key IS NOT NULL;
CREATE INDEX sign_in_state_by_expiry ON people.sign_in_state (tenant_id, expires_at);
`;

/**
 * A row of sign_in_state can be reached only by whoever names it: by its key, its session's uid or
 * its grant, one of which stands in the transaction's setting. Nobody can list the table. What has
 * expired may be swept away by the system.
 */
const NOBODYS = `tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::int)`;
const NAMED = `${NOBODYS} AND (SELECT current_setting('app.purpose', true)) = 'SIGN_IN'
  AND (SELECT nullif(current_setting('app.sign_in_key', true), '')) IN (key, uid, grant_key)`;
const EXPIRED = `${NOBODYS} AND (SELECT current_setting('app.purpose', true)) = 'SYSTEM' AND expires_at < now()`;

const SIGN_IN_STATE = `
ALTER TABLE people.sign_in_state ENABLE ROW LEVEL SECURITY;
ALTER TABLE people.sign_in_state FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON people.sign_in_state TO duban_people_app;
CREATE POLICY named_select ON people.sign_in_state FOR SELECT TO duban_people_app USING (${NAMED});
CREATE POLICY named_insert ON people.sign_in_state FOR INSERT TO duban_people_app WITH CHECK (${NAMED});
CREATE POLICY named_update ON people.sign_in_state FOR UPDATE TO duban_people_app USING (${NAMED}) WITH CHECK (${NAMED});
CREATE POLICY named_delete ON people.sign_in_state FOR DELETE TO duban_people_app USING (${NAMED});
CREATE POLICY expired_select ON people.sign_in_state FOR SELECT TO duban_people_app USING (${EXPIRED});
CREATE POLICY expired_delete ON people.sign_in_state FOR DELETE TO duban_people_app USING (${EXPIRED});
`;

const PROTECTED = ['person', 'mandate', 'person_group', 'account', 'role_grant', 'demonstration_file'];

/** Persons, mandates, groups, accounts, grants, the event log, and what sign-in keeps. */
export class People1764000000001 implements MigrationInterface {
  readonly name = 'People1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(eventLogTables(SCHEMA));
    await runner.query(TABLES);
    for (const table of PROTECTED) await runner.query(protectTenantTable(SCHEMA, table));
    await runner.query(
      protectTenantTable(SCHEMA, 'group_member', { commands: ['INSERT', 'UPDATE', 'DELETE'] }),
    );
    await runner.query(signInPolicy(SCHEMA, 'account', 'login', 'app.login'));
    await runner.query(signInPolicy(SCHEMA, 'account', 'subject', 'app.subject'));
    await runner.query(SIGN_IN_STATE);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['sign_in_state', ...PROTECTED, 'group_member', 'event', 'event_head', 'idempotency'];
    await runner.query(`DROP TABLE ${tables.map((table) => `people.${table}`).join(', ')} CASCADE`);
  }
}
