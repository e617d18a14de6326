import { randomUUID } from 'node:crypto';
import { fetchKept } from './kept-connection.js';

export type Answer = {
  readonly status: number;
  readonly data: Record<string, never> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string };
  }[];
};

/** Somebody with a token who asks the gateway. */
export class Person {
  constructor(
    readonly url: string,
    readonly login: string,
    readonly token: string,
    /** Which of their grants they act under; the primary one when left out. */
    readonly grant: string | null = null,
  ) {}

  /** The same person under another of their grants. */
  acting(grant: string): Person {
    return new Person(this.url, this.login, this.token, grant);
  }

  /** One request, exactly as it is answered. */
  async ask(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    const response = await fetchKept(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.token}`,
        ...(this.grant ? { 'duban-grant': this.grant } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
  }

  /** The data of a request that must succeed. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are as varied as questions
  async get(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<any> {
    let answer = await this.ask(query, variables);
    // As any client would: a busy service is asked again, with the same idempotency key.
    for (let again = 0; again < 5 && answer.status === 503; again++) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      answer = await this.ask(query, variables);
    }
    if (answer.errors || answer.status !== 200)
      throw new Error(`${this.login}: ${JSON.stringify(answer, null, 1)}`);
    return answer.data;
  }

  /** A mutation by name: `selection` is what is wanted of its success. Gives the success, or `{ code }` of the refusal. */
  async do(
    mutation: string,
    input: Readonly<Record<string, unknown>>,
    selection = '__typename',
    // biome-ignore lint/suspicious/noExplicitAny: answers are as varied as questions
  ): Promise<any> {
    const data = await this.get(mutationText(mutation, selection), {
      input: { idempotencyKey: randomUUID(), ...input },
    });
    return data[mutation];
  }
}

/** The document of a mutation by name; `selection` is what is wanted of its success. */
export function mutationText(mutation: string, selection: string): string {
  const verb = mutation[0]?.toUpperCase() + mutation.slice(1);
  return `mutation ($input: ${verb}Input!) { ${mutation}(input: $input) { ... on ${verb}Success { ${selection} } ... on Refusal { code message messageEn } } }`;
}
