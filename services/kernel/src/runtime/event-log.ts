/** SQL for a migration: `event`, `event_head` and `idempotency` of a schema, append-only and protected. */
export function eventLogTables(_schema: string): string {
  throw new Error('not yet');
}

/** SQL for a migration of a consuming service: `consumer_cursor`, for its relay. */
export function consumerTables(_schema: string): string {
  throw new Error('not yet');
}
