import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accepted, handedOver } from '../../testing/cases-in-the-graph.js';
import { PEOPLE, UNITS } from '../../testing/people.js';
import { ProposalsFixture, publicId } from '../../testing/proposals.fixture.js';

const { congress, government, lead, transport } = PEOPLE;
let fixture: ProposalsFixture;
beforeAll(async () => {
  fixture = await ProposalsFixture.open();
});
afterAll(() => fixture?.close());

async function allocated(title: string): Promise<string> {
  const proposalId = await accepted(fixture, title);
  await fixture.at('2026-02-04').does(congress, 'docketProposal', { proposalId, year: 2026 });
  const assignments = [{ unitId: publicId('unit', UNITS.transport), role: 'SOLE' }];
  await fixture.does(government, 'allocateUnits', { proposalId, assignments });
  return proposalId;
}

const SHOWN = `batch { id meeting heldOn place attendees noticeNumber caseCount proposals { id phase } }
  outcomes { handedOver code message messageEn proposal { id } }`;
const MEETING = {
  meeting: '建议交办会',
  heldOn: '2026-02-10',
  place: '会议中心',
  attendees: ['副市长', '人大副主任'],
  noticeNumber: '政办〔2026〕3号',
};

describe('HY-02 CT-13 handed over at a meeting', () => {
  test('one batch: all at once, with its notice; a case says with which it went', async () => {
    const ids = [await allocated('一'), await allocated('二')];
    const items = ids.map((proposalId) => ({ proposalId }));
    const { batch, outcomes } = await fixture.does(government, 'handOverBatch', { items, ...MEETING }, SHOWN);
    expect(batch).toMatchObject({ ...MEETING, caseCount: 2 });
    expect(batch.proposals.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
    expect(outcomes.every((one: { handedOver: boolean }) => one.handedOver)).toBe(true);
    const query = `query ($id: ID!) { proposal(id: $id) { handover { mode noticeNumber batch { id meeting } } } }`;
    const { proposal } = await fixture.ask(lead, query, { id: ids[0] });
    expect(proposal.handover).toEqual({
      mode: 'SOLE',
      noticeNumber: MEETING.noticeNumber,
      batch: { id: batch.id, meeting: MEETING.meeting },
    });
  });

  test('one that is refused does not hold up the others, and says why', async () => {
    const [ready, gone] = [await allocated('三'), await handedOver(fixture, '四')];
    const items = [gone.id, ready].map((proposalId) => ({ proposalId }));
    const { batch, outcomes } = await fixture.does(government, 'handOverBatch', { items, ...MEETING }, SHOWN);
    expect(batch.caseCount).toBe(1);
    expect(outcomes).toMatchObject([
      { handedOver: false, code: 'WRONG_PHASE', proposal: { id: gone.id } },
      { handedOver: true, code: null, proposal: { id: ready } },
    ]);
  });

  test('together means all or none', async () => {
    const [ready, gone] = [await allocated('五'), await handedOver(fixture, '六')];
    const items = [ready, gone.id].map((proposalId) => ({ proposalId }));
    const refused = await fixture.refuses(government, 'handOverBatch', { items, ...MEETING, together: true });
    expect(refused.code).toBe('WRONG_PHASE');
    const { proposal } = await fixture.ask(lead, 'query ($id: ID!) { proposal(id: $id) { phase } }', {
      id: ready,
    });
    expect(proposal.phase).toBe('ALLOCATED');
  });

  test('none that goes: the first refusal is the answer, and there is no batch', async () => {
    const items = [{ proposalId: publicId('proposal', UNITS.water) }];
    const { code } = await fixture.refuses(government, 'handOverBatch', { items, ...MEETING });
    expect(code).toBe('PROPOSAL_NOT_FOUND');
    const { code: role } = await fixture.refuses(transport, 'handOverBatch', { items });
    expect(role).toBe('ROLE_NOT_ALLOWED');
  });

  test('an item named twice goes once; a key used again gives the same answer', async () => {
    const proposalId = await allocated('七');
    const input = { items: [{ proposalId }, { proposalId }], ...MEETING, idempotencyKey: 'once' };
    const first = await fixture.does(government, 'handOverBatch', input, SHOWN);
    expect(first.batch.caseCount).toBe(1);
    expect(await fixture.does(government, 'handOverBatch', input, SHOWN)).toEqual(first);
  });
});
