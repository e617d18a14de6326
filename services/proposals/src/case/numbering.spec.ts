import { describe, expect, test } from '@jest/globals';
import { MAPPINGS_ONLY } from '../process/condition.js';
import type { NumberingRule, Process } from '../process/process.js';
import { baseProcess } from '../testing/process-files.kit.js';
import {
  caseNumberOf,
  entryNumberOf,
  missingNumberFacts,
  type NumberFacts,
  numberingRule,
  serialIn,
  seriesOf as seriesUnder,
} from './numbering.js';

const base = baseProcess();
const facts = { kind: 'NPC_SUGGESTION', period: 'IN_SESSION', year: 2026, term: 14, session: 3 } as const;
const given = ({ kind, period }: NumberFacts) => ({
  facts: { case: { kind, period } },
  derived: {},
  conditions: MAPPINGS_ONLY,
});
const seriesOf = (process: Process, of: NumberFacts) => seriesUnder(process, of, given(of));
const rule = (pattern: string, per: NumberingRule['per'] = ['YEAR'], series = '会字'): NumberingRule => ({
  pattern,
  per,
  series,
});

describe('case numbers', () => {
  test.each([
    ['第{serial:4}号', 236, '第0236号'],
    ['第{serial}号', 5045, '第5045号'],
    ['{year}年{series}第{serial:3}号', 7, '2026年会字第007号'],
    ['{term}-{session}-{serial:4}', 10001, '14-3-10001'],
    ['第{term}届第{session}次会议第{serial:2}号', 5, '第14届第3次会议第05号'],
  ])('%s with serial %i is %s, and can be read back', (pattern, serial, number) => {
    expect(caseNumberOf(rule(pattern), facts, serial)).toBe(number);
    expect(serialIn(rule(pattern), facts, number)).toBe(serial);
  });

  test.each([['旧案 88'], ['第236号'], ['第0000号'], ['']])(
    'a number of another form has no serial: "%s"',
    (number) => {
      expect(serialIn(rule('第{serial:4}号'), facts, number)).toBeNull();
    },
  );

  test('the base numbers suggestions by period and proposals by themselves, anew each year', () => {
    const serieses = [
      seriesOf(base, facts),
      seriesOf(base, { ...facts, period: 'INTER_SESSION' }),
      seriesOf(base, { ...facts, year: 2027 }),
      seriesOf(base, { ...facts, kind: 'CPPCC_PROPOSAL' }),
      seriesOf(base, { ...facts, kind: 'CPPCC_PROPOSAL', period: 'INTER_SESSION' }),
    ];
    expect(serieses).toEqual([
      'NPC_SUGGESTION/会字/2026',
      'NPC_SUGGESTION/平字/2026',
      'NPC_SUGGESTION/会字/2027',
      'CPPCC_PROPOSAL/提案/2026',
      'CPPCC_PROPOSAL/提案/2026',
    ]);
    const inSession = numberingRule(base, given(facts));
    expect(inSession && caseNumberOf(inSession, facts, 12)).toBe('2026年会字第0012号');
  });

  test('a series per session counts by term and session', () => {
    const numbering = { only: rule('第{serial:4}号', ['TERM', 'SESSION']) };
    expect(seriesOf({ ...base, numbering }, facts)).toBe('NPC_SUGGESTION/会字/14/3');
    expect(seriesOf({ ...base, numbering: {} }, facts)).toBeNull();
    expect(missingNumberFacts(numbering.only, { ...facts, term: null, session: null })).toEqual([
      'term',
      'session',
    ]);
    expect(missingNumberFacts(rule('第{term}届第{serial}号'), { ...facts, term: null })).toEqual(['term']);
  });

  test('entries of the register', () => {
    expect(entryNumberOf('{year}-{serial:4}', 2026, 3)).toBe('2026-0003');
  });
});
