import type { Limits } from '@duban/kernel/edge';

export type Hostile = { readonly name: string; readonly body: string; readonly code: RegExp };

const asBody = (query: string, variables?: unknown): string => JSON.stringify({ query, variables });
const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');
const nested = (depth: number, field: string, leaf = 'code'): string =>
  `${`${field} { `.repeat(depth)}${leaf}${' }'.repeat(depth)}`;
const inLocality = (selection: string): string => `{ locality(code: "430400") { ${selection} } }`;

/** Documents that ask for more than `limits` allow, in the words of a graph with localities. */
export function hostileDocuments(limits: Limits): Hostile[] {
  return [...deep(limits), ...wide(limits), ...fragments(limits), ...dear(), ...malformed(limits)].map(
    ([name, body, code]) => ({ name, body, code }),
  );
}

type Case = [string, string, RegExp];

function deep({ depth, tokens }: Limits): Case[] {
  const chain = (levels: number) =>
    repeat(
      levels,
      (at) => `fragment F${at} on Locality { parent { ${at + 1 < levels ? `...F${at + 1}` : 'code'} } }`,
    );
  return [
    ['one level too deep', asBody(inLocality(nested(depth, 'parent'))), /TOO_DEEP/],
    ['ten times too deep', asBody(inLocality(nested(depth * 10, 'parent'))), /TOO_DEEP/],
    ['200 lists in lists', asBody(inLocality(nested(200, 'children'))), /TOO_DEEP/],
    [
      'deep by inline fragments',
      asBody(inLocality(nested(depth * 2, '... on Locality { parent { code } } parent'))),
      /TOO_DEEP/,
    ],
    ['deep by fragments', asBody(`${inLocality('...F0')} ${chain(depth + 5)}`), /TOO_DEEP/],
    [
      'deep in the second operation',
      asBody(`query a { __typename } query b ${inLocality(nested(depth + 5, 'parent'))}`),
      /TOO_DEEP/,
    ],
    [
      'deep introspection',
      asBody(`{ __schema { types { ${nested(depth + 5, 'ofType', 'name')} } } }`),
      /TOO_DEEP|GRAPHQL_VALIDATION_FAILED|INTROSPECTION_DISABLED/,
    ],
    [
      'circular introspection',
      asBody(
        `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
      ),
      /GRAPHQL_VALIDATION_FAILED|INTROSPECTION_DISABLED|TOO_DEEP/,
    ],
    ['brackets without end', asBody('{ a '.repeat(tokens)), /TOO_MANY_TOKENS|GRAPHQL_PARSE_FAILED|TOO_DEEP/],
    [
      'lists of lists as a value',
      asBody(`{ locality(code: ${'['.repeat(tokens)}`),
      /TOO_MANY_TOKENS|GRAPHQL_PARSE_FAILED|TOO_DEEP/,
    ],
    [
      'objects in objects as a value',
      asBody(`{ locality(code: ${'{a:'.repeat(tokens)}`),
      /TOO_MANY_TOKENS|GRAPHQL_PARSE_FAILED|TOO_DEEP/,
    ],
    [
      'list types of list types',
      asBody(`query($x: ${'['.repeat(tokens)}Int) { __typename }`),
      /TOO_MANY_TOKENS|GRAPHQL_PARSE_FAILED|TOO_DEEP/,
    ],
  ];
}

function wide({ aliases, rootFields, directives, tokens, bytes, duplicates }: Limits): Case[] {
  return [
    ['too many aliases', asBody(inLocality(repeat(aliases + 1, (at) => `a${at}: code`))), /TOO_MANY_ALIASES/],
    [
      'too many aliases of __typename',
      asBody(`{ ${repeat(aliases + 1, (at) => `a${at}: __typename`)} }`),
      /TOO_MANY_ALIASES/,
    ],
    [
      'too many aliases in fragments',
      asBody(
        `{ ...F } fragment F on Query { locality(code: "4") { ${repeat(aliases + 1, (at) => `a${at}: code`)} } }`,
      ),
      /TOO_MANY_ALIASES/,
    ],
    [
      'too many aliases over operations',
      asBody(repeat(aliases + 1, (at) => `query q${at} { a: __typename }`)),
      /TOO_MANY_ALIASES/,
    ],
    [
      'too many root fields',
      asBody(`{ ${repeat(rootFields + 1, (at) => `a${at}: viewer { __typename }`)} }`),
      /TOO_MANY_ROOT_FIELDS|TOO_MANY_ALIASES/,
    ],
    [
      'too many root fields by fragments',
      asBody(
        `{ ${repeat(rootFields + 1, (at) => `...F${at}`)} } ${repeat(rootFields + 1, (at) => `fragment F${at} on Query { __typename }`)}`,
      ),
      /TOO_MANY_ROOT_FIELDS/,
    ],
    [
      'one fragment spread as root often',
      asBody(
        `{ ${repeat(rootFields, () => '... on Query { ...F }')} } fragment F on Query { viewer { __typename } __typename }`,
      ),
      /TOO_MANY_ROOT_FIELDS/,
    ],
    [
      'too many mutations at once',
      asBody(`mutation { ${repeat(rootFields + 1, (at) => `a${at}: __typename`)} }`),
      /TOO_MANY_ROOT_FIELDS|TOO_MANY_ALIASES/,
    ],
    [
      'too many directives',
      asBody(`{ __typename ${'@include(if: true) '.repeat(directives + 1)} }`),
      /TOO_MANY_DIRECTIVES/,
    ],
    [
      'too many unknown directives',
      asBody(`{ __typename ${'@x '.repeat(directives + 1)} }`),
      /TOO_MANY_DIRECTIVES/,
    ],
    [
      'directives on everything',
      asBody(inLocality(repeat(directives + 1, () => '... @skip(if: false) { code }'))),
      /TOO_MANY_DIRECTIVES/,
    ],
    ['a field again and again', asBody(inLocality('code '.repeat(duplicates + 2))), /TOO_MANY_DUPLICATES/],
    [
      '__typename 500 times',
      asBody(`{ ${'__typename '.repeat(500)} }`),
      /TOO_MANY_DUPLICATES|TOO_MANY_ROOT_FIELDS/,
    ],
    [
      'an object again and again',
      asBody(inLocality('parent { code } '.repeat(duplicates + 2))),
      /TOO_MANY_DUPLICATES/,
    ],
    ['too many tokens', asBody(`{ ${'a '.repeat(tokens + 1)} }`), /TOO_MANY_TOKENS/],
    [
      'too many variables',
      asBody(`query(${repeat(tokens, (at) => `$v${at}: Int`)}) { __typename }`),
      /TOO_MANY_TOKENS/,
    ],
    ['a long comment', `{"query":"{__typename} #${'x'.repeat(bytes)}"}`, /BODY_TOO_LARGE|DOCUMENT_TOO_LARGE/],
    [
      'a long string',
      asBody(`{ locality(code: "${'4'.repeat(bytes)}") { code } }`),
      /BODY_TOO_LARGE|DOCUMENT_TOO_LARGE/,
    ],
  ];
}

function fragments({ depth, tokens }: Limits): Case[] {
  const doubling = (count: number, spread: string) =>
    repeat(
      count,
      (at) =>
        `fragment F${at} on Locality { ${at + 1 < count ? spread.replaceAll('NEXT', `...F${at + 1}`) : 'code name'} }`,
    );
  const levels = depth - 3;
  const pairs = Math.floor(tokens / 40);
  return [
    [
      'fragments that double',
      asBody(`${inLocality('...F0')} ${doubling(40, '... on Locality { NEXT } ... on Locality { NEXT }')}`),
      /TOO_EXPENSIVE|TOO_MANY_FIELDS/,
    ],
    [
      'fragments that double through a field',
      asBody(`${inLocality('...F0')} ${doubling(levels, 'parent { NEXT } parent { NEXT }')}`),
      /TOO_EXPENSIVE|TOO_MANY_FIELDS|TOO_DEEP/,
    ],
    [
      'fragments that double under aliases',
      asBody(`${inLocality('...F0')} ${doubling(levels, 'a: parent { NEXT } b: parent { NEXT }')}`),
      /TOO_EXPENSIVE|TOO_MANY_FIELDS|TOO_DEEP|TOO_MANY_ALIASES/,
    ],
    [
      'a fragment in itself',
      asBody(`${inLocality('...F')} fragment F on Locality { ...F }`),
      /GRAPHQL_VALIDATION_FAILED/,
    ],
    [
      'a fragment in itself through a field',
      asBody(`${inLocality('...F')} fragment F on Locality { parent { ...F } }`),
      /GRAPHQL_VALIDATION_FAILED/,
    ],
    [
      'two fragments in each other',
      asBody(`${inLocality('...F')} fragment F on Locality { ...G } fragment G on Locality { ...F }`),
      /GRAPHQL_VALIDATION_FAILED/,
    ],
    [
      'fragments nobody uses',
      asBody(`{ __typename } ${repeat(100, (at) => `fragment F${at} on Locality { code }`)}`),
      /GRAPHQL_VALIDATION_FAILED/,
    ],
    [
      'fields that conflict',
      asBody(
        inLocality(repeat(pairs, (at) => `...on Locality { parent { ${at % 2 ? 'x: code' : 'x: name'} } }`)),
      ),
      /GRAPHQL_VALIDATION_FAILED|TOO_MANY|TOO_EXPENSIVE/,
    ],
    [
      'fields that conflict deep down',
      asBody(
        inLocality(`${nested(depth - 3, 'parent', 'x: code')} ${nested(depth - 3, 'parent', 'x: name')}`),
      ),
      /GRAPHQL_VALIDATION_FAILED/,
    ],
    [
      'many fragments that overlap',
      asBody(
        `${inLocality(repeat(60, (at) => `...F${at}`))} ${repeat(60, (at) => `fragment F${at} on Locality { parent { parent { x${at}: nope } } }`)}`,
      ),
      /GRAPHQL_VALIDATION_FAILED|TOO_MANY_ALIASES/,
    ],
  ];
}

function dear(): Case[] {
  const first = (size: string) =>
    `{ locality(code: "430400") { ${nested(8, 'children')} a: children { code } } } # ${size}`;
  return [
    ['lists in lists', asBody(inLocality(nested(8, 'children'))), /TOO_EXPENSIVE|TOO_MANY_FIELDS/],
    ['lists in lists, once more', asBody(first('again')), /TOO_EXPENSIVE|TOO_MANY_FIELDS/],
    [
      'lists in lists by fragments',
      asBody(
        `${inLocality('...A')} fragment A on Locality { children { children { ...B } } } fragment B on Locality { children { children { ...C } } } fragment C on Locality { children { children { code name } } }`,
      ),
      /TOO_EXPENSIVE|TOO_MANY_FIELDS/,
    ],
    [
      'lists in lists in the other operation',
      asBody(`query a { __typename } query b ${inLocality(nested(8, 'children'))}`, {}),
      /TOO_EXPENSIVE|TOO_MANY_FIELDS/,
    ],
  ];
}

function malformed({ variableDepth }: Limits): Case[] {
  const deepJson = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
  const withVariables = (variables: string) =>
    `{"query":"query($c: String!) { locality(code: $c) { code } }","variables":${variables}}`;
  return [
    ['variables nested too deep', withVariables(`{"c":${deepJson(variableDepth + 5)}}`), /BAD_USER_INPUT/],
    [
      'variables nested 50,000 deep',
      withVariables(`{"c":${deepJson(50_000)}}`),
      /BAD_USER_INPUT|BAD_REQUEST/,
    ],
    ['variables with __proto__', withVariables('{"c":"4","__proto__":{"admin":true}}'), /BAD_USER_INPUT/],
    [
      '100,000 variables nobody asked for, and a wrong one',
      withVariables(`{${repeat(15_000, (at) => `"v${at}":1,`)}"c":{}}`),
      /BAD_USER_INPUT/,
    ],
    [
      'a subscription',
      asBody('subscription { __typename }'),
      /GRAPHQL_VALIDATION_FAILED|OPERATION_RESOLUTION_FAILURE|BAD_REQUEST/,
    ],
    [
      'a schema definition',
      asBody('type Query { a: Int }'),
      /GRAPHQL_VALIDATION_FAILED|OPERATION_RESOLUTION_FAILURE/,
    ],
    [
      'an extension of the schema',
      asBody('extend type Query { a: Int } { __typename }'),
      /GRAPHQL_VALIDATION_FAILED/,
    ],
    ['a thousand mistakes', asBody(`{ ${repeat(9, (at) => `nope${at}`)} }`), /GRAPHQL_VALIDATION_FAILED/],
    ['an empty document', asBody(''), /BAD_REQUEST|GRAPHQL_PARSE_FAILED/],
    ['nothing but a comment', asBody('# nothing'), /GRAPHQL_PARSE_FAILED/],
    ['NUL', asBody('{ \u0000 }'), /GRAPHQL_PARSE_FAILED/],
    [
      'a lone surrogate',
      `{"query":"{ locality(code: \\"\\ud800\\") { nope } }"}`,
      /GRAPHQL_(VALIDATION|PARSE)_FAILED/,
    ],
  ];
}
