import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readProcess } from '../testing/process-files.kit.js';
import { celConditions } from './conditions.cel.js';
import { effectiveProcess, processFor } from './effective-process.js';

const base = { source: 'base', document: readProcess('base').value };
const layers = (...documents: readonly (readonly [source: string, document: object])[]) =>
  effectiveProcess(
    [base, ...documents.map(([source, document]) => ({ source, document: { version: '1', ...document } }))],
    celConditions(),
  );

describe('each kind of cases may have a process of its own', () => {
  const province = { byKind: { CPPCC_PROPOSAL: { deadlines: { reply: { amount: 4 } } } } };
  const county = {
    deadlines: { acknowledge: { amount: 9 } },
    byKind: { CPPCC_PROPOSAL: { returns: { max: 3 } } },
  };

  test('what a level says of a kind lies over what it says for all; the other kind is as it was', () => {
    const { process, problems, origins } = layers(['province', province], ['county', county]);
    expect(problems).toEqual([]);
    if (!process) return;
    const [suggestions, proposals] = [
      processFor(process, 'NPC_SUGGESTION'),
      processFor(process, 'CPPCC_PROPOSAL'),
    ];
    expect([suggestions.deadlines.reply?.amount, proposals.deadlines.reply?.amount]).toEqual([3, 4]);
    expect([suggestions.returns.max, proposals.returns.max]).toEqual([1, 3]);
    expect([suggestions, proposals].map(({ deadlines }) => deadlines.acknowledge?.amount)).toEqual([9, 9]);
    expect(new Set([suggestions.version, proposals.version, process.version]).size).toBe(1);
    expect('byKind' in suggestions || 'byKind' in proposals).toBe(false);
    expect(origins.get('byKind.CPPCC_PROPOSAL.deadlines.reply.amount')).toBe('province');
    expect(origins.get('deadlines.reply.amount')).toBe('base');
  });

  test('without rules of its own a kind shares the process', () => {
    const { process } = layers(['county', {}]);
    expect(process && 'byKind' in process).toBe(false);
  });

  test('what a level below says for all holds for the kind too', () => {
    const { process } = layers(['province', province], ['county', { deadlines: { reply: { amount: 2 } } }]);
    expect(process && processFor(process, 'CPPCC_PROPOSAL').deadlines.reply?.amount).toBe(2);
  });

  test('a problem of one kind is told where that kind is spoken of', () => {
    const { problems } = layers(['county', { byKind: { NPC_SUGGESTION: { feedback: { axes: [] } } } }]);
    expect(problems[0]).toMatchObject({
      source: 'county',
      path: ['byKind', 'NPC_SUGGESTION', 'feedback', 'axes'],
    });
  });

  test('every part of the schema is either for all or may be said of a kind', () => {
    const file = join(import.meta.dirname, '../../../../../schema/locality/process.schema.json');
    const { properties, $defs } = JSON.parse(readFileSync(file, 'utf8'));
    const forAll = [
      'version',
      'publishing',
      'warningLevels',
      'kinds',
      'calendar',
      'sessions',
      'term',
      'locks',
      'byKind',
      'words',
      'schedule',
    ];
    const missing = Object.keys(properties).filter(
      (part) => !forAll.includes(part) && !(part in $defs.ofKind.properties),
    );
    expect(missing).toEqual([]);
  });
});

describe('an upper level locks parts', () => {
  const locking = { locks: ['deadlines.reply', 'outcomes.classes'], deadlines: { reply: { amount: 2 } } };

  test.each<[string, object, readonly string[]]>([
    ['a value inside', { deadlines: { reply: { amount: 3 } } }, ['deadlines', 'reply']],
    ['taking it away', { deadlines: null }, ['deadlines', 'reply']],
    ['adding to it', { outcomes: { classes: { E: { order: 9 } } } }, ['outcomes', 'classes']],
    [
      'for one kind alone',
      { byKind: { CPPCC_PROPOSAL: { deadlines: { reply: { amount: 3 } } } } },
      ['byKind', 'CPPCC_PROPOSAL', 'deadlines', 'reply'],
    ],
  ])('changed below: %s', (_, document, path) => {
    const { process, problems } = layers(['province', locking], ['city', {}], ['county', document]);
    expect(process).toBeNull();
    const found = problems.find((problem) => problem.zh.includes('锁定'));
    expect(found).toMatchObject({ source: 'county', path });
    expect(found?.zh).toContain('上级“province”锁定');
    expect(found?.en).toContain('locked by "province"');
  });

  test('the level itself may change it, below the rest stays free, saying the same is no change', () => {
    const same = { deadlines: { reply: { amount: 2 }, acknowledge: { amount: 3 } } };
    const { process, problems, locks } = layers(['province', locking], ['county', same]);
    expect(problems).toEqual([]);
    expect(process?.deadlines.acknowledge?.amount).toBe(3);
    expect(locks).toEqual([
      { path: 'deadlines.reply', source: 'province' },
      { path: 'outcomes.classes', source: 'province' },
    ]);
  });

  test('a level below may lock more, and not unlock', () => {
    const more = ['city', { locks: ['returns.max'] }] as const;
    const broken = layers(['province', locking], more, ['county', { returns: { max: 2 } }]).problems;
    expect(broken).toMatchObject([{ source: 'county', path: ['returns', 'max'] }]);
    const still = layers(
      ['province', locking],
      ['county', { locks: [], deadlines: { reply: { amount: 9 } } }],
    );
    expect(still.problems).toHaveLength(1);
    const unlocked = layers(['province', locking], ['county', { locks: null }]);
    expect(unlocked.problems).toMatchObject([{ source: 'county', path: ['locks'] }]);
  });

  test('a lock of nothing is refused', () => {
    expect(layers(['province', { locks: ['deadlines.replay'] }]).problems).toMatchObject([
      { source: 'province', path: ['locks', '0'] },
    ]);
  });

  test('a lock for one kind leaves the other free', () => {
    const only = { locks: ['byKind.CPPCC_PROPOSAL.returns.max'] };
    const change = (kind: string) =>
      layers(['province', only], ['county', { byKind: { [kind]: { returns: { max: 2 } } } }]).problems.length;
    expect([change('CPPCC_PROPOSAL'), change('NPC_SUGGESTION')]).toEqual([1, 0]);
  });
});
