import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { createDocumentCheck } from './document-check.js';
import { costOf } from './document-cost.js';
import { GATEWAY_LIMITS, type Limits } from './limits.js';

const schema = buildSchema(`
  type Query { locality: Locality, localities(first: Int, last: Int): [Locality!]!, _entities(representations: [String!]!): [Locality]! }
  type Locality { code: String!, parent: Locality, children: [Locality!]!, cases(first: Int, after: String, last: Int): CaseConnection! }
  type CaseConnection { totalCount: Int!, nodes: [Case!]!, edges: [CaseEdge!]! }
  type CaseEdge { cursor: String!, node: Case! }
  type Case { title: String!, locality: Locality!, units: [String!]!, replies: [Reply!]! }
  type Reply { text: String! }
`);

const cost = (query: string, variables = {}): number =>
  costOf(schema, parse(query), variables, GATEWAY_LIMITS);
const codeOf = (query: string, limits: Partial<Limits> = {}, variables = {}): unknown => {
  try {
    createDocumentCheck(schema, { ...GATEWAY_LIMITS, ...limits })(query, variables);
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code;
  }
};

describe('cost: how many fields the answer may have', () => {
  test.each([
    ['{ locality { code } }', 2],
    ['{ __typename }', 1],
    ['{ locality { children { code } } }', 1 + 1 + 10],
    ['{ locality { children { children { code } } } }', 1 + 1 + 10 * (1 + 10)],
    ['{ localities(first: 3) { code } }', 1 + 3],
    ['{ localities(last: 7) { code } }', 1 + 7],
    ['{ localities { code } }', 1 + 20],
    ['{ localities(first: 5000) { code } }', 1 + 1000],
    ['{ localities(first: -5) { code } }', 1 + 1],
    ['{ locality { cases(first: 50) { totalCount nodes { title } } } }', 1 + 1 + 1 + (1 + 50)],
    [
      '{ locality { cases(first: 50) { edges { cursor node { title replies { text } } } } } }',
      1 + 1 + 1 + 50 * (1 + 1 + 1 + 1 + 10),
    ],
    [
      '{ locality { cases(first: 5) { ...Page } } } fragment Page on CaseConnection { nodes { title } }',
      1 + 1 + 1 + 5,
    ],
    ['{ __schema { types { fields { name } } } }', 4],
    ['query a { __typename } query b { locality { code } }', 2],
  ])('%s', (query, expected) => expect(cost(query)).toBe(expected));

  test('sizes and representations may be variables, with defaults', () => {
    const query = 'query($n: Int = 4) { localities(first: $n) { code } }';
    expect([cost(query), cost(query, { n: 9 }), cost(query, { n: 'x' })]).toEqual([5, 10, 1001]);
    const entities = 'query($r: [String!]!) { _entities(representations: $r) { code } }';
    expect(cost(entities, { r: Array(30).fill('') })).toBe(31);
  });

  test('fragments that double are counted as often as they are spread, without being walked so often', () => {
    const chain = Array.from(
      { length: 60 },
      (_, at) =>
        `fragment F${at} on Locality { ${at < 59 ? `...F${at + 1} ... on Locality { ...F${at + 1} }` : 'code'} }`,
    );
    expect(cost(`{ locality { ...F0 } } ${chain.join(' ')}`)).toBeGreaterThan(2 ** 58);
  });
});

describe('the shape of a document', () => {
  test.each([
    ['TOO_DEEP', { depth: 2 }, '{ locality { parent { code } } }'],
    ['TOO_DEEP', { depth: 2 }, '{ locality { ...F } } fragment F on Locality { parent { code } }'],
    ['TOO_MANY_ALIASES', { aliases: 1 }, '{ a: __typename b: __typename }'],
    [
      'TOO_MANY_ROOT_FIELDS',
      { rootFields: 1 },
      '{ ...F locality { code } } fragment F on Query { __typename }',
    ],
    ['TOO_MANY_DIRECTIVES', { directives: 1 }, '{ locality @skip(if: false) { code @skip(if: false) } }'],
    ['TOO_MANY_DUPLICATES', { duplicates: 1 }, '{ locality { code code code } }'],
    ['TOO_MANY_FIELDS', { fields: 3 }, '{ locality { code parent { code } } }'],
    ['TOO_MANY_TOKENS', { tokens: 3 }, '{ locality { code } }'],
    ['DOCUMENT_TOO_LARGE', { bytes: 5 }, '{ locality { code } }'],
    ['TOO_EXPENSIVE', { cost: 10 }, '{ locality { children { code } } }'],
    ['GRAPHQL_PARSE_FAILED', {}, '{ locality {'],
    ['GRAPHQL_VALIDATION_FAILED', {}, 'subscription { locality }'],
    [
      undefined,
      { depth: 3, aliases: 1, rootFields: 1, directives: 1, tokens: 40 },
      '{ a: locality @skip(if: false) { parent { code } } }',
    ],
  ])('%s under %j', (code, limits, query) => expect(codeOf(query, limits)).toBe(code));

  test('a document that passed is still priced anew for other variables', () => {
    const check = createDocumentCheck(schema, { ...GATEWAY_LIMITS, cost: 50 });
    const query = 'query($n: Int) { localities(first: $n) { code } }';
    expect(() => check(query, { n: 10 })).not.toThrow();
    expect(() => check(query, { n: 60 })).toThrow('开销为 61');
    expect(check(query, { n: 10 })).toBe(check(query, { n: 20 }));
  });

  test('variables neither nest endlessly nor carry a prototype', () => {
    const nested = JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`);
    expect(codeOf('{ __typename }', {}, { nested })).toBe('BAD_USER_INPUT');
    expect(codeOf('{ __typename }', {}, JSON.parse('{"a":{"__proto__":{}}}'))).toBe('BAD_USER_INPUT');
  });
});
