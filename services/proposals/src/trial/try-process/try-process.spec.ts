import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copies, handedOver, rated } from '../../testing/cases-in-the-graph.js';
import { PEOPLE, viewerAs } from '../../testing/people.js';
import { ProposalsFixture } from '../../testing/proposals.fixture.js';

const admin = viewerAs('TENANT_ADMIN');
let fixture: ProposalsFixture;
let answered: string;
beforeAll(async () => {
  fixture = await ProposalsFixture.open();
  answered = (await rated(fixture, '关于路灯的建议')).id;
  await handedOver(fixture, '关于桥的建议');
  await copies(fixture, answered, 18);
  fixture.at('2026-12-20');
});
afterAll(() => fixture?.close());

const SHOWN = `total done cases next counts { difference cases } units { unit { id } daysBefore daysAfter }
  different { proposalId differences firstEvent explanation explanationEn before { late } after { late } }`;
const drafted = async (text: string): Promise<string> =>
  (await fixture.does(admin, 'draftProcess', { text }, 'draft { id }')).draft.id;
const trial = async (id: string, args = 'year: 2026', viewer = admin) =>
  (
    await fixture.ask(viewer, `query ($id: ID!) { processDraft(id: $id) { trial(${args}) { ${SHOWN} } } }`, {
      id,
    })
  ).processDraft.trial;

describe('a trial in the graph', () => {
  test('says which of a year’s cases would have been late, and what differs first', async () => {
    const id = await drafted('version: "2"\ndeadlines: {reply: {amount: 10, unit: DAY}}\n');
    const result = await trial(id);
    expect(result).toMatchObject({ total: 20, done: 20, cases: 20, next: null });
    const late = result.counts.find(({ difference }: { difference: string }) => difference === 'LATE');
    expect(late.cases).toBe(19);
    const one = result.different.find(({ proposalId }: { proposalId: string }) => proposalId === answered);
    expect(one).toMatchObject({
      differences: ['LATE'],
      firstEvent: 'proposal.handed_over',
      explanation: '到期日由 2026-05-04 变为 2026-02-14',
      before: { late: 0 },
      after: { late: 1 },
    });
  });

  test('goes through a long year a part at a time', async () => {
    const id = await drafted('version: "3"\ndeadlines: {reply: {amount: 10, unit: DAY}}\n');
    let tried = 0;
    let after: string | null = null;
    for (let parts = 0; parts === 0 || after !== null; parts++) {
      const part: { cases: number; done: number; next: string | null } = await trial(
        id,
        `year: 2026, first: 8${after ? `, after: "${after}"` : ''}`,
      );
      tried += part.cases;
      expect(part.done).toBe(tried);
      after = part.next;
    }
    expect(tried).toBe(20);
    expect(await trial(id, 'year: 2020')).toMatchObject({ total: 0, done: 0, next: null });
  });

  test('is for those who draft processes, and changes nothing', async () => {
    const id = await drafted('version: "4"\nrehandling: {maxRounds: 1}\n');
    const query = 'query ($id: ID!) { processDraft(id: $id) { trial(year: 2026) { total } } }';
    const { errors } = await fixture.execute(PEOPLE.congress, query, { id });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { counts } = await trial(id);
    expect(counts.every(({ cases }: { cases: number }) => cases === 0)).toBe(true);
    const version = async () =>
      (
        await fixture.ask(PEOPLE.congress, 'query ($id: ID!) { proposal(id: $id) { version } }', {
          id: answered,
        })
      ).proposal.version;
    const before = await version();
    await trial(id);
    expect(await version()).toBe(before);
    const wrong = await fixture.execute(admin, query.replace('2026', '2026, first: 0'), { id });
    expect(wrong.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
