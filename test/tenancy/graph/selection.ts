import {
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
} from 'graphql';
import { type Field, objectsOf } from './surface.js';

/** One field of a selection, with what is selected below it. `on` is the type that has the field. */
export type Branch = { readonly on: string; readonly field: Field; readonly below: readonly Branch[] };

/**
 * Everything that an object shows, `depth` objects deep. A page of a list is no object of its own;
 * the edges, which show the same nodes once more, show them by id.
 */
export function selectionOf(schema: GraphQLSchema, type: GraphQLCompositeType, depth: number): Branch[] {
  return objectsOf(schema, type).flatMap((object) =>
    Object.values(object.getFields()).flatMap((field): Branch[] => {
      const inner = getNamedType(field.type);
      if (!isCompositeType(inner)) return [{ on: object.name, field, below: [] }];
      const below = belowOf(schema, object.name, field.name, inner, depth);
      return below.length > 0 ? [{ on: object.name, field, below }] : [];
    }),
  );
}

function belowOf(
  schema: GraphQLSchema,
  owner: string,
  name: string,
  inner: GraphQLCompositeType,
  depth: number,
): Branch[] {
  if (owner.endsWith('Edge') && name === 'node') return idOf(schema, inner);
  if (owner.endsWith('Connection')) return selectionOf(schema, inner, depth);
  return depth > 1 ? selectionOf(schema, inner, depth - 1) : [];
}

const idOf = (schema: GraphQLSchema, type: GraphQLCompositeType): Branch[] =>
  objectsOf(schema, type).flatMap((object) => {
    const field = object.getFields().id;
    return field ? [{ on: object.name, field, below: [] }] : [];
  });

/** Two halves of a selection, each of which can be sent alone; null when there is nothing to halve. */
export function halved({ on, field, below }: Branch): readonly [Branch, Branch] | null {
  const make = (part: readonly Branch[]): Branch => ({ on, field, below: part });
  const middle = Math.ceil(below.length / 2);
  if (below.length > 1) return [make(below.slice(0, middle)), make(below.slice(middle))];
  const halves = below[0] ? halved(below[0]) : null;
  return halves && [make([halves[0]]), make([halves[1]])];
}

/** `Type.field` of everything in a selection. */
export const fieldsIn = ({ on, field, below }: Branch): string[] => [
  `${on}.${field.name}`,
  ...below.flatMap(fieldsIn),
];

/** A selection without what stands at these paths (`viewer.locality.figures`); null when nothing is left. */
export function without(branch: Branch, paths: ReadonlySet<string>, above = ''): Branch | null {
  const path = above + branch.field.name;
  if (paths.has(path)) return null;
  if (branch.below.length === 0) return branch;
  const below = branch.below.flatMap((one) => without(one, paths, `${path}.`) ?? []);
  return below.length > 0 ? { ...branch, below } : null;
}

/** What a selection has at a path. */
export function branchesAt(branches: readonly Branch[], [name, ...rest]: readonly string[]): Branch[] {
  const here = branches.filter(({ field }) => field.name === name);
  return rest.length === 0 ? here : here.flatMap(({ below }) => branchesAt(below, rest));
}

/** The text of a selection; `write` says what stands behind a field's name: its arguments. */
export function textOf(schema: GraphQLSchema, branch: Branch, write: (branch: Branch) => string): string {
  const { field, below } = branch;
  const head = `${field.name}${write(branch)}`;
  if (below.length === 0) return head;
  const inner = getNamedType(field.type);
  const parts = isAbstractType(inner)
    ? [...Map.groupBy(below, ({ on }) => on)].map(([on, own]) => `... on ${on} { ${texts(own)} }`)
    : [texts(below)];
  return `${head} { ${isAbstractType(inner) ? '__typename ' : ''}${parts.join(' ')} }`;

  function texts(branches: readonly Branch[]): string {
    return branches.map((one) => textOf(schema, one, write)).join(' ');
  }
}
