import { protectTenantTable, timedWorkPolicies } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `timed_check`: what has to be looked at again, and when; NULL when time alone changes nothing any
 * more, long past when something has just changed. `warning`: what was warned of, as its events say.
 */
const TABLES = `
CREATE TABLE proposals.timed_check (
  tenant_id int NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('CASE', 'LOCALITY')),
  subject_id uuid NOT NULL,
  next_check_at timestamptz(3),
  checked_at timestamptz(3),
  stream_version int NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, subject_kind, subject_id)
) WITH (fillfactor = 70);
CREATE INDEX timed_check_due ON proposals.timed_check (next_check_at, tenant_id) WHERE next_check_at IS NOT NULL;
CREATE TABLE proposals.warning (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  check_kind text NOT NULL,
  check_id uuid NOT NULL,
  proposal_id uuid,
  occurrence text NOT NULL,
  rule text NOT NULL,
  code text NOT NULL,
  level text NOT NULL,
  label jsonb NOT NULL,
  reason jsonb NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  assignment_id uuid,
  unit_id uuid,
  since date NOT NULL,
  recipients text[] NOT NULL,
  escalations smallint NOT NULL,
  repeats smallint NOT NULL,
  auto_resolve boolean NOT NULL,
  raised_at timestamptz(3) NOT NULL,
  told_at timestamptz(3) NOT NULL,
  acknowledged_at timestamptz(3),
  acknowledged_by text,
  acknowledgement text,
  resolved_at timestamptz(3),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, proposal_id) REFERENCES proposals.proposal (tenant_id, id)
) WITH (fillfactor = 80);
CREATE INDEX warning_by_check ON proposals.warning (tenant_id, check_kind, check_id) WHERE resolved_at IS NULL;
CREATE INDEX warning_by_case ON proposals.warning (tenant_id, proposal_id);
CREATE INDEX warning_open ON proposals.warning (tenant_id, since, id) WHERE resolved_at IS NULL;
`;

/**
 * What was there before is looked at once. Row-level security is forced on the owner as on everybody;
 * for the length of this transaction it is not, and nobody else sees the tables meanwhile.
 */
const KNOWN = `
ALTER TABLE proposals.proposal NO FORCE ROW LEVEL SECURITY;
ALTER TABLE proposals.process_version NO FORCE ROW LEVEL SECURITY;
INSERT INTO proposals.timed_check (tenant_id, subject_kind, subject_id, next_check_at)
SELECT tenant_id, 'CASE', id, 'epoch'::timestamptz FROM proposals.proposal
UNION ALL
SELECT DISTINCT tenant_id, 'LOCALITY', ('00000000-0000-0000-0000-' || lpad(tenant_id::text, 12, '0'))::uuid, 'epoch'::timestamptz
FROM proposals.process_version;
ALTER TABLE proposals.proposal FORCE ROW LEVEL SECURITY;
ALTER TABLE proposals.process_version FORCE ROW LEVEL SECURITY;
`;

export class Clocks1790000000008 implements MigrationInterface {
  name = 'Clocks1790000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(KNOWN);
    await runner.query(protectTenantTable('proposals', 'timed_check'));
    await runner.query(timedWorkPolicies('proposals', 'timed_check'));
    await runner.query(protectTenantTable('proposals', 'warning'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE proposals.warning, proposals.timed_check');
  }
}
