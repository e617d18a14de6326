/**
 * One request over kept connections. A connection that the other side closed just as it was used again
 * is tried once more, as browsers do; whatever it asks for is done once, by its idempotency key.
 */
export async function fetchKept(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { readonly code?: string };
    if (code !== 'UND_ERR_SOCKET' && code !== 'ECONNRESET') throw error;
    return fetch(url, init);
  }
}
