import { belowPolicy, grantorPolicy, grantPolicies, protectTenantTable } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `case_grant`: what another locality may see of a case, written with the case; `metadata` is all that
 * is seen of it unless `sees` is FULL. `grant_reading` and `case_opinion`: what the other locality did
 * under it, in rows of its own that the granting one may read.
 */
const GRANT_TABLES = `
CREATE TABLE proposals.case_grant (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  proposal_id uuid NOT NULL,
  grantee_id int NOT NULL,
  kind text NOT NULL,
  sees text NOT NULL,
  does text[] NOT NULL,
  given_at timestamptz(3) NOT NULL,
  ends_at timestamptz(3) NOT NULL,
  metadata jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, proposal_id) REFERENCES proposals.proposal (tenant_id, id)
);
CREATE INDEX case_grant_by_grantee ON proposals.case_grant (grantee_id, ends_at);
CREATE INDEX case_grant_by_proposal ON proposals.case_grant (tenant_id, proposal_id);
CREATE TABLE proposals.grant_reading (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  grant_id uuid NOT NULL,
  owner_id int NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL,
  saw text NOT NULL,
  read_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX grant_reading_by_grant ON proposals.grant_reading (grant_id, read_at);
CREATE TABLE proposals.case_opinion (
  tenant_id int NOT NULL,
  id uuid NOT NULL,
  grant_id uuid NOT NULL,
  owner_id int NOT NULL,
  kind text NOT NULL,
  verdict text,
  reason_code text,
  text text NOT NULL,
  with_id int,
  role text NOT NULL,
  given_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX case_opinion_by_grant ON proposals.case_opinion (grant_id, given_at);
`;

export class Grants1790000000012 implements MigrationInterface {
  name = 'Grants1790000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GRANT_TABLES);
    await runner.query(protectTenantTable('proposals', 'case_grant'));
    await runner.query(grantPolicies('proposals', 'case_grant', 'proposal'));
    for (const table of ['grant_reading', 'case_opinion']) {
      await runner.query(protectTenantTable('proposals', table, { commands: ['INSERT'] }));
      await runner.query(grantorPolicy('proposals', table, 'case_grant'));
    }
    await runner.query(belowPolicy('proposals', 'process_ancestor'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY process_ancestor_app_below ON proposals.process_ancestor');
    await runner.query('DROP POLICY event_app_granted ON proposals.event');
    await runner.query('DROP TABLE proposals.case_opinion, proposals.grant_reading, proposals.case_grant');
  }
}
