import { encodeId, encodeLocalityId, type Viewer } from '@duban/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { standardsOf } from '../../sheet/scoring-files.file.js';
import { buildEvaluationSubgraph } from '../../subgraph.js';
import {
  type EvaluationDatabase,
  evaluationDatabase,
  eventsOf,
  eventually,
  quiet,
  somebodyIn,
} from '../../testing/evaluation-database.js';
import { ROOT } from '../../testing/scoring.kit.js';
import { caseIdOf, SyntheticCase, UNIT } from '../../testing/synthetic-case.js';
import { type Wiring, wire } from '../../wiring.js';

const PLACES = [
  { number: 4, level: 'PROVINCE', ancestors: [] },
  { number: 411, level: 'COUNTY', ancestors: [4] },
  { number: 421, level: 'COUNTY', ancestors: [4] },
];
const { schema } = buildEvaluationSubgraph();
const NOW = Date.now();
const YEAR = new Date(NOW - 600_000).getFullYear();
const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();
const BODY =
  '关于增设公交站点的建议收悉,经与交通运输、城管等部门研究,已将该路段纳入年度公交线网优化计划,年内建成。'.repeat(
    3,
  );

/** Six cases of one unit: answered with one text, raised without evidence, all satisfied within a minute. */
const CASES = Array.from({ length: 6 }, (_none, index) => {
  const file = new SyntheticCase(caseIdOf(index + 1), 411);
  file.submitted(ago(600)).docketed(ago(590)).handedOver(ago(580));
  file.claimed(ago(500), file.id(1), 'B', ['PLANNED'], { body: BODY });
  if (index < 2) file.confirmed(ago(400), file.id(1), 'A', ['SOLVED']);
  return file.rated(ago(60 - index), file.id(1), 'RESULT', 'SATISFIED');
});

let database: EvaluationDatabase;
let wiring: Wiring;

beforeAll(async () => {
  database = await evaluationDatabase();
  await database.register(PLACES);
  await database.record(eventsOf(CASES));
  wiring = await wire({
    databaseUrl: database.url('evaluation', 'app'),
    relayUrl: database.url('evaluation', 'relay'),
    standards: standardsOf(`${ROOT}/localities`),
    log: quiet,
  });
  await eventually(async () =>
    (await Promise.all(wiring.consumers.map((consumer) => consumer.caughtUp()))).every(Boolean),
  );
});

afterAll(async () => {
  await wiring?.close();
  await database?.close();
});

const SIGNS = `counts { rule kind signs cases } signs { rule unit { id } cases { id } from to count of text textEn }`;

async function ask(viewer: Viewer, number = 411) {
  const source = `{ _entities(representations: [{ __typename: "Locality", id: "${encodeLocalityId(number)}" }]) { ... on Locality { gamingSigns(year: ${YEAR}) { ${SIGNS} } } } }`;
  const contextValue = wiring.context({ viewer, requestId: 'test' });
  const { data, errors } = await graphql({ schema, source, contextValue });
  await contextValue.close();
  const answer = JSON.parse(JSON.stringify(data ?? null))?._entities?.[0];
  return errors?.[0]?.extensions.code ?? answer?.gamingSigns ?? null;
}

const counted = (signs: { counts: { rule: string; signs: number | null; cases: number | null }[] }) =>
  Object.fromEntries(signs.counts.map(({ rule, signs: found, cases }) => [rule, [found, cases]]));

describe('signs of gaming in the graph', () => {
  test('an office of the locality is told which unit, which cases and the figures', async () => {
    const shown = await ask(somebodyIn(411, 'EVALUATOR'));
    expect(counted(shown)).toEqual({
      bulkBeforeDeadline: [0, 0],
      satisfiedAtOnce: [1, 6],
      copiedReplies: [1, 6],
      classRaised: [1, 2],
    });
    const unit = { id: encodeId({ kind: 'unit', tenant: 411, id: UNIT }) };
    expect(shown.signs).toHaveLength(3);
    for (const sign of shown.signs) expect(sign.unit).toEqual(unit);
    expect(shown.signs.find(({ rule }: { rule: string }) => rule === 'classRaised')).toMatchObject({
      cases: [1, 2].map((at) => ({ id: encodeId({ kind: 'proposal', tenant: 411, id: caseIdOf(at) }) })),
      count: 2,
      text: '2 件的结果类别调高而没有材料(全年调高 2 次)。',
    });
  });

  test('an analyst, and a level above, get counts; letters are compared in their own locality alone', async () => {
    const analyst = await ask(somebodyIn(411));
    expect([analyst.signs, counted(analyst).copiedReplies]).toEqual([null, [1, 6]]);
    for (const viewer of [somebodyIn(4), somebodyIn(4, 'EVALUATOR')]) {
      const above = await ask(viewer);
      expect(above.signs).toBeNull();
      expect(counted(above)).toEqual({ ...counted(analyst), copiedReplies: [null, null] });
    }
  });

  test('units, the public and neighbours are told nothing', async () => {
    expect(await ask(somebodyIn(411, 'UNIT_HEAD'))).toBe('FORBIDDEN');
    expect(await ask(somebodyIn(411, 'PUBLIC'))).toBe('FORBIDDEN');
    expect(await ask(somebodyIn(421, 'EVALUATOR'))).toBeNull();
    expect(await ask(somebodyIn(411, 'EVALUATOR'), 4)).toBe('NOT_GRANTED');
  });

  test('row-level security shows a level above acts and no letter', async () => {
    const rows = (table: string) =>
      wiring.database.transaction({ tenant: 4, tenants: [4], purpose: 'COUNTS', actor: null }, 'read', (tx) =>
        tx.query(`SELECT DISTINCT tenant_id FROM evaluation.${table}`),
      );
    expect(await rows('trace')).toEqual([{ tenant_id: 411 }]);
    expect(await rows('reply_sketch')).toEqual([]);
  });

  test('folding it all again adds nothing', async () => {
    const traces = () =>
      wiring.database.transaction(
        { tenant: 411, tenants: [411], purpose: 'CASE', actor: null },
        'read',
        (tx) =>
          tx.query(
            'SELECT case_id, position, ctid::text FROM evaluation.trace UNION ALL SELECT case_id, position, ctid::text FROM evaluation.reply_sketch ORDER BY 1, 2',
          ),
      );
    const before = await traces();
    expect(before).toHaveLength(14);
    await database.relay.transaction(
      { tenant: 411, tenants: [411], purpose: 'RELAY', actor: null },
      'write',
      (tx) => tx.query('DELETE FROM evaluation.folded_case WHERE tenant_id = 411'),
    );
    const [again] = eventsOf(CASES);
    if (again) await database.record([{ ...again, type: 'proposal.revised' }]);
    await eventually(async () =>
      (await Promise.all(wiring.consumers.map((consumer) => consumer.caughtUp()))).every(Boolean),
    );
    expect(await traces()).toEqual(before);
  });
});
