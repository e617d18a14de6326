import type { Question } from './question.js';

type Row = readonly [name: string, status: 200 | 400, code: string | null, ...rest: unknown[]];

const asked = (
  rows: readonly Row[],
  ask: (...rest: never[]) => Pick<Question, 'query' | 'variables'>,
): Question[] =>
  rows.map(([name, status, code, ...rest]) => ({ name, status, code, ...ask(...(rest as never[])) }));

const TOO_BIG = 2_147_483_648;

/** Questions asked wrongly, by a deputy of the county `code`. */
export function wrongQuestions(code: string, foreign: string, unit: string): Question[] {
  const usual = [...documents(), ...lists(), ...ids(foreign, unit), ...filters(unit)];
  return [...usual, ...figures(code), ...breakdowns(code), ...matters(code)];
}

const documents = (): Question[] =>
  asked(
    [
      ['no document', 400, 'GRAPHQL_PARSE_FAILED', '{'],
      ['a field that is not there', 400, 'GRAPHQL_VALIDATION_FAILED', '{ nonsense }'],
      [
        'a value that is not there',
        400,
        'GRAPHQL_VALIDATION_FAILED',
        '{ proposals(orderBy: SIZE) { totalCount } }',
      ],
      [
        'a variable that is not given',
        400,
        'BAD_USER_INPUT',
        'query ($c: String!) { locality(code: $c) { name } }',
      ],
      [
        'two operations without a name',
        400,
        'OPERATION_RESOLUTION_FAILURE',
        'query a { __typename } query b { __typename }',
      ],
      [
        'a number beyond all numbers',
        400,
        'GRAPHQL_VALIDATION_FAILED',
        '{ proposals(first: 1e400) { totalCount } }',
      ],
      ['an unknown code', 200, null, '{ locality(code: "999999") { name } }'],
      ['no code at all', 200, null, '{ locality(code: "") { name } }'],
      ['half a character', 400, 'GRAPHQL_PARSE_FAILED', '{ locality(code: "\\uD800") { name } }'],
    ],
    (query: string) => ({ query }),
  );

const lists = (): Question[] =>
  asked(
    [
      ['a negative page', 200, 'BAD_USER_INPUT', { first: -1 }],
      ['a page too many', 200, 'BAD_USER_INPUT', { first: 101 }],
      ['a page without end', 400, 'BAD_USER_INPUT', { first: TOO_BIG }],
      ['half an item', 400, 'BAD_USER_INPUT', { first: 1.5 }],
      ['a number as text', 400, 'BAD_USER_INPUT', { first: '7' }],
      ['from both ends', 200, 'BAD_USER_INPUT', { first: 1, last: 1 }],
      ['an invented cursor', 200, 'BAD_USER_INPUT', { after: 'nonsense' }],
      ['an empty cursor', 200, 'BAD_USER_INPUT', { after: '' }],
      ['a cursor with a NUL', 200, 'BAD_USER_INPUT', { before: '\u0000' }],
    ],
    (variables: Record<string, unknown>) => ({
      query: `query ($first: Int, $last: Int, $after: String, $before: String) {
        proposals(first: $first, last: $last, after: $after, before: $before) { totalCount } }`,
      variables,
    }),
  );

const ids = (foreign: string, unit: string): Question[] =>
  asked(
    [
      ['no id', 200, 'MALFORMED_ID', 'x'],
      ['an empty id', 200, 'MALFORMED_ID', ''],
      ['an id of another kind', 200, 'MALFORMED_ID', unit],
      ['an endless id', 200, 'MALFORMED_ID', `proposal_${'A'.repeat(10_000)}`],
      ['an id of nowhere', 200, 'MALFORMED_ID', `proposal_${'_'.repeat(27)}`],
      ['a number', 200, 'MALFORMED_ID', 7],
      ['a foreign id', 200, null, foreign],
      ['an id that nobody has', 200, null, `${foreign.slice(0, -4)}AAAA`],
    ],
    (id: unknown) => ({ query: 'query ($id: ID!) { proposal(id: $id) { id } }', variables: { id } }),
  );

const filters = (unit: string): Question[] =>
  asked(
    [
      ['a day that never was', 200, 'BAD_USER_INPUT', { submittedFrom: '2023-02-30' }],
      ['a day in words', 200, 'BAD_USER_INPUT', { dueTo: '昨天' }],
      ['a kind that is none', 400, 'BAD_USER_INPUT', { kinds: ['PETITION'] }],
      ['nothing in a list', 400, 'BAD_USER_INPUT', { kinds: [null] }],
      ['a year beyond numbers', 400, 'BAD_USER_INPUT', { years: [TOO_BIG] }],
      ['a condition that is none', 400, 'BAD_USER_INPUT', { colour: 'red' }],
      ['a title too long', 200, 'BAD_USER_INPUT', { titleContains: '长'.repeat(101) }],
      ['a title with a NUL', 200, 'BAD_USER_INPUT', { titleContains: '公\u0000交' }],
      ['a title with half a character', 200, 'BAD_USER_INPUT', { titleContains: '\ud800' }],
      ['a category with a NUL', 200, 'BAD_USER_INPUT', { categories: ['\u0000'] }],
      ['a unit that is none', 200, 'MALFORMED_ID', { unitIds: ['x'] }],
      ['a unit in place of a mandate', 200, 'MALFORMED_ID', { leadProposerId: unit }],
    ],
    (filter: Record<string, unknown>) => ({
      query: 'query ($filter: ProposalFilterInput) { proposals(filter: $filter) { totalCount } }',
      variables: { filter },
    }),
  );

const figures = (code: string): Question[] =>
  asked(
    [
      ['a year before the first', 200, 'BAD_USER_INPUT', { year: -5 }],
      ['a year after the last', 200, 'BAD_USER_INPUT', { year: 2_147_483_647 }],
      ['a span that ends before it starts', 200, 'BAD_USER_INPUT', { from: '2025-02-01', to: '2025-01-01' }],
      ['as of a day that never was', 200, 'BAD_USER_INPUT', { asOf: '2025-02-30T00:00:00Z' }],
      ['as of tomorrow', 200, 'BAD_USER_INPUT', { asOf: '2999-01-01T00:00:00Z' }],
      ['as known tomorrow', 200, 'BAD_USER_INPUT', { knownAt: '2999-01-01T00:00:00Z' }],
      ['a year and years', 200, 'BAD_USER_INPUT', { year: 2024, years: [2024] }],
      ['a category that is none', 400, 'BAD_USER_INPUT', { category: 'WEATHER' }],
      ['a system that is none', 400, 'BAD_USER_INPUT', { system: 'SECRET' }],
      ['no digits', 200, 'BAD_USER_INPUT', {}, { mode: 'HALF_UP', digits: -1 }],
      ['too many digits', 200, 'BAD_USER_INPUT', {}, { mode: 'HALF_UP', digits: 99 }],
      ['a rounding that is none', 400, 'BAD_USER_INPUT', {}, { mode: 'UP', digits: 1 }],
      ['without a filter', 400, 'BAD_USER_INPUT', null],
    ],
    (filter: unknown, rounding: unknown = null) => ({
      query: `query ($filter: FigureFilter!, $rounding: RoundingInput) {
        locality(code: "${code}") { figures(filter: $filter) { metric(name: RECEIVED, rounding: $rounding) { display } } } }`,
      variables: { filter, rounding },
    }),
  );

const FIFTY = Array.from({ length: 50 }, () => 'YEAR');

const breakdowns = (code: string): Question[] =>
  asked(
    [
      ['fifty dimensions', 200, 'BAD_USER_INPUT', 'by: $by', { by: FIFTY }],
      ['no dimension', 200, 'BAD_USER_INPUT', 'by: $by', { by: [] }],
      ['two kinds of places', 200, 'BAD_USER_INPUT', 'by: $by', { by: ['CITY', 'COUNTY'] }],
      ['a dimension that is none', 400, 'BAD_USER_INPUT', 'by: $by', { by: ['COLOUR'] }],
      ['an axis that is none', 400, 'GRAPHQL_VALIDATION_FAILED', 'by: [YEAR], axis: SPEED', {}],
      [
        'an order by what is not asked',
        200,
        'BAD_USER_INPUT',
        'by: [YEAR], sort: { metric: REPLY_RATE, direction: ASC }',
        {},
      ],
    ],
    (args: string, variables: Record<string, unknown>) => ({
      query: `query${args.includes('$by') ? ' ($by: [RollupDimension!]!)' : ''} {
        locality(code: "${code}") { figures(filter: {}) { rollup(${args}, metrics: [RECEIVED]) { totalCount } } } }`,
      variables,
    }),
  );

const matters = (code: string): Question[] =>
  asked(
    [
      ['a matter that one alone raises', 200, 'BAD_USER_INPUT', 'commonMatters(atLeast: 1) { items }'],
      [
        'a matter that all the world raises',
        200,
        'BAD_USER_INPUT',
        'commonMatters(atLeast: 100000) { items }',
      ],
      ['a percentile that is none', 200, 'BAD_USER_INPUT', 'handlingDays(percentile: 101) { median }'],
    ],
    (selection: string) => ({
      query: `query { locality(code: "${code}") { figures(filter: {}) { ${selection} } } }`,
      variables: {},
    }),
  );
