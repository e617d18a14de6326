export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly ms: number;
  /** The body as JSON; undefined when it is not. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  readonly json: any;
};

/** One HTTP request, timed. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const begun = performance.now();
  const response = await fetch(url, init);
  const text = await response.text();
  const ms = performance.now() - begun;
  return { status: response.status, headers: response.headers, text, ms, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A GraphQL request as a frontend sends it. */
export function post(
  baseUrl: string,
  token: string | null,
  body: object | string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return ask(`${baseUrl}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

export const codeOf = (answer: Answer): string | undefined => answer.json?.errors?.[0]?.extensions?.code;
