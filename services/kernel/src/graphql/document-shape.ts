import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { failure } from './failure.js';
import type { Limits } from './limits.js';

/** Fragments by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );

/** Checks what can be seen without the schema and without variables. Linear in the document's length. */
export function checkShape(document: DocumentNode, limits: Limits): void {
  const counts = countAll(document);
  if (counts.aliases > limits.aliases) throw failure('TOO_MANY_ALIASES', { limit: limits.aliases });
  if (counts.directives > limits.directives)
    throw failure('TOO_MANY_DIRECTIVES', { limit: limits.directives });
  if (counts.duplicates > limits.duplicates)
    throw failure('TOO_MANY_DUPLICATES', { limit: limits.duplicates });
  const fragments = fragmentsOf(document);
  const rootFieldsOf = measure(fragments, add, () => 0);
  const depthOf = measure(fragments, Math.max, (set, ofSet) => ofSet(set));
  const fieldsOf = measure(fragments, add, (set, ofSet) => ofSet(set));
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const { selectionSet } = node;
    if (rootFieldsOf(selectionSet) > limits.rootFields) {
      throw failure('TOO_MANY_ROOT_FIELDS', { limit: limits.rootFields });
    }
    if (depthOf(selectionSet) > limits.depth) throw failure('TOO_DEEP', { limit: limits.depth });
    if (fieldsOf(selectionSet) > limits.fields) throw failure('TOO_MANY_FIELDS', { limit: limits.fields });
  }
}

function countAll(document: DocumentNode): { aliases: number; directives: number; duplicates: number } {
  const counts = { aliases: 0, directives: 0, duplicates: 0 };
  visit(document, {
    Field: ({ alias }) => {
      if (alias) counts.aliases += 1;
    },
    Directive: () => {
      counts.directives += 1;
    },
    SelectionSet: ({ selections }) => {
      counts.duplicates += selections.length - new Set(selections.map(nameOf)).size;
    },
  });
  return counts;
}

function nameOf(node: SelectionNode): unknown {
  if (node.kind === Kind.FIELD) return (node.alias ?? node.name).value;
  return node.kind === Kind.FRAGMENT_SPREAD ? `...${node.name.value}` : node;
}

type OfSet = (set: SelectionSetNode) => number;

const add = (own: number, more: number): number => own + more;

/**
 * Folds selection sets with fragments written out, each fragment measured once however often it is
 * spread. A field counts one and what `below` says of its selections. A fragment inside itself counts
 * nothing here; validation refuses it.
 */
function measure(
  fragments: Fragments,
  fold: (own: number, more: number) => number,
  below: (set: SelectionSetNode, ofSet: OfSet) => number,
): OfSet {
  const known = new Map<string, number>();
  const ofSet: OfSet = (set) => set.selections.reduce((sum, node) => fold(sum, ofNode(node)), 0);
  const ofNode = (node: SelectionNode): number => {
    if (node.kind === Kind.FIELD) return 1 + (node.selectionSet ? below(node.selectionSet, ofSet) : 0);
    if (node.kind === Kind.INLINE_FRAGMENT) return ofSet(node.selectionSet);
    const name = node.name.value;
    const fragment = fragments.get(name);
    if (!fragment) return 0;
    if (!known.has(name)) {
      known.set(name, 0);
      known.set(name, ofSet(fragment.selectionSet));
    }
    return known.get(name) ?? 0;
  };
  return ofSet;
}
