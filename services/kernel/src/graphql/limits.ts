/** How much one GraphQL document may ask for, before anything is planned or executed. */
export type Limits = {
  readonly bytes: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** How often the same field may be written again in the same selection set, over the document. */
  readonly duplicates: number;
  /** Fields of one operation with its fragments written out: what the planner has to go through. */
  readonly fields: number;
  /** Fields the answer may have: every field counts one, lists multiply what is inside them. */
  readonly cost: number;
  /** Assumed length of a list that takes no `first`. */
  readonly listSize: number;
  /** Nesting of variables. */
  readonly variableDepth: number;
};

/** What a client may send to the gateway. */
export const GATEWAY_LIMITS: Limits = {
  bytes: 262_144,
  tokens: 2_000,
  depth: 15,
  aliases: 30,
  rootFields: 10,
  directives: 20,
  duplicates: 30,
  fields: 1_000,
  cost: 20_000,
  listSize: 10,
  variableDepth: 20,
};

/**
 * What the gateway may send to a service: the planner writes fragments out, adds aliases of its own
 * and fetches entities in batches, so that its documents are longer than the client's.
 */
export const SUBGRAPH_LIMITS: Limits = {
  ...GATEWAY_LIMITS,
  bytes: 1_048_576,
  tokens: 10_000,
  depth: 16,
  aliases: 100,
  rootFields: 30,
  directives: 100,
  duplicates: 100,
  fields: 5_000,
  cost: 200_000,
};

/** Body of a request: the document with its variables. */
export const MAX_BODY_BYTES = GATEWAY_LIMITS.bytes;

/** How long one operation may take. */
export const DEADLINE_MS = 10_000;
