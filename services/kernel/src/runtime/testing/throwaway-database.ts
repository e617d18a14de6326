/** A PostgreSQL database of one's own: `adminUrl` is a superuser's URL of it. */
export type ThrowawayDatabase = { readonly adminUrl: string; close(): Promise<void> };

/** Uses the server of DUBAN_TEST_ADMIN_URL (a fresh database there) or starts an embedded one in a temporary directory. */
export async function throwawayDatabase(): Promise<ThrowawayDatabase> {
  throw new Error('not yet');
}
