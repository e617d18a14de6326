import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LONGEST_LIST } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import { FACT_TABLE } from '../case/fact-table.js';
import { type Condition, type Facts, holds, judge } from './condition.js';
import { celConditions } from './conditions.cel.js';

const conditions = celConditions();
const given = (facts: Facts, derived = {}) => ({ facts, derived, conditions });
const FACTS: Facts = {
  case: { kind: 'NPC_SUGGESTION', hard: true, tiers: ['TOP_LEADER'], cosigners: 12 },
  unit: { load: 51, system: 'GOVERNMENT' },
};

describe('what a condition comes to', () => {
  test.each<[Condition | undefined, true | false | 'UNKNOWN']>([
    [undefined, true],
    [{}, true],
    [{ kind: 'NPC_SUGGESTION', hard: true }, true],
    [{ kind: 'CPPCC_PROPOSAL', key: true }, false],
    [{ hard: true, key: true }, 'UNKNOWN'],
    ['case.hard && unit.load >= 50', true],
    ['case.cosigners > 12', false],
    ['"TOP_LEADER" in case.tiers', true],
    ['case.tiers.exists(tier, tier == "GOV_LEADER")', false],
    ['size(case.tiers) == 1 && case.kind in ["NPC_SUGGESTION"]', true],
    ['has(case.key) || has(case.hard)', true],
  ])('%j is %s', (condition, truth) => {
    expect(holds(condition, given(FACTS))).toBe(truth);
  });

  test.each<[string, true | false | 'UNKNOWN']>([
    ['case.key', 'UNKNOWN'],
    ['!case.key', 'UNKNOWN'],
    ['case.key || case.hard', true],
    ['case.key && !case.hard', false],
    ['case.key && case.hard', 'UNKNOWN'],
    ['case.round > 1', 'UNKNOWN'],
    ['reply.class == "A"', 'UNKNOWN'],
    ['case.cosigners / 0 > 1', 'UNKNOWN'],
  ])('unknown is not false: %s is %s', (condition, truth) => {
    expect(holds(condition, given(FACTS))).toBe(truth);
  });

  test('a list too long to look along is not known', () => {
    const tiers = Array.from({ length: LONGEST_LIST + 1 }, () => 'TOP_LEADER');
    expect(holds('size(case.tiers) > 0', given({ case: { tiers } }))).toBe('UNKNOWN');
  });

  test('an expression that was never accepted is not known to hold', () => {
    expect(holds('true || case.nothing', given(FACTS))).toBe('UNKNOWN');
    expect(holds('case.cosigners', given(FACTS))).toBe('UNKNOWN');
  });
});

describe('which rule applies', () => {
  const rules = Object.entries({
    always: {},
    mapping: { when: { hard: true } },
    two: { when: 'case.hard && unit.load >= 50' },
    asks: { when: 'case.hard && case.key && unit.load >= 50' },
  });
  const picked = (facts: Facts) => judge(rules, given(facts)).picked?.[0];

  test('the one with the most conditions met; what nobody knows is not picked, and named', () => {
    expect(picked(FACTS)).toBe('two');
    expect(judge(rules, given(FACTS)).undecided).toEqual(['asks']);
    expect(picked({ case: { ...FACTS.case, key: true }, unit: { load: 51 } })).toBe('asks');
    expect(picked({ case: { hard: true }, unit: { load: 1 } })).toBe('mapping');
    expect(picked({ case: { hard: false } })).toBe('always');
  });
});

describe('values of a place’s own', () => {
  const derived = {
    loaded: { value: 'unit.load >= 20' },
    demanding: { value: 'derived.loaded && case.hard' },
    degree: { value: 'derived.demanding ? 2 : 1' },
  };

  test('are computed from facts and from each other', () => {
    expect(conditions.checkDerived(derived)).toEqual({});
    expect(holds('derived.degree == 2', given(FACTS, derived))).toBe(true);
    expect(holds('derived.degree == 2', given({ case: { hard: true } }, derived))).toBe('UNKNOWN');
    expect(conditions.reads('derived.degree == 2', derived)).toEqual(['unit.load', 'case.hard']);
  });

  test.each([
    ['itself', { a: { value: 'derived.a' } }, 'a', /成环/],
    ['each other', { a: { value: 'derived.b' }, b: { value: '!derived.a' } }, 'b', /成环/],
    ['a list', { a: { value: 'case.tiers' } }, 'a', /真假、整数或文字/],
    ['a missing one', { a: { value: 'derived.bb' }, bc: { value: 'true' } }, 'a', /没有“bb”.*bc/],
  ])('refused: %s', (_, wrong, name, text) => {
    expect(conditions.checkDerived(wrong)[name]?.[0]?.zh).toMatch(text);
  });
});

describe('an expression is typed before anything runs on it', () => {
  test.each<[string, string, number, RegExp, RegExp]>([
    ['a misspelt fact', 'case.hrad', 6, /“case”没有“hrad”。是否想写 hard/, /no "hrad" in "case".*hard/],
    ['a misspelt group', 'cas.hard', 1, /不认识“cas”。是否想写 case/, /"cas" is not known.*case/],
    ['a value it never has', 'case.kind == "NPC_SUGESTION"', 14, /不会是“NPC_SUGESTION”/, /NPC_SUGGESTION/],
    ['two types', 'unit.load == "20"', 1, /类型不同/, /no such overload/],
    ['no condition', 'unit.load', 1, /须得出真或假/, /true or false/],
    ['half an expression', 'case.hard &&', 13, /多了或少了/, /Unexpected/],
    ['a pattern', 'unit.system.matches("(a+)+$")', 13, /没有函数“matches”/, /no function/],
    ['a binding', 'cel.bind(x, "aa", x + x == "")', 5, /没有函数“bind”/, /no function/],
    ['a conversion', 'int("3") == 3', 1, /没有函数“int”/, /no function/],
    ['a map', '{"a": 1}.size() == 1', 1, /不能使用|不是有效/, /./],
    ['too long', `case.hard || ${'case.hard || '.repeat(90)}true`, 1001, /最长 1000/, /1000/],
    ['too deep', `${'('.repeat(40)}case.hard${')'.repeat(40)}`, 1, /./, /./],
    ['too many nodes', `${'case.hard||'.repeat(80)}true`, 1, /./, /./],
    [
      'loops in loops',
      'case.tiers.all(a, case.tiers.all(b, case.tiers.all(c, a == b && b == c)))',
      1,
      /计算量过大/,
      /too long/,
    ],
  ])('%s', (_, expression, column, zh, en) => {
    const [first] = conditions.checkCondition(expression, {});
    expect(first?.zh).toMatch(zh);
    expect(first?.en).toMatch(en);
    if (zh.source !== '.') expect(first?.column).toBe(column);
  });

  test('line and column inside a long expression', () => {
    expect(conditions.checkCondition('case.hard &&\n  case.kye', {})[0]).toMatchObject({
      line: 2,
      column: 8,
    });
  });

  test('the dearest expression that is accepted is evaluated at once', () => {
    const tiers = Array.from({ length: LONGEST_LIST }, () => 'TOP_LEADER');
    const one = 'case.tiers.all(a, a != "GOV_LEADER")';
    const expression = Array.from({ length: 13 }, () => one).join(' && ');
    expect(conditions.checkCondition(expression, {})).toEqual([]);
    // What it costs, however busy the machine is with something else.
    const from = process.cpuUsage();
    expect(holds(expression, given({ case: { tiers } }))).toBe(true);
    const { user, system } = process.cpuUsage(from);
    expect((user + system) / 1_000).toBeLessThan(200);
  });

  test('every fact says what it is, in both languages', () => {
    for (const facts of Object.values(FACT_TABLE)) {
      for (const { zh, en } of Object.values(facts)) {
        expect(zh).toMatch(/[\u4e00-\u9fff]/);
        expect(en).toMatch(/^[^\u4e00-\u9fff]+$/);
      }
    }
  });

  test('docs/CONDITIONS.md lists every fact with its values', () => {
    const docs = readFileSync(join(import.meta.dirname, '../../../../../docs/CONDITIONS.md'), 'utf8');
    for (const [group, facts] of Object.entries(FACT_TABLE)) {
      for (const [name, { type, zh, ...fact }] of Object.entries(facts)) {
        const line = docs.split('\n').find((one) => one.startsWith(`| \`${group}.${name}\` |`)) ?? '';
        expect(line).toContain(`| ${type} | ${zh} |`);
        for (const value of 'values' in fact ? (fact.values ?? []) : [])
          expect(line).toContain(`\`${value}\``);
      }
    }
  });
});
