import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case, must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { on } from './story/moments.js';

const PAPER = { onPaper: true };
const RATINGS = ['ATTITUDE', 'RESULT'].map((axis) => ({ axis, level: 'BASICALLY_SATISFIED' }));

describe('a letter on paper', () => {
  let cast: Cast;
  let letter: Case;

  beforeAll(async () => {
    cast = await takeCast();
  }, 180_000);

  const entered = (mutation: string, input: object, day: string, selection?: string) =>
    must(cast.office, mutation, { ...input, ...PAPER, ...on(day) }, selection);

  test('the office enters it for two deputies, as signed, and nothing is disclosed that they did not allow', async () => {
    const [, lead, ally] = cast.deputies;
    const draft = { kind: 'NPC_SUGGESTION', period: 'INTER_SESSION', proposerType: 'JOINT' };
    const text = { title: '关于修缮老桥的建议', body: '桥面破损。', category: 'urban-construction' };
    const input = { ...draft, ...text, leadProposerId: lead.mandateId };
    const { proposal } = await entered(
      'draftProposal',
      input,
      '2025-02-03',
      'proposal { id disclosureConsent }',
    );
    expect(proposal.disclosureConsent).toBe('NONE');
    letter = new Case(cast);
    letter.id = proposal.id;
    letter.lead = lead;
    const who = { proposalId: letter.id, mandateId: ally.mandateId };
    await entered('inviteCosigner', who, '2025-02-03');
    await entered('answerCosigning', { ...who, answer: 'CONFIRM' }, '2025-02-04');
    await entered('submitProposal', { proposalId: letter.id }, '2025-02-05');
    expect(await letter.show('source phase cosignatures { status }', lead)).toEqual({
      source: 'PAPER',
      phase: 'SUBMITTED',
      cosignatures: [{ status: 'CONFIRMED' }],
    });
    expect(await letter.show('timeline { actorRole }', lead)).toEqual({
      timeline: Array(4).fill({ actorRole: 'DEPUTY_AFFAIRS_OFFICER' }),
    });
  });

  test('her signed form is entered, too, and says who entered it', async () => {
    const [unit] = cast.heads;
    const moment = on('2025-02-10');
    await letter.accept(moment);
    expect(await letter.docket(moment)).toBe('2025年平字第0001号');
    await letter.allocate([{ head: unit, role: 'SOLE' }], moment);
    await letter.handOver(moment);
    const replyId = await letter.answered(unit, 'B', on('2025-03-10'));
    await letter.confirm(unit, 'B', on('2025-03-11'));
    const form = { replyId, ratings: RATINGS };
    const stranger = { ...form, respondentId: cast.deputies[2].mandateId, ...PAPER };
    expect((await cast.office.do('giveFeedback', stranger)).code).toBe('NOT_RESPONDENT');
    const given = 'feedback { collectedBy respondent { id } }';
    const { feedback } = await entered('giveFeedback', form, '2025-03-12', given);
    const expected = { collectedBy: 'DEPUTY_AFFAIRS_OFFICER', respondent: { id: letter.lead.mandateId } };
    expect(feedback).toEqual([expected, expected]);
  });

  test('it stands wherever one would look: with its unit, its deputy, and on the register', async () => {
    const [unit] = cast.heads;
    const where = `{ viewer { unit { workload(year: 2025) { sole total replied open }
      assignments { totalCount nodes { phase proposal { id } } } } } }`;
    const { viewer } = await unit.get(where);
    expect(viewer.unit).toEqual({
      workload: { sole: 1, total: 1, replied: 1, open: 0 },
      assignments: { totalCount: 1, nodes: [{ phase: 'RATED', proposal: { id: letter.id } }] },
    });
    const own = await letter.lead.get('{ viewer { mandate { proposals { nodes { id } } } } }');
    expect(own.viewer.mandate.proposals.nodes).toEqual([{ id: letter.id }]);
    const register = `{ viewer { locality { trackingEntries(filter: { open: true }) {
      totalCount nodes { registerNumber class due { date } unit { id } proposal { id } } } } } }`;
    expect((await cast.office.get(register)).viewer.locality.trackingEntries).toEqual({
      totalCount: 1,
      nodes: [
        {
          registerNumber: '2025-0001',
          class: 'B',
          due: { date: '2026-03-11' },
          unit: { id: unit.unitId },
          proposal: { id: letter.id },
        },
      ],
    });
  });
});
