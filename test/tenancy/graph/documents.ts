import { createDocumentCheck, GATEWAY_LIMITS } from '@duban/kernel/edge';
import { type GraphQLArgument, type GraphQLSchema, getNamedType, isCompositeType } from 'graphql';
import { inputValues, isWanted, type Reach, type Source } from './input-values.js';
import { type Branch, halved, selectionOf, textOf } from './selection.js';
import type { Operation, RootField } from './surface.js';

export type Slot = { readonly variable: string; readonly argument: GraphQLArgument; readonly owner: string };

/** A request that only lacks its values. */
export type Document = {
  readonly operation: Operation;
  readonly text: string;
  readonly branches: readonly Branch[];
  readonly slots: readonly Slot[];
  readonly reach: Reach;
};

export const variablesOf = (
  { slots, reach }: Pick<Document, 'slots' | 'reach'>,
  source: Source,
): Record<string, unknown> =>
  Object.fromEntries(
    slots.map(({ variable, argument, owner }) => [
      variable,
      inputValues([argument], owner, source, reach)[argument.name],
    ]),
  );

export type Wanted = {
  readonly roots: readonly RootField[];
  readonly depth: number;
  readonly reach: Reach;
  /** Root fields in one request at most. */
  readonly together: number;
  /** How many of each list. */
  readonly page: number;
};

/** As few requests as the gateway's limits allow, which together select all that is wanted. */
export function documentsFor(
  schema: GraphQLSchema,
  { roots, depth, reach, together, page }: Wanted,
): Document[] {
  return (['query', 'mutation'] as const).flatMap((operation) => {
    const branches = roots
      .filter((one) => one.operation === operation)
      .map((root) => rootBranch(schema, root, depth));
    return packed(schema, operation, branches, { reach, together, page });
  });
}

/**
 * As few requests as the limits allow, which together select these branches. What nobody could ask for,
 * alone as it is, is refused, or left out as `beyond` says.
 */
export function packed(
  schema: GraphQLSchema,
  operation: Operation,
  branches: readonly Branch[],
  { reach, together, page }: Omit<Wanted, 'roots' | 'depth'>,
  beyond: 'REFUSE' | 'LEAVE_OUT' = 'REFUSE',
): Document[] {
  const fits = fitting(schema, page);
  const write = (open: readonly Branch[]) => documentOf(schema, operation, open, reach);
  const full = packedInto(
    (open) => open.length <= together && areDistinct(open) && fits(write(open)),
    branches,
    beyond,
  );
  return full.map(write);
}

/** Two parts of the same root field would have to be told apart by aliases. */
const areDistinct = (branches: readonly Branch[]): boolean =>
  new Set(branches.map(({ field }) => field.name)).size === branches.length;

/** Fills one request after the other; what fits into none alone is halved. */
function packedInto(
  fits: (open: readonly Branch[]) => boolean,
  branches: readonly Branch[],
  beyond: 'REFUSE' | 'LEAVE_OUT',
): Branch[][] {
  const waiting = [...branches];
  const full: Branch[][] = [];
  let open: Branch[] = [];
  for (let branch = waiting.shift(); branch; branch = waiting.shift()) {
    if (fits([...open, branch])) {
      open.push(branch);
    } else if (open.length > 0) {
      full.push(open);
      open = [];
      waiting.unshift(branch);
    } else {
      const halves = halved(branch);
      if (!halves && beyond === 'REFUSE')
        throw new Error(`${branch.on}.${branch.field.name} cannot be asked for`);
      waiting.unshift(...(halves ?? []));
    }
  }
  return open.length > 0 ? [...full, open] : full;
}

function rootBranch(schema: GraphQLSchema, { operation, field }: RootField, depth: number): Branch {
  const inner = getNamedType(field.type);
  const below = isCompositeType(inner) ? selectionOf(schema, inner, depth) : [];
  return { on: operation === 'query' ? 'Query' : 'Mutation', field, below };
}

/** One request for these root fields. */
export function documentOf(
  schema: GraphQLSchema,
  operation: Operation,
  branches: readonly Branch[],
  reach: Reach,
): Document {
  const { slots, write } = slotWriter(reach);
  const body = branches.map((branch) => textOf(schema, branch, write)).join(' ');
  return {
    operation,
    text: `${operation}${declared(slots)} { ${body} }`,
    branches,
    slots,
    reach,
  };
}

/** Gives every argument a variable, so that the same text serves whatever the values are. */
export function slotWriter(reach: Reach): { slots: Slot[]; write(branch: Branch): string } {
  const slots: Slot[] = [];
  const write = ({ field }: Branch): string => {
    const pairs = field.args
      .filter((argument) => isWanted(argument, reach))
      .map((argument) => {
        const variable = `v${slots.length}`;
        slots.push({ variable, argument, owner: getNamedType(field.type).name });
        return `${argument.name}: $${variable}`;
      });
    return pairs.length > 0 ? `(${pairs.join(', ')})` : '';
  };
  return { slots, write };
}

export function declared(slots: readonly Slot[], more: readonly string[] = []): string {
  const all = [...more, ...slots.map(({ variable, argument }) => `$${variable}: ${argument.type}`)];
  return all.length > 0 ? `(${all.join(', ')})` : '';
}

/** Whether the gateway would take it: its own check. */
function fitting(schema: GraphQLSchema, page: number): (document: Document) => boolean {
  const check = createDocumentCheck(schema, GATEWAY_LIMITS);
  const sample: Source = { id: () => 'x', code: () => '1', words: () => 'x', page };
  return (document) => {
    const values = variablesOf(document, sample);
    try {
      check(document.text, values);
      return true;
    } catch {
      return false;
    }
  };
}
