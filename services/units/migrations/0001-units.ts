import { edgePolicy, eventLogTables, protectTenantTable, treePolicy } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'units';

// `valid_to` is the first day on which a row no longer holds.
const TREE = `
CREATE TABLE units.locality (
  tenant_id int NOT NULL PRIMARY KEY,
  code text NOT NULL,
  level text NOT NULL CHECK (level IN ('NATION', 'PROVINCE', 'CITY', 'COUNTY')),
  valid_from date NOT NULL,
  valid_to date NOT NULL DEFAULT 'infinity',
  version int NOT NULL,
  CHECK (valid_from < valid_to)
);
CREATE INDEX locality_by_code ON units.locality (code);

CREATE TABLE units.locality_name (
  tenant_id int NOT NULL REFERENCES units.locality (tenant_id),
  language text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (tenant_id, language)
);

-- The closure: every ancestor with its depth (0: itself), for as long as it stood there.
CREATE TABLE units.locality_edge (
  tenant_id int NOT NULL REFERENCES units.locality (tenant_id),
  ancestor_id int NOT NULL,
  depth smallint NOT NULL CHECK (depth >= 0),
  valid_from date NOT NULL,
  valid_to date NOT NULL DEFAULT 'infinity',
  PRIMARY KEY (tenant_id, ancestor_id, valid_from),
  CHECK (valid_from < valid_to),
  CHECK ((depth = 0) = (ancestor_id = tenant_id))
);
CREATE INDEX locality_edge_by_ancestor ON units.locality_edge (ancestor_id, tenant_id);

-- The closure's rows of depth 1 once more: a policy may look into the closure, not into itself.
CREATE TABLE units.locality_parent (
  tenant_id int NOT NULL REFERENCES units.locality (tenant_id),
  parent_id int NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL DEFAULT 'infinity',
  PRIMARY KEY (tenant_id, valid_from),
  CHECK (valid_from < valid_to),
  CHECK (parent_id <> tenant_id)
);
CREATE INDEX locality_parent_by_parent ON units.locality_parent (parent_id, tenant_id);
`;

const LISTS = `
CREATE TABLE units.organ (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  short_name text NOT NULL,
  ordinal int NOT NULL,
  listed boolean NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);

CREATE TABLE units.category (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  parent_id uuid,
  leaf boolean NOT NULL,
  canonical text,
  ordinal int NOT NULL,
  listed boolean NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES units.category (tenant_id, id),
  CHECK (NOT leaf OR canonical IS NOT NULL)
);

CREATE TABLE units.role_name (
  tenant_id int NOT NULL,
  role text NOT NULL,
  names jsonb NOT NULL,
  PRIMARY KEY (tenant_id, role)
);
`;

const UNITS = `
CREATE TABLE units.unit (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  short_name text NOT NULL,
  system text NOT NULL,
  liaison_organ_id uuid,
  is_handling_unit boolean NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL DEFAULT 'infinity',
  successor_id uuid,
  ordinal int NOT NULL,
  version int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, liaison_organ_id) REFERENCES units.organ (tenant_id, id),
  FOREIGN KEY (tenant_id, successor_id) REFERENCES units.unit (tenant_id, id),
  CHECK (valid_from < valid_to)
);
CREATE INDEX unit_by_ordinal ON units.unit (tenant_id, ordinal, id);
CREATE INDEX unit_by_successor ON units.unit (tenant_id, successor_id);

CREATE TABLE units.section (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  ordinal int NOT NULL,
  active boolean NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, unit_id, code),
  FOREIGN KEY (tenant_id, unit_id) REFERENCES units.unit (tenant_id, id)
);

CREATE TABLE units.position (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  section_id uuid,
  kind text NOT NULL,
  ordinal int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, unit_id) REFERENCES units.unit (tenant_id, id),
  FOREIGN KEY (tenant_id, section_id) REFERENCES units.section (tenant_id, id)
);
CREATE INDEX position_by_unit ON units.position (tenant_id, unit_id);
CREATE INDEX position_by_section ON units.position (tenant_id, section_id);

-- What was last loaded from a locality's folder: an unchanged one is skipped, a changed one compared.
CREATE TABLE units.loaded_locality (
  tenant_id int NOT NULL PRIMARY KEY,
  hash text NOT NULL,
  content jsonb NOT NULL,
  loaded_at timestamptz(3) NOT NULL
);
`;

/** Names and places in the tree are known to those above and below. */
const IN_TREE = ['locality', 'locality_name', 'locality_parent'] as const;
const OWN = ['organ', 'category', 'role_name', 'unit', 'section', 'position', 'loaded_locality'] as const;
const ALL_COMMANDS = ['INSERT', 'UPDATE', 'DELETE'] as const;

export class CreateUnits1700000100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(eventLogTables(SCHEMA));
    await runner.query(TREE);
    await runner.query(LISTS);
    await runner.query(UNITS);
    for (const table of [...IN_TREE, 'locality_edge']) {
      await runner.query(protectTenantTable(SCHEMA, table, { commands: ALL_COMMANDS }));
    }
    for (const table of IN_TREE) await runner.query(treePolicy(SCHEMA, table));
    await runner.query(edgePolicy(SCHEMA));
    for (const table of OWN) await runner.query(protectTenantTable(SCHEMA, table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE ${[...OWN]
        .reverse()
        .map((table) => `units.${table}`)
        .join(', ')} CASCADE`,
    );
    await runner.query(
      'DROP TABLE units.locality_parent, units.locality_edge, units.locality_name, units.locality',
    );
    await runner.query('DROP TABLE units.idempotency, units.event_head, units.event');
  }
}
