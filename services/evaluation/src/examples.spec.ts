import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeId, encodeLocalityId } from '@duban/kernel';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
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
import { caseIdOf } from './testing/synthetic-case.js';
import { type Wiring, wire } from './wiring.js';

const { definitions } = parse(readFileSync(join(import.meta.dirname, '../../examples.graphql'), 'utf8'));
const operations = definitions.filter(
  (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
);

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
});
afterAll(async () => {
  await wiring?.close();
  await database?.close();
});

const SOME_CASE = encodeId({ kind: 'proposal', tenant: 7, id: caseIdOf(1) });
const ENTITIES: Readonly<Record<string, string>> = {
  locality: `Locality ${encodeLocalityId(7)}`,
  proposal: `Proposal ${SOME_CASE}`,
};

/** What the gateway would ask this service: roots of other services are, of what it adds to them, asked of the entity. */
function asSubgraphQuery(operation: OperationDefinitionNode): string {
  const [field] = operation.selectionSet.selections as readonly FieldNode[];
  const [type, id] = ENTITIES[field?.name.value ?? '']?.split(' ') ?? [];
  if (!type) return print(operation);
  const selection = field?.selectionSet ? print(field.selectionSet) : '';
  return `{ _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} ${selection} } }`;
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
