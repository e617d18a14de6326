import { decodeId } from '@duban/kernel';
import { newId, systemScope, verifyChain, viewerScope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CASE_COLUMNS } from './case-columns.store.js';
import type { CaseTable } from './case-rows.js';
import type { NewCaseEvent } from './events.js';
import { rowsOf } from './projection.js';
import { id, MANDATES, PEOPLE, UNITS, viewerAs } from './testing/people.js';
import { ProposalsFixture, publicId, TENANT } from './testing/proposals.fixture.js';
import { dependencies } from './wiring.js';

const { lead, second, congress, government, transport } = PEOPLE;

let fixture: ProposalsFixture;
beforeAll(async () => {
  fixture = await ProposalsFixture.open();
}, 60_000);
afterAll(() => fixture?.close());

const draft = (title: string, also: object = {}) => ({
  kind: 'NPC_SUGGESTION',
  period: 'INTER_SESSION',
  proposerType: 'INDIVIDUAL',
  title,
  body: '正文。',
  category: 'roads',
  ...also,
});

/** A case on its way; gives its public id. */
async function submitted(title: string): Promise<string> {
  const { proposal } = await fixture.at('2026-02-02').does(lead, 'draftProposal', draft(title));
  await fixture.does(lead, 'submitProposal', { proposalId: proposal.id });
  return proposal.id;
}

async function accepted(title: string): Promise<string> {
  const proposalId = await submitted(title);
  await fixture
    .at('2026-02-03')
    .does(congress, 'decideReview', { proposalId, stage: 'office', verdict: 'ACCEPT' });
  return proposalId;
}

async function handedOver(
  title: string,
  unitId = UNITS.transport,
): Promise<{ id: string; assignment: string }> {
  const proposalId = await accepted(title);
  await fixture.at('2026-02-04').does(congress, 'docketProposal', { proposalId, year: 2026 });
  const assignments = [{ unitId: publicId('unit', unitId), role: 'SOLE' }];
  await fixture.does(government, 'allocateUnits', { proposalId, assignments });
  const shown = 'proposal { assignments { id } }';
  const { proposal } = await fixture.does(government, 'handOverProposal', { proposalId }, shown);
  return { id: proposalId, assignment: proposal.assignments[0].id };
}

/** A case that was replied to and rated. */
async function rated(title: string): Promise<{ id: string; replyId: string }> {
  const { id: proposalId, assignment: assignmentId } = await handedOver(title);
  await fixture.does(transport, 'acknowledgeAssignment', { assignmentId });
  const participants = [
    { role: 'PROPOSER', name: '张代表', mandateId: publicId('mandate', MANDATES.lead) },
    { role: 'UNIT_HANDLER', name: '李科员' },
  ];
  await fixture.does(transport, 'recordContact', {
    assignmentId,
    phase: 'BEFORE',
    channel: 'PHONE',
    participants,
  });
  const letter = { kind: 'FORMAL', documentNumber: '交函1号', body: '已办。', claimedClass: 'A' };
  const signatory = { name: '王局长', role: 'UNIT_HEAD' };
  const input = { assignmentId, ...letter, signatory };
  const { reply } = await fixture.at('2026-03-02').does(transport, 'issueReply', input, 'reply { id }');
  const ratings = ['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level: 'SATISFIED' }));
  await fixture.does(lead, 'giveFeedback', { replyId: reply.id, ratings });
  return { id: proposalId, replyId: reply.id };
}

/** The same history again, under other ids and numbers, in one transaction. */
async function copies(publicProposalId: string, count: number): Promise<void> {
  const proposalId = decodeId('proposal', publicProposalId)?.id ?? '';
  await fixture.database.transaction(viewerScope(congress), 'write', async (tx) => {
    const { cases } = dependencies()(tx);
    const events = (await cases.eventsOf([proposalId])).get(proposalId) ?? [];
    const bare = JSON.stringify(
      events.map(({ type, payload, occurredAt }) => ({ type, payload, occurredAt })),
    );
    const made = new Set(
      bare.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g)?.filter((one) => !one.startsWith('00000000')),
    );
    const changes = Array.from({ length: count }, (_, nth) => {
      const fresh = new Map([...made].map((one) => [one, newId()]));
      const text = [...fresh].reduce((all, [old, id]) => all.replaceAll(old, id), bare);
      const numbered = text
        .replace(/年平字第\d+号/g, `年平字第${9000 + nth}号`)
        .replace(/"serial":\d+/, '"serial":null');
      return {
        file: cases.blank(fresh.get(proposalId) ?? ''),
        events: JSON.parse(numbered) as NewCaseEvent[],
      };
    });
    await cases.append(changes);
  });
}

const numberOf = async (proposalId: string): Promise<string | null> =>
  (await fixture.ask(congress, `{ proposal(id: "${proposalId}") { caseNumber } }`)).proposal.caseNumber;

describe('writing a case', () => {
  test('a version that was not seen is refused, and so is what a quicker writer made stale', async () => {
    const proposalId = await submitted('关于路灯的建议');
    const input = { proposalId, stage: 'office', verdict: 'ACCEPT' };
    const refused = await fixture.refuses(congress, 'decideReview', { ...input, expectedVersion: 1 });
    expect(refused).toMatchObject({ code: 'STALE_VERSION', message: expect.stringContaining('2') });
    const answers = await Promise.all(
      ['a', 'b', 'c'].map(() =>
        fixture.does(congress, 'decideReview', input).catch((error: Error) => error.message),
      ),
    );
    expect(answers.filter((answer) => typeof answer !== 'string')).toHaveLength(1);
    expect(answers.filter((answer) => String(answer).includes('WRONG_PHASE'))).toHaveLength(2);
  });

  test('the same key gives the same answer once; with other input it is refused', async () => {
    const key = newId();
    const input = { ...draft('关于同一件事的建议'), idempotencyKey: key };
    const first = await fixture.does(lead, 'draftProposal', input);
    expect(await fixture.does(lead, 'draftProposal', input)).toEqual(first);
    const other = await fixture.refuses(lead, 'draftProposal', { ...input, title: '关于另一件事的建议' });
    expect(other.code).toBe('IDEMPOTENCY_KEY_REUSED');
    const { proposals } = await fixture.ask(
      lead,
      '{ proposals(filter: { titleContains: "同一件事" }) { totalCount } }',
    );
    expect(proposals.totalCount).toBe(1);
  });

  test('case numbers follow each other without gaps, also when dockets come at once or are refused', async () => {
    const cases = await Promise.all(
      ['一', '二', '三', '四'].map((nth) => accepted(`关于编号的建议之${nth}`)),
    );
    const unfinished = await submitted('关于尚未审查的建议');
    fixture.at('2026-02-04');
    await Promise.all([
      ...cases.map((proposalId) => fixture.does(congress, 'docketProposal', { proposalId, year: 2026 })),
      fixture.refuses(congress, 'docketProposal', { proposalId: unfinished, year: 2026 }),
    ]);
    const numbers = (await Promise.all(cases.map(numberOf))).sort();
    expect(numbers).toEqual(['0001', '0002', '0003', '0004'].map((serial) => `2026年平字第${serial}号`));
  });

  test('text that cannot be stored, another locality’s ids and unknown ids are refused without a trace', async () => {
    const bad = await fixture.refuses(lead, 'draftProposal', draft('a\u0000b'));
    expect(bad).toMatchObject({ code: 'TEXT_INVALID', message: expect.stringContaining('title') });
    const surrogate = await fixture.refuses(
      lead,
      'draftProposal',
      draft('关于半个字的建议', { body: 'x\ud83d' }),
    );
    expect(surrogate.code).toBe('TEXT_INVALID');
    const unit = publicId('unit', UNITS.transport, 888_888);
    const foreign = await fixture.refuses(
      lead,
      'draftProposal',
      draft('关于外地的建议', { suggestedUnitIds: [unit] }),
    );
    const unknown = await fixture.refuses(
      lead,
      'draftProposal',
      draft('关于外地的建议', { suggestedUnitIds: [publicId('unit', id(999))] }),
    );
    expect(foreign).toEqual(unknown);
    const malformed = await fixture.execute(
      congress,
      'mutation { submitProposal(input: { idempotencyKey: "k", proposalId: "nonsense" }) { __typename } }',
    );
    expect(malformed.errors?.[0]?.extensions.code).toBe('MALFORMED_ID');
  });

  test('a merge is told on both cases, and the reply answers the authors of both', async () => {
    const into = await handedOver('关于河堤的建议');
    const { proposal } = await fixture
      .at('2026-02-02')
      .does(second, 'draftProposal', draft('关于河堤加固的建议'));
    await fixture.does(second, 'submitProposal', { proposalId: proposal.id });
    await fixture
      .at('2026-02-05')
      .does(congress, 'decideReview', { proposalId: proposal.id, stage: 'office', verdict: 'ACCEPT' });
    const merged = await fixture
      .at('2026-02-06')
      .does(
        congress,
        'mergeProposal',
        { proposalId: proposal.id, intoId: into.id },
        'proposal { phase mergedInto { id absorbed { id } } }',
      );
    expect(merged.proposal).toEqual({
      phase: 'MERGED',
      mergedInto: { id: into.id, absorbed: [{ id: proposal.id }] },
    });
    const { assignment: assignmentId } = into;
    await fixture.does(transport, 'acknowledgeAssignment', { assignmentId });
    const participants = [
      { role: 'PROPOSER', name: '张代表', mandateId: publicId('mandate', MANDATES.lead) },
      { role: 'UNIT_HANDLER', name: '李科员' },
    ];
    await fixture.does(transport, 'recordContact', {
      assignmentId,
      phase: 'BEFORE',
      channel: 'PHONE',
      participants,
    });
    const letter = { kind: 'FORMAL', documentNumber: '水函1号', body: '已加固。', claimedClass: 'A' };
    const signatory = { name: '王局长', role: 'UNIT_HEAD' };
    const replied = await fixture
      .at('2026-03-02')
      .does(transport, 'issueReply', { assignmentId, ...letter, signatory }, 'reply { addressees { id } }');
    expect(replied.reply.addressees.map(({ id: one }: { id: string }) => one)).toEqual(
      [MANDATES.lead, MANDATES.second].map((mandate) => publicId('mandate', mandate)),
    );
    const { proposal: other } = await fixture.ask(
      second,
      `{ proposal(id: "${proposal.id}") { timeline { type } } }`,
    );
    expect(other.timeline.at(-1).type).toBe('merged.answered');
  });

  test('the read tables are what the events say, and the chain is whole', async () => {
    await fixture.database.transaction(systemScope(TENANT), 'read', async (tx) => {
      const rows = await tx.query<{ id: string }>('SELECT id FROM proposals.proposal WHERE tenant_id = $1', [
        TENANT,
      ]);
      const files = await dependencies()(tx).cases.findMany(rows.map((row) => row.id));
      expect(files.size).toBe(rows.length);
      for (const table of Object.keys(CASE_COLUMNS) as CaseTable[]) {
        const expected = [...files.values()].flatMap(
          ({ state }) => rowsOf(state)[table] as readonly object[],
        );
        const columns = Object.keys(CASE_COLUMNS[table]);
        const stored = await tx.query(
          `SELECT ${columns.join(', ')} FROM proposals.${table} WHERE tenant_id = $1`,
          [TENANT],
        );
        expect(sorted(stored)).toEqual(sorted(expected));
      }
      expect(await verifyChain(tx)).toMatchObject({ ok: true });
    });
  });

  test('many cases in one append: one statement for each table', async () => {
    const { proposal } = await fixture.does(lead, 'draftProposal', draft('关于批量的建议'));
    expect(proposal.version).toBe(1);
    const before = fixture.database.counts().statements;
    await fixture.database.transaction(viewerScope(lead), 'write', async (tx) => {
      const { cases } = dependencies()(tx);
      const changes = Array.from({ length: 40 }, (_, nth) => {
        const proposalId = newId();
        return { file: cases.blank(proposalId), events: [drafted(proposalId, `关于批量的建议之${nth}`)] };
      });
      await cases.append(changes);
    });
    const { proposals } = await fixture.ask(
      lead,
      '{ proposals(filter: { titleContains: "批量" }) { totalCount } }',
    );
    expect(proposals.totalCount).toBe(41);
    // Two for each case's events, one for all their rows.
    expect(fixture.database.counts().statements - before).toBeLessThan(40 * 2 + 20);
  });
});

const drafted = (proposalId: string, title: string): NewCaseEvent => ({
  type: 'proposal.drafted',
  occurredAt: '2026-02-02T02:00:00.000Z',
  payload: {
    proposalId,
    kind: 'NPC_SUGGESTION',
    period: 'INTER_SESSION',
    proposerType: 'INDIVIDUAL',
    leadProposerId: MANDATES.lead,
    collective: null,
    disclosureConsent: 'NONE',
    source: 'ONLINE',
    title,
    body: '正文。',
    category: 'roads',
    suggestedUnitIds: [],
  },
});

const sorted = (rows: readonly object[]): unknown[] =>
  rows
    .map((row) => JSON.parse(JSON.stringify(row)))
    .sort((a, b) =>
      (a.id ?? a.mandate_id + a.proposal_id).localeCompare(b.id ?? b.mandate_id + b.proposal_id),
    );

describe('reading many cases', () => {
  test('fifty with unit, proposer and latest feedback cost as many statements as five', async () => {
    await copies((await rated('关于清单的建议')).id, 50);
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

  test('pages in both directions, stable while cases are added', async () => {
    const page = async (args: string) => {
      const filter = 'orderBy: SUBMITTED_EARLIEST, filter: { titleContains: "清单" }';
      const shown = 'totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
      return (await fixture.ask(congress, `{ proposals(${filter}, ${args}) { ${shown} } }`)).proposals;
    };
    const first = await page('first: 5');
    await handedOver('关于清单的建议之后来的');
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
});
