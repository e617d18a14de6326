import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Kind, type OperationDefinitionNode, parse, print, validate } from 'graphql';
import { proposalsSubgraph } from '../subgraph.js';
import { PEOPLE } from '../testing/people.js';
import { ProposalsFixture } from '../testing/proposals.fixture.js';
import { MUTATION_NAMES } from './mutation-names.js';

const document = parse(readFileSync(join(import.meta.dirname, '../../../examples.graphql'), 'utf8'));
const operations = document.definitions.filter(
  (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
);
const named = (kind: 'query' | 'mutation') =>
  operations
    .filter(({ operation }) => operation === kind)
    .map((each) => [each.name?.value ?? '', print(each)]);

let fixture: ProposalsFixture;
beforeAll(async () => {
  fixture = await ProposalsFixture.open();
});
afterAll(() => fixture?.close());

test('the examples fit the schema', () => {
  expect(validate(proposalsSubgraph().schema, document)).toEqual([]);
});

test('what an available action calls its mutation is one', () => {
  const mutations = Object.keys(proposalsSubgraph().schema.getMutationType()?.getFields() ?? {});
  const offered = Object.values(MUTATION_NAMES).filter((name) => name !== null);
  expect(mutations).toEqual(expect.arrayContaining(offered));
  expect(mutations.filter((name) => !offered.includes(name)).sort()).toEqual([
    ...[
      'acknowledgeWarning',
      'approveProcess',
      'checkProcess',
      'closeUnitYear',
      'declareSession',
      'draftProcess',
      'giveOpinion',
    ],
    ...['handOverBatch', 'importLedger', 'lockProcess', 'mergeProcess', 'moveCases', 'openGrantedCase'],
    'openSharedCase',
    ...['rejectProcess', 'reviseProcess', 'rollOverRegister', 'undoMove', 'withdrawApproval'],
    'withdrawDraft',
  ]);
});

test.each(named('mutation'))('the example %s is done', async (_, source) => {
  const data = await fixture.ask(PEOPLE.lead, source);
  for (const answer of Object.values(data)) expect(answer).not.toHaveProperty('code');
});

test.each(named('query'))('the example %s answers', async (_, source) => {
  const { proposals } = await fixture.ask(PEOPLE.lead, source);
  expect(proposals.nodes).toBeInstanceOf(Array);
});
