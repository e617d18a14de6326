import {
  buildASTSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
  isNonNullType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from 'graphql';
import { type Document, declared, slotWriter } from './documents.js';
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
