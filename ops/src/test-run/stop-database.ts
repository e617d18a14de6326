/** After all suites: the server goes, and its folder with it. */
export default async function stopTestDatabase(): Promise<void> {
  await globalThis.dubanTestPostgres?.stop();
}
