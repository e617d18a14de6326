import type { Mapping } from '@duban/kernel';
import { contentHash, systemScope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { handedOver } from '../testing/cases-in-the-graph.js';
import { id, PEOPLE, viewerAs } from '../testing/people.js';
import { baseLayer, baseProcess, ownLayer } from '../testing/process-files.kit.js';
import { ProposalsFixture, publicId, TENANT } from '../testing/proposals.fixture.js';
import { completedBy, lacksParts } from './required-parts.js';

const admin = viewerAs('TENANT_ADMIN', { accountId: id(901), personId: id(911) });
const second = viewerAs('TENANT_ADMIN', { accountId: id(902), personId: id(912) });
const { congress } = PEOPLE;

/** As if the language had had no work records, no supervision and no measures of later rounds. */
const older = (document: object): Mapping => {
  const { records: _, supervision: __, schedule: ___, ...rest } = document as Mapping;
  const { measures: ____, ...rehandling } = rest.rehandling as Mapping;
  return { ...rest, rehandling };
};

describe('what a process lacks that was stored in an older language', () => {
  const base = baseProcess() as unknown as Mapping;

  test('is what the base says; what it says itself stays, entries of its own too', () => {
    const local = { fast: { step: 'REPLY', anchor: 'HANDOVER', amount: 2, unit: 'MONTH' } };
    const stored = { ...older(base), deadlines: local, version: 'old' };
    expect([lacksParts(base), lacksParts(stored)]).toEqual([false, true]);
    const now = completedBy(stored, base);
    expect(now).toMatchObject({ records: base.records, rehandling: { ...(base.rehandling as object) } });
    expect(now.deadlines).toEqual(local);
    expect(now.version).toBe('old');
  });

  test.each(Object.keys(baseProcess()))('without %s', (part) => {
    const { [part]: _, ...rest } = base;
    const now = completedBy(rest, base);
    expect(lacksParts(now)).toBe(false);
  });
});

describe('a version that was stored in an older language', () => {
  let fixture: ProposalsFixture;
  const stored = {
    version: 'old~2',
    definition: { ...older(baseProcess()), version: 'old~2' },
    base: older(baseLayer().document as object),
  };

  beforeAll(async () => {
    fixture = await ProposalsFixture.open();
    const { document: _, text: __, ...pinned } = { ...baseLayer(), hash: contentHash(stored.base) };
    const { document: ___, text: ____, ...own } = ownLayer(TENANT);
    const layers = [
      { ...pinned, origin: 'FILE' },
      { ...own, origin: 'PUBLISHED' },
    ];
    await fixture.database.transaction(systemScope(1, 'LOAD'), 'write', (tx) =>
      tx.query(
        `INSERT INTO proposals.process_layer
           (tenant_id, serial, origin, source, level, name, effective_from, document, text, hash, recorded_at)
         VALUES (1, 0, 'FILE', 'base', 'BASE', '通用', '2020-01-01', $1, '', $2, now())`,
        [JSON.stringify(stored.base), pinned.hash],
      ),
    );
    await fixture.database.transaction(systemScope(TENANT, 'LOAD'), 'write', (tx) =>
      tx.query(
        `INSERT INTO proposals.process_version
           (tenant_id, version, effective_from, serial, definition, categories, hash, loaded_at, layers, origin)
         SELECT tenant_id, $2, '2026-01-02', 2, $3, categories, 'old', loaded_at, $4, 'PUBLISHED'
         FROM proposals.process_version WHERE tenant_id = $1 AND serial = 1`,
        [TENANT, stored.version, JSON.stringify(stored.definition), JSON.stringify(layers)],
      ),
    );
  });
  afterAll(() => fixture?.close());

  test('carries cases on, with the parts that came since as the base has them', async () => {
    const { id: proposalId } = await handedOver(fixture, '关于旧程序的建议');
    const { proposal } = await fixture.ask(
      congress,
      `query ($id: ID!) { proposal(id: $id) { processVersion availableActions { mutation possible } } }`,
      { id: proposalId },
    );
    expect(proposal.processVersion).toBe('old~2');
    expect(proposal.availableActions).toContainEqual({ mutation: 'enterRecord', possible: true });
    const plan = {
      proposalId,
      record: 'supervision-plan',
      values: [{ field: 'content', text: '每月一次。' }],
    };
    await fixture.does(congress, 'enterRecord', plan, 'record { id }');
    await fixture.does(
      congress,
      'assignDuty',
      { proposalId, duty: 'SUPERVISION', name: '赵副主任' },
      'proposal { id }',
    );
  });

  test('is built upon as if it had said so; nothing of it is offered as new', async () => {
    const locality = publicId('locality', `00000000-0000-0000-0000-${String(TENANT).padStart(12, '0')}`);
    const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Locality", id: $id }]) {
      ... on Locality { processOffers { kind } processVersions { version sources { name } } } } }`;
    const shown = (await fixture.ask(admin, query, { id: locality }))._entities[0];
    expect(shown.processOffers).toEqual([]);
    expect(shown.processVersions[0]).toMatchObject({ version: 'old~2', sources: [{ name: '通用' }, {}] });
    const text = 'version: "2"\nreturns: {max: 2}\n';
    const { draft } = await fixture.does(admin, 'draftProcess', { text }, 'draft { id }');
    await fixture.does(admin, 'checkProcess', { draftId: draft.id }, 'draft { phase }');
    const approval = { draftId: draft.id, effectiveFrom: '2099-03-03' };
    await fixture.does(second, 'approveProcess', approval, 'draft { version }');
  });
});

describe('a version as it is stored', () => {
  let fixture: ProposalsFixture;
  beforeAll(async () => {
    fixture = await ProposalsFixture.open();
  });
  afterAll(() => fixture?.close());

  test('keeps fields and signers in the order in which they were written', async () => {
    const plan = baseProcess().records['supervision-plan'];
    const label = { zh: '项', en: 'Item' };
    const line = { label, type: 'TEXT' } as const;
    const fields = Object.fromEntries(['who', 'by', 'effect', 'a', 'place'].map((field) => [field, line]));
    const signer = { label, roles: ['DEPUTY_AFFAIRS_OFFICER'] } as const;
    const signers = { proposer: signer, head: signer, deputy: signer };
    const process = {
      ...baseProcess(),
      records: { 'supervision-plan': { ...plan, fields, signers } },
    } as unknown as ReturnType<typeof baseProcess>;
    await fixture.loadProcess(TENANT, 'second', process);
    const { id: proposalId } = await handedOver(fixture, '关于次序的建议');
    const values = ['place', 'a', 'effect', 'by', 'who'].map((field) => ({ field, text: field }));
    const { record } = await fixture.does(
      congress,
      'enterRecord',
      { proposalId, record: 'supervision-plan', values },
      'record { values { field } signers { signer } }',
    );
    expect(record.values.map(({ field }: { field: string }) => field)).toEqual(Object.keys(fields));
    expect(record.signers.map((one: { signer: string }) => one.signer)).toEqual(Object.keys(signers));
  });

  test('names the documents it was made of, which stand once for all who build upon them', async () => {
    const sizes = await fixture.database.transaction(systemScope(TENANT), 'read', (tx) =>
      tx.query<{ layers: number }>(
        `SELECT pg_column_size(layers) AS layers FROM proposals.process_version WHERE tenant_id = $1 ORDER BY serial LIMIT 1`,
        [TENANT],
      ),
    );
    expect(sizes[0]?.layers).toBeLessThan(1000);
  });
});
