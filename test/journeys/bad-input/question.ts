import type { Person } from '../../kit/person.js';

/** Something that is asked wrongly: the HTTP status it gets, and the code of the error or refusal; null when it is simply not there. */
export type Question = {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly status: 200 | 400;
  readonly code: string | null;
};

export type Heard = {
  readonly status: number;
  readonly text: string;
  readonly messages: readonly string[];
  readonly codes: readonly string[];
  readonly data: unknown;
};

/** Asks as a client that knows GraphQL over HTTP; gives everything that is said in answer. */
export async function hear(
  person: Person,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Heard> {
  const response = await fetch(`${person.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${person.token}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data = null, errors = [] } = JSON.parse(text) as {
    data?: Record<string, unknown> | null;
    errors?: { message: string; extensions: { code: string } }[];
  };
  const refusals = Object.values(data ?? {}).filter(isRefusal);
  return {
    status: response.status,
    text,
    messages: [...errors, ...refusals].map(({ message }) => message),
    codes: [...errors.map(({ extensions }) => extensions.code), ...refusals.map(({ code }) => code)],
    data,
  };
}

const isRefusal = (value: unknown): value is { code: string; message: string } =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value;

/** A word that only somebody who knows the inside would use. */
export const INSIDE =
  /\b(sql|postgres|pg|relation|constraint|duplicate key|violates|typeorm|deadlock|serializ|tuple|row.level|permission denied|errno|ECONN\w*|stack|at \/|node_modules|undefined|TypeError)\b/i;

/** A whole mutation with its refusal. */
export function command(
  mutation: string,
  input: Readonly<Record<string, unknown>>,
): Pick<Question, 'query' | 'variables'> {
  const verb = mutation[0]?.toUpperCase() + mutation.slice(1);
  const query = `mutation ($input: ${verb}Input!) { ${mutation}(input: $input) { __typename ... on Refusal { code message } } }`;
  return { query, variables: { input } };
}
