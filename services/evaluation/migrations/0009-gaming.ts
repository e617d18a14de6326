import { countsPolicy, protectProjection } from '@duban/kernel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'evaluation';

const TABLES = `
-- Ratings and raised classes as signs of gaming look at them: when and for which unit, never by whom.
CREATE TABLE evaluation.trace (
  tenant_id int NOT NULL,
  case_id uuid NOT NULL,
  position bigint NOT NULL,
  unit_id uuid NOT NULL,
  occurred_at timestamptz(3) NOT NULL,
  kind text NOT NULL CHECK (kind IN ('RATING', 'RAISED')),
  form text,
  level text,
  deadline date,
  prompt boolean,
  evidenced boolean,
  PRIMARY KEY (tenant_id, case_id, position)
);
-- Of each letter some hashes of pieces, by which nearly equal ones are found. No text, and for no eyes outside.
CREATE TABLE evaluation.reply_sketch (
  tenant_id int NOT NULL,
  case_id uuid NOT NULL,
  position bigint NOT NULL,
  unit_id uuid NOT NULL,
  occurred_at timestamptz(3) NOT NULL,
  length int NOT NULL,
  marks text NOT NULL,
  PRIMARY KEY (tenant_id, case_id, position)
);
`;

/** Signs of gaming: what they are looked for in. A level above may count acts; letters it may not. */
export class Gaming1790000000009 implements MigrationInterface {
  name = 'Gaming1790000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['trace', 'reply_sketch']) await runner.query(protectProjection(SCHEMA, table));
    await runner.query(countsPolicy(SCHEMA, 'trace'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evaluation.trace, evaluation.reply_sketch');
  }
}
