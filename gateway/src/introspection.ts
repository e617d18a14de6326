import { type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';

/** Whether a document asks about the schema: not at all, about nothing else, or besides data. */
export type Introspection = 'NONE' | 'ONLY' | 'MIXED';

const found = new WeakMap<DocumentNode, Introspection>();

export function introspectionIn(document: DocumentNode): Introspection {
  const known = found.get(document);
  if (known) return known;
  const asked = look(document);
  found.set(document, asked);
  return asked;
}

const isMeta = (node: SelectionNode, ...names: string[]): boolean =>
  node.kind === Kind.FIELD && names.includes(node.name.value);

function look(document: DocumentNode): Introspection {
  let introspects = false;
  visit(document, {
    Field: (node) => {
      if (isMeta(node, '__schema', '__type')) introspects = true;
    },
  });
  if (!introspects) return 'NONE';
  const alone = document.definitions.every(
    (node) =>
      node.kind !== Kind.OPERATION_DEFINITION ||
      node.selectionSet.selections.every((field) => isMeta(field, '__schema', '__type', '__typename')),
  );
  return alone ? 'ONLY' : 'MIXED';
}
