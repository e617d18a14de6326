import {
  buildASTSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
  isNonNullType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from 'graphql';
import type { Raw } from './asking.js';
import { type Attacker, surprisesIn, type Tally, type Target } from './attempts.js';
import { type Document, declared, slotWriter, variablesOf } from './documents.js';
import { kindOf } from './input-values.js';
import { type Leak, leaksIn } from './leaks.js';
import { type Branch, selectionOf, textOf } from './selection.js';

/** A way to ask a subgraph for entities by reference, as the gateway does between its fetches. */
export type EntityDocument = Pick<Document, 'text' | 'slots' | 'reach'> & { readonly typeName: string };

/**
 * For each entity that a subgraph answers for: what may be null about it in one request, the rest
 * field by field, since one that is refused takes the whole entity along.
 */
export function entityDocuments(sdl: string): EntityDocument[] {
  const document = parse(sdl);
  const schema = buildASTSchema(document, { assumeValidSDL: true });
  const types = document.definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
  return types.filter(isResolvable).flatMap(({ name }) => {
    const type = schema.getType(name.value) as GraphQLObjectType;
    const branches = selectionOf(schema, type, 2);
    const alone = branches.filter(({ field, below }) => below.length > 0 && isNonNullType(field.type));
    const together = branches.filter((branch) => !alone.includes(branch));
    return [together, ...alone.map((branch) => [branch])].map((part) => entityDocument(schema, type, part));
  });
}

function isResolvable({ directives = [] }: ObjectTypeDefinitionNode): boolean {
  const key = directives.find(({ name }) => name.value === 'key');
  const closed = key?.arguments?.some(
    ({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
  );
  return key !== undefined && !closed;
}

function entityDocument(
  schema: GraphQLSchema,
  { name: typeName }: GraphQLObjectType,
  branches: readonly Branch[],
): EntityDocument {
  const { slots, write } = slotWriter('REQUIRED');
  const below = branches.map((branch) => textOf(schema, branch, write));
  const variables = declared(slots, ['$representations: [_Any!]!']);
  const selection = `__typename ... on ${typeName} { ${below.join(' ')} }`;
  const text = `query${variables} { _entities(representations: $representations) { ${selection} } }`;
  return { text, slots, reach: 'REQUIRED', typeName };
}

/** Asks for three of the victim's entities at once, and notes everything that is shown of them. */
export async function attemptEntities(
  tally: Tally,
  { name, ask, knows }: Omit<Attacker, 'refused'>,
  document: EntityDocument,
  { victim, source }: Omit<Target, 'schema'>,
): Promise<void> {
  const { text, typeName } = document;
  const pointed = source();
  const kind = kindOf('id', typeName);
  const representations = [1, 2, 3].map(() => ({ __typename: typeName, id: pointed.id(kind) }));
  const variables = { representations, ...variablesOf(document, pointed) };
  const answer = await ask({ query: text, variables });
  tally.requests += 1;
  tally.attempts += representations.length;
  const place = typeName === 'Locality' && knows;
  const found = [
    ...leaksIn(answer, victim, pointed.sent, { locality: knows }),
    ...surprisesIn(tally, answer),
    ...(place ? [] : shownIn(answer)),
  ];
  tally.findings.push(...found.map((leak) => ({ ...leak, who: name, query: text })));
}

/** Whatever has a value beside the id that was sent. */
function shownIn({ body }: Raw): Leak[] {
  const entities: readonly (Readonly<Record<string, unknown>> | null)[] = body.data?._entities ?? [];
  return entities.flatMap((entity) =>
    Object.entries(entity ?? {})
      .filter(([name, value]) => value !== null && name !== '__typename' && name !== 'id')
      .map(([name]) => ({ path: `_entities.${name}`, what: 'has a value' })),
  );
}
