import { ROLES } from '@duban/kernel';
import { systemScope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { maySee } from '../case/visibility.js';
import { accepted, copies, draft, handedOver, rated } from '../testing/cases-in-the-graph.js';
import { id, MANDATES, PEOPLE, UNITS, viewerAs } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { ProposalsFixture, publicId, TENANT } from '../testing/proposals.fixture.js';
import { dependencies } from '../wiring.js';

const { congress } = PEOPLE;

let fixture: ProposalsFixture;
beforeAll(async () => {
  fixture = await ProposalsFixture.open();
});
afterAll(() => fixture?.close());

describe('reading many cases', () => {
  test('fifty with unit, proposer and latest feedback cost as many statements as five', async () => {
    await copies(fixture, (await rated(fixture, '关于清单的建议')).id, 50);
    const query = (first: number) => `{ proposals(first: ${first}, filter: { titleContains: "清单" }) {
      totalCount pageInfo { hasNextPage } nodes {
        id title caseNumber body leadProposer { id } cosignatures { status } latestFeedback { axis level }
        assignments { unit { id } replies { documentNumber } contacts { id } returnRequests { reason } }
        trackingEntries { registerNumber } reviews { verdict } timeline { type } availableActions { mutation possible } } } }`;
    const cost = async (first: number): Promise<number> => {
      const before = fixture.database.counts().statements;
      const { proposals } = await fixture.ask(congress, query(first));
      expect(proposals.nodes).toHaveLength(first);
      expect(proposals.nodes.at(-1).latestFeedback).toHaveLength(2);
      return fixture.database.counts().statements - before;
    };
    const few = await cost(5);
    expect(await cost(50)).toBe(few);
    expect(few).toBeLessThan(25);
  });

  test('a year of fifty units, its quotas and its closing, costs as many statements as of five', async () => {
    const process = baseProcess();
    const replies = { ...process.replies, headQuota: { count: 3, mode: 'WARN' as const } };
    await fixture.loadProcess(TENANT, 'with quotas of units', { ...process, replies });
    const { transport } = UNITS;
    const shown = 'unit { id closedYear(year: 2025) { year } }';
    const closing = { unitId: publicId('unit', transport), year: 2025 };
    const { unit } = await fixture.does(congress, 'closeUnitYear', closing, shown);
    expect(unit.closedYear).toEqual({ year: 2025 });
    const units = [transport, ...Array.from({ length: 49 }, (_, at) => id(1000 + at))];
    const query = `query ($units: [_Any!]!) { _entities(representations: $units) { ... on Unit {
      closedYear(year: 2025) { year } quotas(year: 2026) { rule required } headReplyQuota(year: 2026) { required } } } }`;
    const cost = async (count: number): Promise<number> => {
      const asked = units.slice(0, count).map((one) => ({ __typename: 'Unit', id: publicId('unit', one) }));
      const before = fixture.database.counts().statements;
      const { _entities: found } = await fixture.ask(congress, query, { units: asked });
      expect(found.map((one: { closedYear: object | null }) => one.closedYear !== null)).toEqual(
        asked.map((_, at) => at === 0),
      );
      expect(found[0].quotas.length).toBeGreaterThan(0);
      return fixture.database.counts().statements - before;
    };
    // Processes are read once and kept.
    await cost(1);
    expect(await cost(50)).toBe(await cost(5));
  });

  test('pages in both directions, stable while cases are added', async () => {
    const page = async (args: string) => {
      const filter = 'orderBy: SUBMITTED_EARLIEST, filter: { titleContains: "清单" }';
      const shown = 'totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
      return (await fixture.ask(congress, `{ proposals(${filter}, ${args}) { ${shown} } }`)).proposals;
    };
    const first = await page('first: 5');
    await handedOver(fixture, '关于清单的建议之后来的');
    const next = await page(`first: 100, after: "${first.pageInfo.endCursor}"`);
    const back = await page(`last: 5, before: "${next.pageInfo.startCursor}"`);
    expect(back.nodes).toEqual(first.nodes);
    expect([first.totalCount, next.totalCount]).toEqual([51, 52]);
    expect(first.nodes.length + next.nodes.length).toBe(52);
    expect([first.pageInfo.hasNextPage, next.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  test.each([
    ['CHANGED_LATEST'],
    ['SUBMITTED_LATEST'],
    ['SUBMITTED_EARLIEST'],
    ['HANDED_OVER_LATEST'],
    ['DUE_EARLIEST'],
    ['CASE_NUMBER'],
    ['TITLE'],
  ])('sorted by %s every case comes exactly once', async (order) => {
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const { proposals } = await fixture.ask(
        congress,
        `{ proposals(orderBy: ${order}, first: 7${after}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
      );
      seen.push(...proposals.nodes.map((one: { id: string }) => one.id));
      if (!proposals.pageInfo.hasNextPage) {
        expect(new Set(seen).size).toBe(proposals.totalCount);
        return expect(seen).toHaveLength(proposals.totalCount);
      }
      after = `, after: "${proposals.pageInfo.endCursor}"`;
    }
  });

  test('filters: by unit, phase, year, kind, dates, overdue, and none of them leaks', async () => {
    const count = async (filter: string, viewer = congress): Promise<number> =>
      (await fixture.ask(viewer, `{ proposals(filter: { ${filter} }) { totalCount } }`)).proposals.totalCount;
    const unit = publicId('unit', UNITS.transport);
    const all = await count(`unitIds: ["${unit}"]`);
    expect(all).toBeGreaterThan(12);
    expect(await count(`unitIds: ["${publicId('unit', UNITS.transport, 888_888)}"]`)).toBe(0);
    expect(
      await count('phases: [HANDED_OVER], years: [2026], kinds: [NPC_SUGGESTION], periods: [INTER_SESSION]'),
    ).toBe(all);
    expect(await count('kinds: [CPPCC_PROPOSAL]')).toBe(0);
    expect(await count('handedOverFrom: "2026-02-05"')).toBe(0);
    fixture.at('2026-09-01');
    expect(await count('overdue: true')).toBe(1);
    expect(await count('phases: []')).toBe(0);
    expect(await count('titleContains: "%"')).toBe(0);
    expect(
      await count(`unitIds: ["${unit}"]`, viewerAs('CPPCC_MEMBER', { mandateId: MANDATES.member })),
    ).toBe(0);
  });

  test.each([
    ['first: -1', 'BAD_USER_INPUT'],
    ['first: 101', 'BAD_USER_INPUT'],
    ['after: "nonsense"', 'BAD_USER_INPUT'],
    ['filter: { unitIds: ["nonsense"] }', 'MALFORMED_ID'],
    [`filter: { categories: ["a\\u0000b"] }`, 'BAD_USER_INPUT'],
    ['filter: { dueFrom: "2026-02-30" }', 'BAD_USER_INPUT'],
  ])('%s is refused with %s', async (args, code) => {
    const { errors } = await fixture.execute(congress, `{ proposals(${args}) { totalCount } }`);
    expect(errors?.[0]?.extensions.code).toBe(code);
  });

  test('what the lists show each role is what the rule of sight says, case by case', async () => {
    await accepted(fixture, '关于尚未立案的建议');
    await fixture.does(PEOPLE.second, 'draftProposal', draft('关于草稿的建议'));
    const mandates = [null, MANDATES.lead, MANDATES.second, MANDATES.member];
    const viewers = ROLES.flatMap((role) =>
      mandates.flatMap((mandateId) =>
        [null, UNITS.transport, UNITS.water].map((unitId) => viewerAs(role, { mandateId, unitId })),
      ),
    );
    await fixture.database.transaction(systemScope(TENANT), 'read', async (tx) => {
      const { cases, reads } = dependencies()(tx);
      const all = await tx.query<{ id: string }>('SELECT id FROM proposals.proposal');
      const ids = all.map(({ id }) => id);
      const files = [...(await cases.findMany(ids)).values()];
      const seen = new Set<number>();
      for (const viewer of viewers) {
        const shown = (await reads.proposals(ids, viewer)).map(({ id }) => id).sort();
        const ruled = files.filter(({ state }) => maySee(state, viewer)).map(({ proposalId }) => proposalId);
        expect({ viewer, shown }).toEqual({ viewer, shown: ruled.sort() });
        seen.add(shown.length);
      }
      expect(seen.size).toBeGreaterThan(4);
    });
  });
});
