import { cursorPolicies, protectAppendOnlyTable, protectTenantTable, relayPolicies } from './row-security.js';

/** SQL for a service's first migration: `event`, `event_head` and `idempotency` of a schema, protected. */
export const eventLogTables = (schema: string): string => `
CREATE TABLE ${schema}.event (
  tenant_id int NOT NULL,
  position bigint NOT NULL CHECK (position > 0),
  id uuid NOT NULL,
  stream text NOT NULL,
  stream_version int NOT NULL CHECK (stream_version > 0),
  type text NOT NULL,
  payload jsonb NOT NULL,
  actor_id uuid,
  actor_role text NOT NULL,
  acting_for uuid,
  occurred_at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  idempotency_key text,
  prev_hash bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (tenant_id, position),
  UNIQUE (tenant_id, stream, stream_version),
  UNIQUE (tenant_id, id)
);
CREATE TABLE ${schema}.event_head (
  tenant_id int NOT NULL PRIMARY KEY,
  position bigint NOT NULL,
  hash bytea NOT NULL,
  recorded_at timestamptz(3) NOT NULL
) WITH (fillfactor = 50);
CREATE TABLE ${schema}.idempotency (
  tenant_id int NOT NULL,
  actor_id uuid NOT NULL,
  key text NOT NULL,
  action text NOT NULL,
  request_hash bytea NOT NULL,
  answer jsonb NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, actor_id, key)
);
${protectAppendOnlyTable(schema, 'event')}
${protectTenantTable(schema, 'event_head')}
${protectAppendOnlyTable(schema, 'idempotency')}
${relayPolicies(schema)}
`;

/** SQL for a migration of a service that consumes others' events: `consumer_cursor`, moved by its relay. */
export const consumerTables = (schema: string): string => `
CREATE TABLE ${schema}.consumer_cursor (
  tenant_id int NOT NULL,
  source text NOT NULL,
  position bigint NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  retry_at timestamptz(3),
  parked_at timestamptz(3),
  error_id uuid,
  moved_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, source)
) WITH (fillfactor = 50);
${cursorPolicies(schema)}
`;
