import type { GraphQLSchema } from 'graphql';
import { type Document, documentsFor, packed } from '../graph/documents.js';
import { waysTo } from '../graph/far-fields.js';
import { fieldsIn } from '../graph/selection.js';
import { reachableFields, rootFields } from '../graph/surface.js';

/** Of the deep requests each person asks one in so many. */
const SHARE = 5;

export type Wishes = {
  /** What the n-th person asks for. */
  of(at: number): readonly Document[];
};

/**
 * What is asked for: by everybody every root field with every id and filter that it takes; by turns,
 * so that somebody of every locality does, everything that can be seen three objects deep, and what
 * lies deeper along the shortest way to it.
 */
export function wishesFor(schema: GraphQLSchema): Wishes {
  const roots = rootFields(schema);
  const some = { roots, together: 10, page: 2 };
  const pointed = documentsFor(schema, { ...some, depth: 1, reach: 'POINTED' });
  const deep = documentsFor(schema, { ...some, depth: 3, reach: 'REQUIRED' });
  const met = new Set(deep.flatMap(({ branches }) => branches.flatMap(fieldsIn)));
  const unmet = [...reachableFields(schema)].filter((field) => !met.has(field));
  const far = waysTo(schema, unmet);
  deep.push(...packed(schema, 'query', far, { ...some, reach: 'REQUIRED' }, 'LEAVE_OUT'));
  return { of: (at) => [...pointed, ...deep.filter((_, index) => index % SHARE === at % SHARE)] };
}
