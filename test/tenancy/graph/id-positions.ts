import { type GraphQLSchema, getNamedType, isCompositeType, isNonNullType, isObjectType } from 'graphql';
import type { Raw } from './asking.js';
import { type Document, documentOf, variablesOf } from './documents.js';
import type { Source } from './input-values.js';
import { takesId } from './input-values.js';
import { type Branch, selectionOf } from './selection.js';
import { type Field, type RootField, rootFields } from './surface.js';

/** One place in the graph where an id is taken: the `at`-th of a request. */
export type IdPosition = { readonly name: string; readonly document: Document; readonly at: number };

const isRequired = ({ type, defaultValue }: { type: unknown; defaultValue?: unknown }): boolean =>
  isNonNullType(type) && defaultValue === undefined;

/**
 * Every id that says what a root field is about, and every id of a filter, nested ones included. Ids
 * beside the first of a mutation only matter when the first is one's own: see the crossings.
 */
export function idPositions(schema: GraphQLSchema): IdPosition[] {
  const roots = rootFields(schema).filter(({ field }) => field.args.some(({ type }) => takesId(type)));
  return [
    ...roots.flatMap((root) => ofRoot(schema, root)),
    ...nestedFields(schema).flatMap((path) => ofNested(schema, path)),
  ];
}

function ofRoot(schema: GraphQLSchema, { operation, field }: RootField): IdPosition[] {
  const on = operation === 'query' ? 'Query' : 'Mutation';
  const isAbout = field.args.some(({ type }) => takesId(type, 'REQUIRED'));
  if (operation === 'mutation' && !isAbout) return [];
  const document = documentOf(
    schema,
    operation,
    [shown(schema, on, field)],
    isAbout ? 'REQUIRED' : 'POINTED',
  );
  const count = isAbout ? 1 : idsIn(document);
  return Array.from({ length: count }, (_, at) => ({ name: `${field.name}#${at}`, document, at }));
}

function ofNested(schema: GraphQLSchema, path: readonly Step[]): IdPosition[] {
  const branch = path.reduceRight<Branch | null>(
    (below, { on, field }) => (below ? { on, field, below: [below] } : shown(schema, on, field)),
    null,
  );
  if (!branch) return [];
  const document = documentOf(schema, 'query', [branch], 'POINTED');
  const name = path.map(({ field }) => field.name).join('.');
  return Array.from({ length: idsIn(document) }, (_, at) => ({ name: `${name}#${at}`, document, at }));
}

function shown(schema: GraphQLSchema, on: string, field: Field): Branch {
  const inner = getNamedType(field.type);
  return { on, field, below: isCompositeType(inner) ? selectionOf(schema, inner, 1) : [] };
}

type Step = { readonly on: string; readonly field: Field };

/** The shortest ways from the viewer to fields below the root whose arguments take an id. */
function nestedFields(schema: GraphQLSchema): Step[][] {
  const start = schema.getQueryType()?.getFields().viewer;
  const found: Step[][] = [];
  const seen = new Set<string>();
  const waiting: Step[][] = start ? [[{ on: 'Query', field: start }]] : [];
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const type = getNamedType((path.at(-1) as Step).field.type);
    if (!isObjectType(type) || seen.has(type.name)) continue;
    seen.add(type.name);
    for (const field of Object.values(type.getFields())) {
      const next = [...path, { on: type.name, field }];
      if (field.args.some((argument) => takesId(argument.type))) found.push(next);
      if (!field.args.some(isRequired)) waiting.push(next);
    }
  }
  return found;
}

function idsIn(document: Document): number {
  let count = 0;
  const id = () => {
    count += 1;
    return 'x';
  };
  variablesOf(document, { id, code: () => '1', words: () => 'x', page: 1 });
  return count;
}

/** The request with one id given and all others one's own. */
export function requestWith({ document, at }: IdPosition, id: (kind: string) => string, own: Source) {
  let count = -1;
  const source: Source = {
    ...own,
    id: (kind) => {
      count += 1;
      return count === at ? id(kind) : own.id(kind);
    },
    code: () => own.code(),
    words: () => own.words(),
    page: 1,
  };
  return { query: document.text, variables: variablesOf(document, source) };
}

/** An answer without the id that was sent. */
export const masked = ({ status, text }: Raw, id: string): string =>
  `${status} ${text.replaceAll(id, '<id>')}`;
