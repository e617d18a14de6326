/** After all suites: the servers go, and their folders with them. */
export default async function stopTestDatabases(): Promise<void> {
  await Promise.all((globalThis.dubanTestPostgres ?? []).map((postgres) => postgres.stop()));
}
