import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, parse } from 'graphql';
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
    const document = passed.get(query) ?? parseWithin(query, schema, limits);
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

function parseWithin(query: string, schema: GraphQLSchema, limits: Limits): DocumentNode {
  if (Buffer.byteLength(query) > limits.bytes) throw failure('DOCUMENT_TOO_LARGE', { limit: limits.bytes });
  const document = parseTokens(query, limits);
  checkShape(document, limits);
  checkOperations(document, schema);
  return document;
}

/** graphql-js notices only when it executes. */
function checkOperations(document: DocumentNode, schema: GraphQLSchema): void {
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION || schema.getRootType(node.operation)) continue;
    throw failure('GRAPHQL_VALIDATION_FAILED', { reason: `The schema has no ${node.operation}.` });
  }
}

function parseTokens(query: string, limits: Limits): DocumentNode {
  const maxTokens = limits.tokens;
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    // The parser is recursive: a document of nothing but brackets ends its stack.
    if (error instanceof RangeError) throw failure('TOO_DEEP', { limit: limits.depth });
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
