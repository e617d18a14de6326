import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
} from 'graphql';
import type { Branch } from './selection.js';
import { type Field, objectsOf } from './surface.js';

type Step = { readonly on: GraphQLObjectType; readonly field: Field };

/**
 * Selections that lead to fields (`Type.field`) too far from the roots to be met on the way: to each type
 * that has some, along the shortest way there is by queries. What only mutations lead to is left out.
 */
export function waysTo(schema: GraphQLSchema, fields: readonly string[]): Branch[] {
  const ways = shortestWays(schema);
  const byType = Map.groupBy(fields, (key) => key.slice(0, key.indexOf('.')));
  return [...byType].flatMap(([name, keys]): Branch[] => {
    const way = ways.get(name);
    const type = schema.getType(name);
    if (!way || !isObjectType(type)) return [];
    const below = keys.flatMap((key) => {
      const field = type.getFields()[key.slice(name.length + 1)];
      return field ? ending(schema, { on: type, field }) : [];
    });
    return below.length === 0 ? [] : [leading(way, below)];
  });
}

/** The steps that lead to each object, breadth first. */
function shortestWays(schema: GraphQLSchema): ReadonlyMap<string, readonly Step[]> {
  const root = schema.getQueryType();
  const ways = new Map<string, readonly Step[]>();
  let front: { readonly type: GraphQLObjectType; readonly way: readonly Step[] }[] = root
    ? [{ type: root, way: [] }]
    : [];
  while (front.length > 0)
    front = front.flatMap(({ type, way }) =>
      Object.values(type.getFields()).flatMap((field) => {
        const inner = getNamedType(field.type);
        const met = isCompositeType(inner) ? objectsOf(schema, inner) : [];
        const fresh = met.filter(({ name }) => !ways.has(name));
        const on = [...way, { on: type, field }];
        for (const { name } of fresh) ways.set(name, on);
        return fresh.map((object) => ({ type: object, way: on }));
      }),
    );
  return ways;
}

/** A field with one of its own below it, when it needs one. */
function ending(schema: GraphQLSchema, { on, field }: Step): Branch[] {
  const inner = getNamedType(field.type);
  if (!isCompositeType(inner)) return [{ on: on.name, field, below: [] }];
  const leaf = objectsOf(schema, inner).flatMap((object) =>
    Object.values(object.getFields())
      .filter((one) => !isCompositeType(getNamedType(one.type)))
      .slice(0, 1)
      .map((one): Branch => ({ on: object.name, field: one, below: [] })),
  );
  return leaf.length === 0 ? [] : [{ on: on.name, field, below: leaf }];
}

const leading = (way: readonly Step[], below: readonly Branch[]): Branch =>
  way.reduceRight<readonly Branch[]>(
    (inner, { on, field }) => [{ on: on.name, field, below: inner }],
    below,
  )[0] as Branch;
