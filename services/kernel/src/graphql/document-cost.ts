import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Fragments, fragmentsOf } from './document-shape.js';
import { DEFAULT_PAGE, MAX_WHOLE_PAGE } from './keyset.js';
import type { Limits } from './limits.js';

type Variables = Readonly<Record<string, unknown>>;
type Known = GraphQLCompositeType | undefined;

/**
 * How many fields the answer may have at most: each field counts one, a list multiplies what is
 * inside it by its page size, or by the assumed list size when it takes none. Of the operations in
 * a document the dearest counts. Each fragment is measured once per page size around it.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Variables,
  limits: Limits,
): number {
  const fragments = fragmentsOf(document);
  const costs = document.definitions.map((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? operationCost(schema, node, fragments, variables, limits) : 0,
  );
  return Math.max(0, ...costs);
}

function operationCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Variables,
  limits: Limits,
): number {
  const known = new Map<string, number>();
  const values = valuesOf(operation, variables);

  const ofSet = (set: SelectionSetNode, type: Known, page: number): number =>
    set.selections.reduce((sum, node) => sum + ofNode(node, type, page), 0);

  const ofNode = (node: SelectionNode, type: Known, page: number): number => {
    if (node.kind === Kind.FIELD) return ofField(node, type, page);
    if (node.kind === Kind.INLINE_FRAGMENT) {
      return ofSet(
        node.selectionSet,
        node.typeCondition ? typeNamed(node.typeCondition.name.value) : type,
        page,
      );
    }
    const fragment = fragments.get(node.name.value);
    if (!fragment) return 0;
    const key = `${page} ${node.name.value}`;
    if (!known.has(key)) {
      known.set(key, 0);
      known.set(key, ofSet(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value), page));
    }
    return known.get(key) ?? 0;
  };

  const ofField = (node: FieldNode, type: Known, page: number): number => {
    if (!node.selectionSet) return 1;
    const field = fieldOf(type, node.name.value);
    const named = field && getNamedType(field.type);
    const inner = isCompositeType(named) ? named : undefined;
    if (!field || type?.name.startsWith('__')) return 1 + ofSet(node.selectionSet, inner, 0);
    const size = sizeAsked(field, node, values);
    if (!isListType(getNullableType(field.type))) return 1 + ofSet(node.selectionSet, inner, size ?? 0);
    const length = size ?? (page > 0 && isPagePart(node.name.value) ? page : limits.listSize);
    return 1 + length * ofSet(node.selectionSet, inner, 0);
  };

  const typeNamed = (name: string): Known => {
    const type = schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  };

  return ofSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, 0);
}

const isPagePart = (name: string): boolean => name === 'edges' || name === 'nodes';

function fieldOf(type: Known, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** The page size a field was asked for; undefined for a field that takes none. */
function sizeAsked(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  values: Variables,
): number | undefined {
  const takes = (name: string): boolean => field.args.some((argument) => argument.name === name);
  if (field.name === '_entities') {
    const representations = argument(node, 'representations', values);
    return Array.isArray(representations) ? representations.length : undefined;
  }
  if (!takes('first') && !takes('last')) return undefined;
  const asked = argument(node, 'first', values) ?? argument(node, 'last', values);
  if (asked === undefined || asked === null) return DEFAULT_PAGE;
  const size = Number(asked);
  return Number.isFinite(size) ? Math.min(Math.max(size, 1), MAX_WHOLE_PAGE) : MAX_WHOLE_PAGE;
}

function argument(node: FieldNode, name: string, values: Variables): unknown {
  const value = node.arguments?.find((each) => each.name.value === name)?.value;
  if (value?.kind === Kind.VARIABLE) return values[value.name.value];
  if (value?.kind === Kind.LIST) return value.values;
  return value && 'value' in value ? value.value : undefined;
}

function valuesOf(operation: OperationDefinitionNode, given: Variables): Variables {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue && 'value' in defaultValue ? [[variable.name.value, defaultValue.value] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}
