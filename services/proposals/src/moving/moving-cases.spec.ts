import { newId } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copies } from '../testing/cases-in-the-graph.js';
import { id, PEOPLE, UNITS, viewerAs } from '../testing/people.js';
import { ProposalsFixture, publicId, TENANT } from '../testing/proposals.fixture.js';

const admin = viewerAs('TENANT_ADMIN', { accountId: id(901), personId: id(911) });
const second = viewerAs('TENANT_ADMIN', { accountId: id(902), personId: id(912) });
const HERE = publicId('locality', `00000000-0000-0000-0000-${String(TENANT).padStart(12, '0')}`);
const DAY = '2099-03-02';

let fixture: ProposalsFixture;
let first: string;
const cases: string[] = [];

beforeAll(async () => {
  fixture = (await ProposalsFixture.open()).at(DAY);
  const one = await handedOver(0);
  await copies(fixture, one, 4);
  const query = '{ proposals(first: 10) { nodes { id } } }';
  const { proposals } = await fixture.ask(PEOPLE.congress, query);
  cases.push(...proposals.nodes.map(({ id: made }: { id: string }) => made));
  first = await versionOf(one);
});
afterAll(() => fixture?.close());

async function handedOver(at: number): Promise<string> {
  const draft = {
    kind: 'NPC_SUGGESTION',
    period: 'INTER_SESSION',
    proposerType: 'INDIVIDUAL',
    category: 'roads',
  };
  const text = { title: `关于第 ${at} 条路的建议`, body: '路面破损。' };
  const { proposal } = await fixture.does(PEOPLE.lead, 'draftProposal', { ...draft, ...text });
  const proposalId = proposal.id;
  await fixture.does(PEOPLE.lead, 'submitProposal', { proposalId });
  await fixture.does(PEOPLE.congress, 'decideReview', { proposalId, stage: 'office', verdict: 'ACCEPT' });
  await fixture.does(PEOPLE.congress, 'docketProposal', { proposalId, year: 2099 });
  const assignments = [{ unitId: publicId('unit', UNITS.transport), role: 'SOLE' }];
  await fixture.does(PEOPLE.government, 'allocateUnits', { proposalId, assignments });
  await fixture.does(PEOPLE.government, 'handOverProposal', { proposalId });
  return proposalId;
}

const proposal = async (proposalId: string, selection: string) =>
  (
    await fixture.ask(PEOPLE.congress, `query ($id: ID!) { proposal(id: $id) { ${selection} } }`, {
      id: proposalId,
    })
  ).proposal;
const versionOf = async (proposalId: string): Promise<string> =>
  (await proposal(proposalId, 'processVersion')).processVersion;
const dueOf = async (proposalId: string): Promise<string> =>
  (await proposal(proposalId, 'assignments { due { date } }')).assignments[0].due.date;
const plan = async (args = '', field = 'processMove') => {
  const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Locality", id: $id }]) { ... on Locality {
    plan: ${field}${args} { moving staying next cases { proposalId caseNumber moves reason text textEn } } } } }`;
  return (await fixture.ask(admin, query, { id: HERE }))._entities[0].plan;
};
const planBack = (args: string) => plan(`(toVersion: "${args}`, 'processMoveBack');
const published = async (text: string, effectiveFrom = DAY): Promise<string> => {
  const { draft } = await fixture.does(admin, 'draftProcess', { text }, 'draft { id }');
  await fixture.does(admin, 'checkProcess', { draftId: draft.id }, 'draft { id }');
  const approval = { draftId: draft.id, effectiveFrom };
  return (await fixture.does(second, 'approveProcess', approval, 'draft { version }')).draft.version;
};
const SHOWN = 'moved stayed next';

describe('running cases', () => {
  let next: string;

  test('are shown what a move would do, and nothing is recorded', async () => {
    expect(await plan()).toEqual({ moving: 0, staying: 0, next: null, cases: [] });
    next = await published('version: "2"\ndeadlines: {reply: {amount: 2}}\n');
    const { moving, staying, cases: planned } = await plan();
    expect([moving, staying]).toEqual([5, 0]);
    expect(planned[0]).toMatchObject({
      moves: true,
      reason: null,
      text: '办理期限由 2099-06-02 改为 2099-05-02',
    });
    expect(await versionOf(cases[0] as string)).toBe(first);
    const page = await plan('(first: 2)');
    expect([page.cases.length, page.next !== null]).toEqual([2, true]);
    expect((await plan(`(first: 10, after: "${page.next}")`)).cases).toHaveLength(3);
  });

  test('are moved in batches, each once, with one event, whoever asks again', async () => {
    const batch = await fixture.does(admin, 'moveCases', { toVersion: next, limit: 2 }, SHOWN);
    expect(batch).toMatchObject({ moved: 2, stayed: 0 });
    const key = newId();
    const input = { toVersion: next, limit: 2, after: batch.next, idempotencyKey: key };
    const again = [
      await fixture.does(admin, 'moveCases', input, SHOWN),
      await fixture.does(admin, 'moveCases', input, SHOWN),
    ];
    expect(again[0]).toEqual(again[1]);
    expect(await fixture.does(admin, 'moveCases', { toVersion: next }, SHOWN)).toEqual({
      moved: 1,
      stayed: 0,
      next: null,
    });
    expect(await fixture.does(admin, 'moveCases', { toVersion: next }, SHOWN)).toEqual({
      moved: 0,
      stayed: 0,
      next: null,
    });
    for (const one of cases) {
      expect([await versionOf(one), await dueOf(one)]).toEqual([next, '2099-05-02']);
      const { timeline } = await proposal(one, 'timeline { type }');
      expect(timeline.filter(({ type }: { type: string }) => type === 'process.moved')).toHaveLength(1);
    }
  });

  test('go back where they came from, and stay where nobody moved them', async () => {
    const late = await handedOver(9);
    // First they are shown what that would do; nothing is recorded, and it is what then happens.
    const back = await planBack(`${next}")`);
    expect([back.moving, back.staying, back.next]).toEqual([5, 1, null]);
    const moving = back.cases.filter(({ moves }: { moves: boolean }) => moves);
    expect(moving[0]).toMatchObject({ reason: null, text: '办理期限由 2099-05-02 改为 2099-06-02' });
    expect(back.cases.find(({ moves }: { moves: boolean }) => !moves)).toMatchObject({ reason: 'NOT_MOVED' });
    const page = await planBack(`${next}", first: 4)`);
    expect((await planBack(`${next}", first: 4, after: "${page.next}")`)).cases).toHaveLength(2);
    for (const one of cases) expect([await versionOf(one), await dueOf(one)]).toEqual([next, '2099-05-02']);
    await expect(planBack(`${next}", first: 101)`)).rejects.toThrow('100');
    expect(await fixture.does(admin, 'undoMove', { toVersion: next }, SHOWN)).toEqual({
      moved: 5,
      stayed: 1,
      next: null,
    });
    for (const one of cases) expect([await versionOf(one), await dueOf(one)]).toEqual([first, '2099-06-02']);
    expect(await versionOf(late)).toBe(next);
    expect(await fixture.does(admin, 'undoMove', { toVersion: next }, SHOWN)).toEqual({
      moved: 0,
      stayed: 1,
      next: null,
    });
  });

  test('whose move is not possible stay, and it is said why', async () => {
    const other = await published('version: "3"\nkinds: [CPPCC_PROPOSAL]\n');
    const { moving, staying, cases: planned } = await plan();
    expect([moving, staying]).toEqual([0, 6]);
    expect(planned[0]).toMatchObject({
      moves: false,
      reason: 'KIND_NOT_HANDLED',
      text: '新程序不受理这类件',
    });
    expect(await fixture.does(admin, 'moveCases', { toVersion: other }, SHOWN)).toEqual({
      moved: 0,
      stayed: 6,
      next: null,
    });
  });

  test('of two who move them at once each case moves once', async () => {
    const target = await published('version: "4"\ndeadlines: {reply: {amount: 4}}\n');
    const answers = await Promise.all(
      [1, 2, 3].map(() => fixture.does(admin, 'moveCases', { toVersion: target }, SHOWN)),
    );
    expect(answers.reduce((sum, { moved }) => sum + moved, 0)).toBe(6);
  });

  test('are not moved to what is not in force, or by anybody', async () => {
    const later = await published('version: "5"\n', '2099-04-01');
    expect((await fixture.refuses(admin, 'moveCases', { toVersion: later })).code).toBe(
      'MOVE_VERSION_NOT_IN_FORCE',
    );
    expect((await fixture.refuses(admin, 'moveCases', { toVersion: 'x' })).code).toBe(
      'MOVE_VERSION_NOT_FOUND',
    );
    expect((await fixture.refuses(admin, 'moveCases', { toVersion: next, limit: 101 })).code).toBe(
      'MOVE_TOO_MANY',
    );
    expect((await fixture.refuses(PEOPLE.lead, 'moveCases', { toVersion: next })).code).toBe(
      'ROLE_NOT_ALLOWED',
    );
  });
});
