import { beforeAll, describe, expect, test } from '@jest/globals';
import { Case, must } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { caughtUp, figuresOf } from './story/figures.js';
import { on } from './story/moments.js';

const ENTRY = 'entry { phase year originYear yearsCarried endedAt class }';

describe('a promise rolls over', () => {
  let cast: Cast;
  let road: Case;
  let entryId: string;

  beforeAll(async () => {
    cast = await takeCast();
  }, 180_000);

  /** Answered with a plan in the summer of 2023, and closed. */
  const promised = async () => {
    const [unit] = cast.heads;
    const one = await Case.drafted(cast, { title: '关于改造城南道路的建议', ...on('2023-01-05') });
    const moment = on('2023-02-20');
    await one.submit(moment);
    await one.accept(moment);
    await one.docket({ year: 2023, ...moment });
    await one.allocate([{ head: unit, role: 'SOLE' }], moment);
    await one.handOver({ hard: true, ...moment });
    const replyId = await one.answered(unit, 'B', on('2023-06-01'));
    await one.confirm(unit, 'B', on('2023-06-02'));
    await one.rate(replyId, 'BASICALLY_SATISFIED', on('2023-06-05'));
    await one.close(on('2023-06-06'));
    return one;
  };
  const rollOver = (toYear: number, day: string) =>
    cast.office.do('rollOverEntry', { entryId, toYear, ...on(day) }, ENTRY);

  test('it goes on the register under the year it was given', async () => {
    road = await promised();
    const [entry] = await road.entries();
    expect(entry).toMatchObject({
      registerNumber: '2023-0001',
      phase: 'REGISTERED',
      originYear: 2023,
      year: 2023,
    });
    expect(await road.show('dueOn solvedAt')).toEqual({ dueOn: '2023-08-20', solvedAt: null });
    entryId = entry.id;
  });

  test('it is carried over to the next year and the one after, one at a time', async () => {
    expect((await rollOver(2025, '2023-12-29')).code).toBe('YEAR_NOT_NEXT');
    const { entry } = await rollOver(2024, '2023-12-29');
    expect(entry).toMatchObject({ phase: 'ROLLED_OVER', year: 2024, originYear: 2023, yearsCarried: 1 });
    expect((await rollOver(2025, '2023-12-30')).code).toBe('YEAR_NOT_NEXT');
    expect((await rollOver(2025, '2024-12-30')).entry).toMatchObject({ year: 2025, yearsCarried: 2 });
  });

  test('in a later year it is handed over again, with contact, reply and rating of its own', async () => {
    const [unit] = cast.heads;
    const again = on('2025-02-17');
    const rehand = async (day: string) =>
      (await cast.government.do('rehandEntry', { entryId, ...on(day) })).code;
    expect(await rehand('2024-07-01')).toBe('CLOCK_BEFORE_PREVIOUS_STEP');
    await must(cast.government, 'rehandEntry', { entryId, ...again });
    const rehanded = 'phase round dueOn assignments { origin round phase dueOn previous { id } }';
    expect(await road.show(rehanded)).toMatchObject({
      phase: 'HANDED_OVER',
      round: 2,
      dueOn: '2025-08-17',
      assignments: [{ phase: 'CLOSED' }, { origin: 'REHAND', round: 2, phase: 'HANDED_OVER' }],
    });
    const early = { proposalId: road.id, ...on('2025-03-01') };
    expect((await cast.office.do('closeProposal', early)).code).toBe('REPLIES_OUTSTANDING');
    const replyId = await road.answered(unit, 'A', on('2025-05-12'));
    await road.confirm(unit, 'A', on('2025-05-13'));
    await road.rate(replyId, 'SATISFIED', on('2025-05-14'));
    await road.close(on('2025-05-15'));
    expect((await road.show('solvedAt')).solvedAt).toBeNull();
  });

  test('a claim that does not hold is turned down; with evidence it is struck off', async () => {
    const [unit] = cast.heads;
    const claim = { entryId, text: '道路已通车', evidence: [{ title: '验收单' }] };
    expect((await unit.do('claimDone', { ...claim, evidence: [] })).code).toBe('EVIDENCE_REQUIRED');
    await must(unit, 'claimDone', { ...claim, ...on('2025-05-20') });
    await must(road.lead, 'refuseClaim', { entryId, reason: '路灯未亮', ...on('2025-05-22') });
    expect((await cast.office.do('strikeOffEntry', { entryId })).code).toBe('ENTRY_NOT_CONFIRMED');
    await must(unit, 'claimDone', { ...claim, ...on('2025-06-03') });
    await must(road.lead, 'confirmDone', { entryId, ...on('2025-06-04') });
    const { entry } = await must(cast.office, 'strikeOffEntry', { entryId, ...on('2025-06-05') }, ENTRY);
    expect(entry).toMatchObject({
      phase: 'STRUCK_OFF',
      yearsCarried: 2,
      endedAt: on('2025-06-05').occurredAt,
    });
    await caughtUp(cast.office, cast.county.code);
    expect(await road.show('solvedAt currentClass facts { rounds solvedOn }')).toEqual({
      solvedAt: on('2025-06-05').occurredAt,
      currentClass: 'A',
      facts: { rounds: 1, solvedOn: '2025-06-05' },
    });
  });

  test('what is no longer feasible is downgraded, with a reason, and told to the proposer', async () => {
    const bridge = await promised();
    const [entry] = await bridge.entries();
    expect(entry.registerNumber).toBe('2023-0002');
    const downgrade = { entryId: entry.id, reason: '上级规划调整', ...on('2024-03-01') };
    const to = (local: string) => cast.office.do('downgradeEntry', { ...downgrade, class: local }, ENTRY);
    expect((await to('B')).code).toBe('NOT_A_DOWNGRADE');
    expect((await to('A')).code).toBe('NOT_A_DOWNGRADE');
    expect((await to('C')).entry).toMatchObject({
      phase: 'DOWNGRADED',
      endedAt: on('2024-03-01').occurredAt,
    });
    const shown = 'currentClass outcomes solvedAt replies { classHistory { class by reason } }';
    expect(await bridge.show(shown, bridge.lead)).toEqual({
      currentClass: 'C',
      outcomes: ['DEFERRED', 'REFERENCE'],
      solvedAt: null,
      replies: [
        {
          classHistory: [
            { class: 'B', by: 'CLAIM', reason: null },
            { class: 'B', by: 'CONFIRMATION', reason: null },
            { class: 'C', by: 'TRACKING', reason: '上级规划调整' },
          ],
        },
      ],
    });
    expect((await cast.office.do('rollOverEntry', { entryId: entry.id, toYear: 2024 })).code).toBe(
      'ENTRY_WRONG_PHASE',
    );
  });

  test('figures of a past day show the register as it was then', async () => {
    await caughtUp(cast.office, cast.county.code);
    const at = async (day: string) => {
      const asOf = on(day).occurredAt;
      const figures = await figuresOf(
        cast.office,
        cast.county.code,
        ['OPEN_TRACKED', 'STRIKE_OFF_RATE', 'SOLVED_RATE'],
        { asOf },
      );
      return Object.values(figures).map(({ numerator, denominator }) => [numerator, denominator]);
    };
    expect(await at('2023-12-31')).toEqual([
      [2, null],
      [0, 2],
      [0, 2],
    ]);
    expect(await at('2024-06-01')).toEqual([
      [1, null],
      [0, 2],
      [0, 2],
    ]);
    expect(await at('2025-07-01')).toEqual([
      [0, null],
      [1, 2],
      [1, 2],
    ]);
  });
});
