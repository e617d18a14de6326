import { describe, expect, test } from '@jest/globals';
import type { Process } from '../process/process.js';
import { given, handOver as plainly } from '../testing/handover.kit.js';
import { PEOPLE, PERSON, UNITS, viewerAs } from '../testing/people.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { LEAD_AND_CO, Story } from '../testing/story.js';
import {
  withFour,
  withHandover,
  withLadder,
  withMatters,
  withPrecheck,
  withReceipt,
  withSix,
} from '../testing/strict-process.js';
import type { Command } from './commands.js';
import { explainDue } from './due-words.js';

const base = baseProcess();
const { congress, government, lead, transport, water } = PEOPLE;
const leader = viewerAs('LEADING_OFFICIAL');
const told = (change: (base: Process) => Process = (same) => same) => new Story(change(base));
const handOver = (...fields: object[]): Command =>
  ({ ...plainly(...fields), noticeNumber: '政办〔2026〕3号' }) as Command;

describe('handed over', () => {
  test('LC-05 四定: category, unit, person and time limit are fixed, each unit with its person', () => {
    const story = told(withFour).allocated(LEAD_AND_CO).at('2026-01-12');
    const people = LEAD_AND_CO.map(({ unitId }) => given('person', '李科员', { unitId, personId: PERSON }));
    story.does(government, handOver(...people, given('due', '2026-03-01')));
    expect(story.state.handover).toMatchObject({ mode: 'LEAD_AND_CO', noticeNumber: '政办〔2026〕3号' });
    expect(story.assignment().due).toMatchObject({ date: '2026-03-01', instead: '2026-04-12' });
    expect(story.assignment(UNITS.water).due?.date).toBe('2026-02-12');
    const due = story.assignment().due;
    expect(due && explainDue(due).zh).toContain('另行确定,截至 2026-03-01');
  });

  test('CA-11 六要素: lead and co-unit, leading official, supervising leader, time limit, standard', () => {
    const story = told(withSix).allocated(LEAD_AND_CO).at('2026-01-12');
    const four = [
      given('official', '副县长'),
      given('supervisor', '人大副主任'),
      given('due', '2026-04-01'),
      given('standard', '建成通车'),
    ];
    for (const [at, one] of four.entries()) {
      const others = four.filter((_, index) => index !== at);
      expect({ without: one.field, code: story.refuses(government, handOver(...others)) }).toEqual({
        without: one.field,
        code: 'FIELD_MISSING',
      });
    }
    story.does(government, handOver(...four));
    expect(story.state.handover?.fields).toHaveLength(4);
  });

  test.each([
    ['SOLE', [{ unitId: UNITS.transport, role: 'SOLE' }]],
    ['LEAD_AND_CO', LEAD_AND_CO],
    ['SEPARATE', LEAD_AND_CO.map(({ unitId }) => ({ unitId, role: 'SEPARATE' as const }))],
  ] as const)('CT-12 the mode %s is stated and fits the roles', (mode, assignments) => {
    const story = told(withHandover({ modeRequired: true })).docketed();
    story.does(government, { kind: 'units.allocate', assignments, mode }).does(government, handOver());
    expect(story.state.handover?.mode).toBe(mode);
  });

  test('CT-12 a mode that the locality has not is refused', () => {
    const story = told(withHandover({ modes: ['SOLE'] })).docketed();
    expect(story.refuses(government, { kind: 'units.allocate', assignments: LEAD_AND_CO })).toBe(
      'ALLOCATION_MIXED',
    );
  });

  test('CT-11 matters are numbered and have their units; a new allocation keeps the words', () => {
    const story = told(withMatters).allocated(LEAD_AND_CO);
    const split: Command = {
      kind: 'matters.split',
      matters: [
        { text: '增设站点', unitIds: [UNITS.transport] },
        { text: '改造排水', unitIds: [UNITS.water, UNITS.transport] },
      ],
    };
    story.does(government, split);
    expect(story.state.matters.map(({ number, unitIds }) => [number, unitIds.length])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    story.does(government, {
      kind: 'units.allocate',
      assignments: [{ unitId: UNITS.water, role: 'SOLE' }],
    });
    expect(story.state.matters.map(({ unitIds }) => unitIds)).toEqual([[], [UNITS.water]]);
    expect(story.refuses(government, handOver())).toBe('MATTER_WITHOUT_UNIT');
  });

  test('CT-11 who takes a unit’s place takes its matters', () => {
    const story = told(withMatters).allocated(LEAD_AND_CO);
    const matters = [{ text: '增设站点', unitIds: [UNITS.transport] }];
    story.does(government, { kind: 'matters.split', matters }).at('2026-01-12').does(government, handOver());
    const { assignmentId } = story.assignment();
    story
      .does(transport, { kind: 'return.request', assignmentId, reason: '不属本单位职责。' })
      .does(government, {
        kind: 'return.decide',
        assignmentId,
        decision: 'APPROVE',
        unitId: UNITS.schools,
      });
    expect(story.state.matters[0]?.unitIds).toEqual([UNITS.schools]);
  });
});

test('an old ledger is not asked for what nobody wrote down', () => {
  const story = told((same) => withReceipt(withPrecheck(withSix(withMatters(same))))).docketed();
  const from = { source: 'LEDGER' } as const;
  const assignments = [{ unitId: UNITS.transport, role: 'SOLE' as const }];
  const bare: Command = { kind: 'proposal.hand_over' };
  story
    .does(congress, { kind: 'units.allocate', assignments }, from)
    .does(congress, bare, from)
    .does(congress, { kind: 'assignment.acknowledge', assignmentId: story.assignment().assignmentId }, from);
  expect(story.assignment().phase).toBe('ACKNOWLEDGED');
});

describe('预交办: asked before the handover', () => {
  const agree: Command = { kind: 'allocation.answer', agrees: true };
  const object: Command = { kind: 'allocation.answer', agrees: false, reason: '应由水务部门承办。' };
  const again: Command = {
    kind: 'units.allocate',
    assignments: [{ unitId: UNITS.transport, role: 'SOLE' }],
  };

  test('both sides agree, and it is handed over', () => {
    const story = told(withPrecheck).allocated().does(lead, agree).does(transport, agree);
    expect(story.offers(government, 'proposal.hand_over')[0]?.possible).toBe(true);
    story.does(government, handOver());
  });

  test('who is silent until the time is over agrees', () => {
    const story = told(withPrecheck).allocated().does(lead, agree);
    expect(story.at('2026-01-12').refuses(government, handOver())).toBe('ALLOCATION_NOT_ANSWERED');
    expect(story.at('2026-01-13').refuses(government, handOver())).toBeNull();
  });

  test('两上两下: after the second round the office decides, whatever is said', () => {
    const story = told(withPrecheck).allocated().does(lead, agree).does(transport, object);
    expect(story.refuses(government, handOver())).toBe('ALLOCATION_OBJECTED');
    story.does(government, again).does(lead, agree).does(transport, object);
    expect(story.state.precheck?.round).toBe(2);
    expect(story.refuses(government, handOver())).toBeNull();
  });

  test('the unit that is asked sees the case before it is its own', async () => {
    const { maySee } = await import('./visibility.js');
    expect(maySee(told().allocated().state, transport)).toBe(false);
    expect(maySee(told(withPrecheck).allocated().state, transport)).toBe(true);
    expect(maySee(told(withPrecheck).allocated().state, water)).toBe(false);
  });
});

describe('received and returned', () => {
  test('CT-14 the receipt says what the unit thinks; a problem is told', () => {
    const story = told(withReceipt).handedOver();
    const { assignmentId } = story.assignment();
    story.does(transport, {
      kind: 'assignment.acknowledge',
      assignmentId,
      opinion: 'HAS_PROBLEM',
      note: '涉及规划部门。',
    });
    expect(story.assignment().receipt).toMatchObject({ opinion: 'HAS_PROBLEM', note: '涉及规划部门。' });
  });

  const decide = (assignmentId: string, decision: string, also: object = {}): Command =>
    ({ kind: 'return.decide', assignmentId, decision, reason: '已研究。', ...also }) as Command;

  test('CT-15 the ladder: office, inspection office, leader; nobody may decide out of turn', () => {
    const story = told(withLadder).handedOver();
    const { assignmentId } = story.assignment();
    story.does(transport, { kind: 'return.request', assignmentId, reason: '难以界定。' });
    const who = [congress, government, leader];
    for (const [rung, arbiter] of who.entries()) {
      for (const other of who.filter((one) => one !== arbiter))
        expect(story.refuses(other, decide(assignmentId, 'REFUSE'))).toBe('NOT_APPROVER');
      if (rung < 2) story.does(arbiter, decide(assignmentId, 'ESCALATE'));
    }
    expect(story.refuses(leader, decide(assignmentId, 'ESCALATE'))).toBe('ARBITRATION_ENDS_HERE');
    expect(story.assignment().phase).toBe('RETURN_REQUESTED');
    story.does(leader, decide(assignmentId, 'APPROVE', { unitId: UNITS.schools }));
    expect(story.assignment().returns[0]?.steps?.map(({ rung }) => rung)).toEqual(['inspection', 'leader']);
    expect(story.assignment(UNITS.schools).phase).toBe('HANDED_OVER');
  });

  test('CT-14 every item ends with a unit: a lead goes only when another comes', () => {
    const story = told(withLadder).handedOver(LEAD_AND_CO);
    const { assignmentId } = story.assignment();
    story.does(transport, { kind: 'return.request', assignmentId, reason: '难以界定。' });
    expect(story.refuses(congress, decide(assignmentId, 'APPROVE'))).toBe('REPLACEMENT_REQUIRED');
    story.does(congress, decide(assignmentId, 'REFUSE'));
    expect(story.state.assignments.filter((one) => one.phase === 'REASSIGNED')).toEqual([]);
  });

  test.each([
    ['RESTART', '2026-04-14'],
    ['KEEP', '2026-04-12'],
  ] as const)(
    'CT-15 a quarrel over the lead: lead and co-unit change places, the clock %s',
    (clock, date) => {
      const story = told((same) => {
        const changed = withLadder(same);
        return { ...changed, returns: { ...changed.returns, clock } };
      }).handedOver(LEAD_AND_CO);
      const { assignmentId } = story.assignment();
      story
        .does(transport, {
          kind: 'return.request',
          assignmentId,
          reason: '应由水务局主办。',
          proposedUnitId: UNITS.water,
        })
        .at('2026-01-14')
        .does(congress, decide(assignmentId, 'APPROVE'));
      expect(story.assignment(UNITS.water)).toMatchObject({ role: 'LEAD', due: { date } });
      expect(story.assignment()).toMatchObject({ role: 'CO', phase: 'HANDED_OVER' });
      expect(story.state.assignments).toHaveLength(2);
    },
  );
});
