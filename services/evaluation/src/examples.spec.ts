import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeLocalityId } from '@duban/kernel';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type FieldNode, graphql, Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { standardsOf } from './sheet/scoring-files.file.js';
import { buildEvaluationSubgraph } from './subgraph.js';
import {
  type EvaluationDatabase,
  evaluationDatabase,
  quiet,
  somebodyIn,
} from './testing/evaluation-database.js';
import { ROOT } from './testing/scoring.kit.js';
import { type Wiring, wire } from './wiring.js';

const { definitions } = parse(readFileSync(join(import.meta.dirname, '../../examples.graphql'), 'utf8'));
const operations = definitions.filter(
  (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
);

// A real database on a machine that may be busy.
jest.setTimeout(120_000);

let database: EvaluationDatabase;
let wiring: Wiring;
beforeAll(async () => {
  database = await evaluationDatabase();
  wiring = await wire({
    databaseUrl: database.url('evaluation', 'app'),
    relayUrl: database.url('evaluation', 'relay'),
    standards: standardsOf(join(ROOT, 'localities')),
    log: quiet,
  });
}, 60_000);
afterAll(async () => {
  await wiring?.close();
  await database?.close();
});

/** What the gateway would ask this service: `locality(code:)` is another one's, its figures are asked of the entity. */
function asSubgraphQuery(operation: OperationDefinitionNode): string {
  const [field] = operation.selectionSet.selections as readonly FieldNode[];
  if (field?.name.value !== 'locality') return print(operation);
  const selection = field.selectionSet ? print(field.selectionSet) : '';
  return `{ _entities(representations: [{ __typename: "Locality", id: "${encodeLocalityId(7)}" }]) { ... on Locality ${selection} } }`;
}

test.each(operations.map((each) => [each.name?.value ?? '', each] as const))(
  'the example %s answers',
  async (_name, operation) => {
    const contextValue = wiring.context({ viewer: somebodyIn(7, 'EVALUATOR'), requestId: 'example' });
    const { data, errors } = await graphql({
      schema: buildEvaluationSubgraph().schema,
      source: asSubgraphQuery(operation),
      contextValue,
    });
    await contextValue.close();
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})).toHaveLength(1);
  },
);
