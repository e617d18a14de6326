import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accepted, contactOn, handedOver, rated, submitted } from '../testing/cases-in-the-graph.js';
import { PEOPLE } from '../testing/people.js';
import { ProposalsFixture } from '../testing/proposals.fixture.js';

const { congress, government, transport, lead } = PEOPLE;
const AT_ONCE = 12;
type Viewer = typeof congress;

let fixture: ProposalsFixture;
beforeAll(async () => {
  fixture = await ProposalsFixture.open();
});
afterAll(() => fixture?.close());

/** Twelve people press the same button at the same moment, each with a key of their own. */
const atOnce = (viewer: Viewer, mutation: string, input: object): Promise<(string | null)[]> =>
  Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      const answer = await fixture.tries(viewer, mutation, input, '__typename');
      return (answer.code as string | undefined) ?? null;
    }),
  );

const expectOneWinner = (codes: readonly (string | null)[], refusedWith: string) => {
  expect(codes.filter((code) => code === null)).toHaveLength(1);
  expect(codes.filter((code) => code === refusedWith)).toHaveLength(AT_ONCE - 1);
};

describe('of twelve who do the same at once exactly one wins, the others hear why not', () => {
  test('a review verdict', async () => {
    const proposalId = await submitted(fixture, '关于同时审查的建议');
    const verdict = { proposalId, stage: 'office', verdict: 'ACCEPT' };
    expectOneWinner(await atOnce(congress, 'decideReview', verdict), 'WRONG_PHASE');
  });

  test('a docketing, which takes one number', async () => {
    const proposalId = await accepted(fixture, '关于同时立案的建议');
    expectOneWinner(await atOnce(congress, 'docketProposal', { proposalId, year: 2026 }), 'WRONG_PHASE');
    const next = await accepted(fixture, '关于下一个号的建议');
    const numbered = (id: string) => fixture.ask(congress, `{ proposal(id: "${id}") { caseNumber } }`);
    await fixture.does(congress, 'docketProposal', { proposalId: next, year: 2026 });
    expect((await numbered(proposalId)).proposal.caseNumber).toBe('2026年平字第0001号');
    expect((await numbered(next)).proposal.caseNumber).toBe('2026年平字第0002号');
  });

  test('an approval of an extension', async () => {
    const { assignment: assignmentId } = await handedOver(fixture, '关于同时批准延期的建议');
    const asked = { assignmentId, amount: 1, unit: 'MONTH', reason: '须等汛期过后施工' };
    await fixture.does(transport, 'requestExtension', asked, '__typename');
    const codes = await atOnce(government, 'decideExtension', { assignmentId, decision: 'APPROVE' });
    expectOneWinner(codes, 'EXTENSION_NOT_REQUESTED');
  });

  test('a closing', async () => {
    const { id: proposalId } = await rated(fixture, '关于同时办结的建议');
    const { proposal } = await fixture.ask(
      congress,
      `{ proposal(id: "${proposalId}") { assignments { id } } }`,
    );
    const assignmentId = proposal.assignments[0].id;
    await fixture.does(congress, 'confirmClass', { assignmentId, class: 'A' });
    expectOneWinner(await atOnce(congress, 'closeProposal', { proposalId }), 'WRONG_PHASE');
  });

  test('a claim, its confirmation and the striking off', async () => {
    const { id: proposalId } = await rated(fixture, '关于同时销号的建议');
    const { proposal } = await fixture.ask(
      congress,
      `{ proposal(id: "${proposalId}") { assignments { id } } }`,
    );
    const confirmed = { assignmentId: proposal.assignments[0].id, class: 'B' };
    const shown = 'proposal { trackingEntries { id } }';
    const { proposal: tracked } = await fixture.does(congress, 'confirmClass', confirmed, shown);
    const entryId = tracked.trackingEntries[0].id;
    const evidence = [{ title: '竣工照片', reference: '档案1号' }];
    expectOneWinner(
      await atOnce(transport, 'claimDone', { entryId, text: '已完成。', evidence }),
      'ENTRY_WRONG_PHASE',
    );
    expectOneWinner(await atOnce(lead, 'confirmDone', { entryId }), 'ENTRY_WRONG_PHASE');
    expectOneWinner(await atOnce(congress, 'strikeOffEntry', { entryId }), 'ENTRY_WRONG_PHASE');
  });

  test('what all of them may do is done by all of them', async () => {
    const { assignment: assignmentId } = await handedOver(fixture, '关于同时记录沟通的建议');
    expect(await atOnce(transport, 'recordContact', contactOn(assignmentId))).toEqual(
      Array(AT_ONCE).fill(null),
    );
  });
});
