import { viewerScope } from '@duban/kernel/runtime';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EMPTY_CASE } from '../case/fold.js';
import type { ProposalKind } from '../case/vocabulary.js';
import { PEOPLE } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { ProposalsFixture } from '../testing/proposals.fixture.js';
import { DRAFT } from '../testing/story.js';
import { dependencies } from '../wiring.js';

const { lead, congress } = PEOPLE;
const base = baseProcess();
const { acknowledge } = base.deadlines;

let fixture: ProposalsFixture;
beforeAll(async () => {
  fixture = await ProposalsFixture.open();
  const deadlines = { ...base.deadlines, acknowledge: { ...acknowledge, anchor: 'SESSION_CLOSE' } };
  await fixture.loadProcess(999_999, 'from-the-close', { ...base, deadlines } as never);
  const declare = (kind: ProposalKind, closesOn: string) =>
    fixture.does(
      congress,
      'declareSession',
      { kind, year: 2026, term: 17, session: 1, opensOn: '2026-01-01', closesOn },
      'session { term }',
    );
  await declare('NPC_SUGGESTION', '2026-01-03');
  await declare('CPPCC_PROPOSAL', '2026-01-02');
});
afterAll(() => fixture?.close());

test.each([
  ['NPC_SUGGESTION', '2026-01-03'],
  ['CPPCC_PROPOSAL', '2026-01-02'],
] as const)(
  'a case that is being drafted as %s belongs to the session of its kind: %s',
  async (proposalKind, close) => {
    const at = fixture.now;
    const command = { ...DRAFT, proposalKind } as never;
    await fixture.database.transaction(viewerScope(lead), 'read', async (tx) => {
      const { facts, processes } = dependencies(() => at)(tx);
      const version = await processes.getInForce('2026-01-05', proposalKind);
      const request = { state: EMPTY_CASE, command, viewer: lead, version, source: 'ONLINE', at } as const;
      expect((await facts.of(request)).sessionClose).toBe(close);
      const contextOf = await facts.around([], lead, at);
      const drafted = { ...EMPTY_CASE, kind: proposalKind };
      expect((await contextOf(version, drafted)).sessionClose).toBe(close);
    });
  },
);
