import { type GraphQLSchema, isNonNullType } from 'graphql';
import type { Ask, Raw } from './asking.js';
import { type Document, documentOf, variablesOf } from './documents.js';
import type { Source } from './input-values.js';
import { branchesAt, without } from './selection.js';

type GivenError = { readonly path?: readonly (string | number)[] };

/** One request of several with the same aim. */
export type Asked = { readonly document: Document; readonly answer: Raw };

/** Paths below a root field that somebody is known to be refused at, so that they are not asked for again and again. */
export type Refused = Set<string>;

/**
 * Asks, and asks again without what was refused: one field that fails takes everything around it
 * along, up to the next that may be null, and so could hide what stands beside it.
 */
export async function* askOn(
  ask: Ask,
  schema: GraphQLSchema,
  wanted: Document,
  source: () => Source,
  refused: Refused,
): AsyncGenerator<Asked> {
  const hidden: Refused = new Set(refused);
  for (let document = rest(schema, wanted, hidden); document; document = rest(schema, wanted, hidden)) {
    const answer = await ask({ query: document.text, variables: variablesOf(document, source()) });
    yield { document, answer };
    const fatal = fatalPaths(document, answer).filter((path) => !hidden.has(path));
    if (fatal.length === 0) return;
    for (const path of fatal) {
      hidden.add(path);
      if (path.includes('.')) refused.add(path);
    }
  }
}

function fatalPaths({ branches }: Document, { body }: Raw): string[] {
  const errors: readonly GivenError[] = body.errors ?? [];
  return errors.flatMap(({ path = [] }) => {
    const names = path.filter((part) => typeof part === 'string');
    const fatal = branchesAt(branches, names).some(({ field }) => isNonNullType(field.type));
    return fatal ? [names.join('.')] : [];
  });
}

const rests = new WeakMap<Document, Map<string, Document | null>>();

/** What is left to ask for. The same wish is asked by many people who are refused the same. */
function rest(schema: GraphQLSchema, wanted: Document, hidden: Refused): Document | null {
  const { operation, branches, reach } = wanted;
  const key = [...hidden]
    .filter((path) => branchesAt(branches, path.split('.')).length > 0)
    .sort()
    .join(' ');
  if (key === '') return wanted;
  const known = rests.get(wanted) ?? new Map<string, Document | null>();
  rests.set(wanted, known);
  if (!known.has(key)) {
    const left = branches.flatMap((branch) => without(branch, hidden) ?? []);
    known.set(key, left.length > 0 ? documentOf(schema, operation, left, reach) : null);
  }
  return known.get(key) ?? null;
}
