import { ask } from './http-client.js';

export type Readiness = { readonly ready: boolean; readonly services: Readonly<Record<string, boolean>> };

/** Whether every service says that it is ready. */
export async function readinessOf(subgraphs: ReadonlyMap<string, string>): Promise<Readiness> {
  const services = await Promise.all(
    [...subgraphs].map(async ([name, url]) => {
      const answer = await ask(`${url}/readyz`, { method: 'GET', timeoutMs: 2_000 }).catch(() => null);
      return [name, answer?.status === 200] as const;
    }),
  );
  return { ready: services.every(([, ready]) => ready), services: Object.fromEntries(services) };
}
