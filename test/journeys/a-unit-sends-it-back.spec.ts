import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Resident } from '../kit/county.js';
import { Case, must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { on } from './story/moments.js';

const ASSIGNMENTS = `assignments {
  id phase role round origin dueOn handedOverAt unit { id } previous { id }
  returnRequests { late decision decisionReason decideBy { date } proposedUnit { id } }
}`;

describe('a unit sends it back', () => {
  let cast: Cast;

  beforeAll(async () => {
    cast = await takeCast();
  }, 180_000);

  /** Handed over on Monday, 10 March 2025: the window of five working days ends on the 17th. */
  const handedOver = async (
    ...units: readonly (readonly [Resident, 'SOLE' | 'LEAD' | 'CO' | 'SEPARATE'])[]
  ) => {
    const one = await Case.drafted(cast, on('2025-03-03'));
    return one.handedOver(
      units.map(([head, role]) => ({ head, role })),
      on('2025-03-10'),
    );
  };
  const back = (one: Case, head: Resident, day: string, input: object = {}) =>
    one.of(head, 'requestReturn', { reason: '不属本单位职责', ...input, ...on(day) });
  const decided = async (one: Case, head: Resident, input: object) =>
    cast.government.do('decideReturn', { assignmentId: await one.assignmentOf(head), ...input });
  const shown = async (one: Case) => (await one.show(ASSIGNMENTS)).assignments;

  test('not agreed: it stays, by the date it had, and is not sent back a second time', async () => {
    const [unit, other] = cast.heads;
    const one = await handedOver([unit, 'SOLE']);
    await back(one, unit, '2025-03-12', { proposedUnitId: other.unitId });
    const refused = { decision: 'REFUSE', ...on('2025-03-14') };
    expect((await decided(one, unit, refused)).code).toBe('REASON_REQUIRED');
    await decided(one, unit, { ...refused, reason: '属你单位法定职责' });
    const [assignment] = await shown(one);
    expect(assignment).toMatchObject({ phase: 'HANDED_OVER', dueOn: '2025-06-10' });
    expect(assignment.returnRequests).toEqual([
      {
        late: false,
        decision: 'REFUSED',
        decisionReason: '属你单位法定职责',
        decideBy: { date: '2025-03-19' },
        proposedUnit: { id: other.unitId },
      },
    ]);
    const again = { assignmentId: assignment.id, reason: '仍不属本单位', ...on('2025-03-14') };
    expect((await unit.do('requestReturn', again)).code).toBe('RETURN_LIMIT_REACHED');
  });

  test('agreed: the proposed unit takes it over, and its clock starts anew', async () => {
    const [unit, other] = cast.heads;
    const one = await handedOver([unit, 'SOLE']);
    await one.acknowledge(unit, on('2025-03-11'));
    await back(one, unit, '2025-03-12', { proposedUnitId: other.unitId });
    expect(await one.show('version', other)).toBeNull();
    await decided(one, unit, { decision: 'APPROVE', ...on('2025-03-18') });
    const [former, present] = await shown(one);
    expect(former).toMatchObject({ phase: 'REASSIGNED', unit: { id: unit.unitId } });
    expect(present).toMatchObject({
      phase: 'HANDED_OVER',
      origin: 'RETURN',
      round: 1,
      dueOn: '2025-06-18',
      unit: { id: other.unitId },
      previous: { id: former.id },
    });
    const answer = await unit.do('acknowledgeAssignment', { assignmentId: former.id });
    expect(answer.code).toBe('ASSIGNMENT_WRONG_PHASE');
    await one.answered(other, 'A', on('2025-04-01'));
    expect(await one.show('repliedAt dueOn')).toEqual({
      repliedAt: on('2025-04-01').occurredAt,
      dueOn: '2025-06-18',
    });
  });

  test('agreeing needs a unit that takes over, and not one that is on the case already', async () => {
    const [lead, co, third] = cast.heads;
    const one = await handedOver([lead, 'LEAD'], [co, 'CO']);
    await back(one, lead, '2025-03-13');
    const agreed = (input: object) =>
      decided(one, lead, { decision: 'APPROVE', ...on('2025-03-14'), ...input });
    expect((await agreed({})).code).toBe('REPLACEMENT_REQUIRED');
    expect((await agreed({ unitId: co.unitId })).code).toBe('UNIT_ALREADY_ON_CASE');
    expect((await agreed({ unitId: lead.unitId })).code).toBe('UNIT_ALREADY_ON_CASE');
    expect((await agreed({ unitId: third.unitId })).code).toBeUndefined();
    expect(
      (await shown(one)).map((each: { phase: string; role: string }) => `${each.role} ${each.phase}`),
    ).toEqual(['LEAD REASSIGNED', 'CO HANDED_OVER', 'LEAD HANDED_OVER']);
  });

  test('a co-unit may go without anyone in its place', async () => {
    const [lead, co] = cast.heads;
    const one = await handedOver([lead, 'LEAD'], [co, 'CO']);
    await back(one, co, '2025-03-17');
    await decided(one, co, { decision: 'APPROVE', ...on('2025-03-18') });
    expect((await shown(one))[1]).toMatchObject({ role: 'CO', phase: 'REASSIGNED' });
    await one.answered(lead, 'A', on('2025-03-20'));
    await one.confirm(lead, 'A', on('2025-03-21'));
  });

  test('the last day of the window is in time, the day after is not', async () => {
    const [unit] = cast.heads;
    const one = await handedOver([unit, 'SOLE']);
    const assignmentId = await one.assignmentOf(unit);
    const before = await one.show('version');
    const late = await unit.do('requestReturn', { assignmentId, reason: '不属本单位', ...on('2025-03-18') });
    expect(late).toMatchObject({
      code: 'RETURN_WINDOW_CLOSED',
      message: expect.stringContaining('2025-03-17'),
    });
    expect(await one.show('version')).toEqual(before);
    await back(one, unit, '2025-03-17');
    expect((await shown(one))[0].phase).toBe('RETURN_REQUESTED');
  });

  test('separate units answer each for itself; the case is answered when both have', async () => {
    const [one, other] = cast.heads;
    const file = await handedOver([one, 'SEPARATE'], [other, 'SEPARATE']);
    const first = await file.answered(one, 'A', on('2025-04-01'));
    await file.confirm(one, 'A', on('2025-04-02'));
    await file.rate(first, 'SATISFIED', on('2025-04-03'));
    expect(await file.show('repliedAt currentClass')).toEqual({ repliedAt: null, currentClass: 'A' });
    expect((await cast.office.do('closeProposal', { proposalId: file.id })).code).toBe('REPLIES_OUTSTANDING');
    const second = await file.answered(other, 'C', on('2025-05-06'));
    await file.confirm(other, 'C', on('2025-05-07'));
    await file.rate(second, 'BASICALLY_SATISFIED', on('2025-05-08'));
    await file.close(on('2025-05-09'));
    expect(await file.show('repliedAt closedAt solvedAt satisfiedAt currentClass outcomes')).toEqual({
      repliedAt: on('2025-05-06').occurredAt,
      closedAt: on('2025-05-09').occurredAt,
      solvedAt: null,
      satisfiedAt: on('2025-05-08').occurredAt,
      currentClass: 'C',
      outcomes: ['DEFERRED', 'REFERENCE'],
    });
    const units = await Promise.all(
      [one, other].map((head) => file.show('assignments { unit { id } }', head)),
    );
    expect(units[0]).toEqual(units[1]);
  });

  test('nobody but the unit sends it back, and nobody but the arbiters decides', async () => {
    const [unit, other] = cast.heads;
    const one = await handedOver([unit, 'LEAD'], [other, 'CO']);
    const assignmentId = await one.assignmentOf(unit);
    const asked = { assignmentId, reason: '不属本单位', ...on('2025-03-11') };
    expect((await other.do('requestReturn', asked)).code).toBe('NOT_YOUR_ASSIGNMENT');
    expect((await cast.office.do('requestReturn', asked)).code).toBe('ROLE_NOT_ALLOWED');
    await must(unit, 'requestReturn', asked);
    const decision = { assignmentId, decision: 'REFUSE', reason: '属你单位', ...on('2025-03-12') };
    expect((await unit.do('decideReturn', decision)).code).toBe('ROLE_NOT_ALLOWED');
    await must(cast.office, 'decideReturn', decision);
  });
});
