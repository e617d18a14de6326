import { type DocumentNode, GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { costOf } from './document-cost.js';
import { checkShape } from './document-shape.js';
import { badInput, failure } from './failure.js';
import type { Limits } from './limits.js';

export type Variables = Readonly<Record<string, unknown>>;

/** Parses a document and refuses one that asks for too much. Throws an error with a documented code. */
export type DocumentCheck = (query: string, variables: Variables) => DocumentNode;

const REMEMBERED = 1_000;

/** Documents that passed are remembered by their text; only their cost depends on variables. */
export function createDocumentCheck(schema: GraphQLSchema, limits: Limits): DocumentCheck {
  const passed = new Map<string, DocumentNode>();
  return (query, variables) => {
    const document = passed.get(query) ?? parseWithin(query, limits);
    checkVariables(variables, limits.variableDepth);
    const cost = costOf(schema, document, variables, limits);
    if (cost > limits.cost) throw failure('TOO_EXPENSIVE', { cost: readable(cost), limit: limits.cost });
    if (!passed.has(query)) {
      const [oldest] = passed.keys();
      if (passed.size >= REMEMBERED && oldest !== undefined) passed.delete(oldest);
      passed.set(query, document);
    }
    return document;
  };
}

const readable = (cost: number): number | string =>
  Number.isSafeInteger(cost) ? cost : '> 9007199254740991';

function parseWithin(query: string, limits: Limits): DocumentNode {
  if (Buffer.byteLength(query) > limits.bytes) throw failure('DOCUMENT_TOO_LARGE', { limit: limits.bytes });
  const document = parseTokens(query, limits.tokens);
  checkShape(document, limits);
  return document;
}

function parseTokens(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes(`more that ${maxTokens} tokens`))
      throw failure('TOO_MANY_TOKENS', { limit: maxTokens });
    const refused = failure('GRAPHQL_PARSE_FAILED', { reason: error.message });
    throw new GraphQLError(refused.message, {
      extensions: refused.extensions,
      source: error.source,
      positions: error.positions,
    });
  }
}

/** JSON from outside: nothing may nest endlessly or replace a prototype. */
function checkVariables(value: unknown, depthLeft: number): void {
  if (value === null || typeof value !== 'object') return;
  if (depthLeft === 0) throw badInput('变量嵌套过深。', 'the variables are nested too deep.');
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__')
      throw badInput('变量中不能有 __proto__。', 'the variables must not contain __proto__.');
    checkVariables(item, depthLeft - 1);
  }
}
