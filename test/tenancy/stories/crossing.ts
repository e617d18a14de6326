import { type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';
import { idPaths } from '../graph/input-values.js';
import type { RootField } from '../graph/surface.js';
import type { Story } from './story.js';

/** One id inside a mutation whose other ids are all one's own. */
export type Crossing = {
  readonly role: string;
  /**
   * The service knows nobody by this id, its own people neither: it takes any, and keeps none of
   * another locality.
   */
  readonly ignored?: true;
  /** An id of one's own, with which it succeeds. */
  own(story: Story): Promise<string>;
  /** Prepares a case of one's own for it, and says what is sent for a given id. */
  prepare(story: Story): Promise<(id: string) => object>;
};

/** `mutation.path` of every id beside the one that says what the mutation is about. */
export function secondaryIds(roots: readonly RootField[]): string[] {
  return roots
    .filter(({ operation }) => operation === 'mutation')
    .flatMap(({ field }) => {
      const ids = field.args.flatMap(({ type }) => idPaths(fieldsOf(type)));
      const about = ids.find(({ path, required }) => required && !path.includes('.'));
      return ids.filter((id) => id !== about).map(({ path }) => `${field.name}.${path}`);
    });
}

function fieldsOf(type: GraphQLInputType) {
  const named = getNamedType(type);
  return isInputObjectType(named) ? Object.values(named.getFields()) : [];
}
