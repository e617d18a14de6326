import { describe, expect, test } from '@jest/globals';
import { planCaseMove } from '../moving/plan-case-move.js';
import { id } from '../testing/people.js';
import { baseProcess, processOf } from '../testing/process-files.kit.js';
import { outside, Story } from '../testing/story.js';
import { COMMON_ITEM_RULES, checkItems, type ItemRules } from './items.js';
import type { Process } from './process.js';

const base = baseProcess();
const withItems = (items: Partial<ItemRules>, process: Process = base): Process => ({
  ...process,
  items: { ...process.items, ...items },
});

describe('how a case gets one value (items)', () => {
  test('what is meant where nothing is said is what the base says', () => {
    expect(base.items).toEqual(COMMON_ITEM_RULES);
  });

  test('a case is handed over under its locality’s rules, and says so where they are not the common ones', () => {
    const told = (process: Process) =>
      new Story(process).handedOver().events.find(({ type }) => type === 'proposal.handed_over')?.payload;
    expect(told(base)).not.toHaveProperty('items');
    const own = withItems({ sources: ['VERIFICATION', 'FORM'] });
    expect(told(own)).toMatchObject({ items: own.items });
  });

  test('a case that is moved takes the other rules with it, and back', () => {
    const old: Process = { ...base, version: 'old' };
    const to: Process = { ...withItems({ classOfSeparateUnits: 'BEST' }), version: 'new' };
    const { state } = new Story(old).handedOver();
    const request = { now: '2026-03-01T02:00:00.000Z', context: outside(() => id(1)), undone: false };
    const move = (one: Process, other: Process, at = state) =>
      planCaseMove(at, { ...request, from: one, to: other, classes: new Map() });
    const there = move(old, to);
    expect(there.moves && there.event.payload).toMatchObject({ items: to.items });
    const back = move(to, old, { ...state, processVersion: 'new' });
    expect(back.moves && back.event.payload).toMatchObject({ items: COMMON_ITEM_RULES });
    const same = move(old, { ...base, version: 'other' });
    expect(same.moves && same.event.payload).not.toHaveProperty('items');
  });

  test.each<[string, Process, readonly string[]]>([
    ['the base', base, []],
    [
      'classes that nobody confirms',
      { ...base, outcomes: { ...base.outcomes, confirmers: [] } },
      ['classCounts'],
    ],
    [
      'the same, counted as claimed',
      withItems(
        { classCounts: 'CLAIMED_UNTIL_CONFIRMED' },
        { ...base, outcomes: { ...base.outcomes, confirmers: [] } },
      ),
      [],
    ],
    ['votes', withItems({ sources: ['VOTE', 'FORM'] }), []],
    ['votes, and none is held', withItems({ sources: ['VOTE'] }, { ...base, records: {} }), ['sources']],
    [
      'votes, by the lead proposer alone',
      withItems({ sources: ['VOTE'], raters: 'LEAD_RATER' }),
      ['sources'],
    ],
    [
      'verification by the lead proposer alone',
      withItems({ sources: ['VERIFICATION'], raters: 'LEAD_RATER' }),
      [],
    ],
  ])('rules by which nothing would count are no process: %s', (_, process, wrong) => {
    const told: string[] = [];
    checkItems(process, (path) => told.push(path.join('.')));
    expect(told).toEqual(wrong.map((part) => `items.${part}`));
  });

  test('records that name nobody do not count by the lead proposer alone', () => {
    const city = processOf('base', 'hunan', 'shaoyang').process as Process;
    const told: string[] = [];
    checkItems(withItems({ sources: ['THIRD_PARTY'], raters: 'LEAD_RATER' }, city), (_path, _zh, en) =>
      told.push(en),
    );
    expect(told).toEqual([expect.stringContaining('third-party-survey')]);
  });

  test('HY-07 SY-15: two cities count otherwise than everybody, each by its own rule', () => {
    const items = (...folders: string[]) => processOf(...folders).process?.items;
    expect(items('base', 'hunan', 'hengyang')).toEqual({ ...COMMON_ITEM_RULES, raters: 'LEAD_RATER' });
    expect(items('base', 'hunan', 'shaoyang')?.sources).toEqual(['VERIFICATION', 'FORM']);
    expect(items('base', 'qinghai')).toEqual(COMMON_ITEM_RULES);
  });
});
