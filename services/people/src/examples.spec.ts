import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, print, validate } from 'graphql';
import { subgraph } from './subgraph.js';
import { loadSample, type PeopleFixture, peopleFixture, sampleViewer } from './testing/people.fixture.js';
import { type PeopleServer, peopleServer } from './testing/people-server.fixture.js';

const document: DocumentNode = parse(
  readFileSync(join(process.cwd(), 'services/people/examples.graphql'), 'utf8'),
);
const operations = document.definitions.filter(
  (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
);

let fixture: PeopleFixture;
let server: PeopleServer;

beforeAll(async () => {
  fixture = await peopleFixture();
  await loadSample(fixture.database, [900001]);
  server = await peopleServer(fixture);
});

afterAll(async () => {
  await server?.close();
  await fixture?.close();
});

test('the examples fit the schema', () => expect(validate(subgraph.schema, document)).toEqual([]));

test.each(
  operations
    .filter((each) => each.operation === 'query')
    .map((each) => [each.name?.value ?? '', print(each)]),
)('the example %s answers', async (_, query) => {
  const answer = await server.graph(sampleViewer(900001, 'tenant-admin', 'TENANT_ADMIN'), query);
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toBeTruthy();
});
