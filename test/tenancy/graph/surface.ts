import {
  buildClientSchema,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from 'graphql';
import type { Person } from '../../kit/person.js';

export type Field = GraphQLField<unknown, unknown>;
export type Operation = 'query' | 'mutation';
export type RootField = { readonly operation: Operation; readonly field: Field };

/** The graph as the gateway itself describes it. */
export async function readSurface(administrator: Person): Promise<GraphQLSchema> {
  const described = await administrator.get(getIntrospectionQuery({ descriptions: false }));
  return buildClientSchema(described as IntrospectionQuery);
}

/** Every query and every mutation. */
export function rootFields(schema: GraphQLSchema): RootField[] {
  const of = (operation: Operation): RootField[] => {
    const type = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(type?.getFields() ?? {}).map((field) => ({ operation, field }));
  };
  return [...of('query'), ...of('mutation')];
}

/** Types that stand for objects of this one: itself, or what a union or interface can be. */
export const objectsOf = (schema: GraphQLSchema, type: GraphQLCompositeType) =>
  isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];

/** `Type.field` of everything that can be reached from the root fields. */
export function reachableFields(schema: GraphQLSchema): Set<string> {
  const reached = new Set<string>();
  const visit = (type: GraphQLCompositeType): void => {
    for (const object of objectsOf(schema, type))
      for (const field of Object.values(object.getFields())) {
        const key = `${object.name}.${field.name}`;
        if (reached.has(key)) continue;
        reached.add(key);
        const inner = getNamedType(field.type);
        if (isCompositeType(inner)) visit(inner);
      }
  };
  for (const type of [schema.getQueryType(), schema.getMutationType()]) if (type) visit(type);
  return reached;
}
