import { newId, systemScope, verifyChain, viewerScope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NewCaseEvent } from '../case/events.js';
import { accepted, contactOn, draft, handedOver, submitted } from '../testing/cases-in-the-graph.js';
import { id, MANDATES, PEOPLE, UNITS } from '../testing/people.js';
import { ProposalsFixture, publicId, TENANT } from '../testing/proposals.fixture.js';
import { dependencies } from '../wiring.js';
import { CASE_COLUMNS } from './case-columns.store.js';
import type { CaseTable } from './case-rows.js';
import { rowsOf } from './projection.js';

const { lead, second, congress, transport } = PEOPLE;

let fixture: ProposalsFixture;
beforeAll(async () => {
  fixture = await ProposalsFixture.open();
});
afterAll(() => fixture?.close());

const numberOf = async (proposalId: string): Promise<string | null> =>
  (await fixture.ask(congress, `{ proposal(id: "${proposalId}") { caseNumber } }`)).proposal.caseNumber;

describe('writing a case', () => {
  test('a version that was not seen is refused, and so is what a quicker writer made stale', async () => {
    const proposalId = await submitted(fixture, '关于路灯的建议');
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
      ['一', '二', '三', '四'].map((nth) => accepted(fixture, `关于编号的建议之${nth}`)),
    );
    const unfinished = await submitted(fixture, '关于尚未审查的建议');
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
    const into = await handedOver(fixture, '关于河堤的建议');
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
    await fixture.does(transport, 'recordContact', contactOn(assignmentId));
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
