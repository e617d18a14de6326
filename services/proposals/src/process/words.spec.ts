import { locateYaml } from '@duban/kernel/runtime';
import { describe, expect, test } from '@jest/globals';
import { COMMON_WORDS } from '../case/common-words.js';
import { baseProcess, processOf, processSchema } from '../testing/process-files.kit.js';
import { celConditions } from './conditions.cel.js';
import { checkProcess } from './process-checks.js';
import { inLanguage, languagesOf, wordFor } from './words.js';

const words = {
  ROLE: { DEPUTY: { zh: '省人大代表', bo: 'འཐུས་མི།' } },
  STEP: { 'proposal.hand_over': { bo: 'རྩིས་སྤྲོད།' } },
  ORGAN: { 'deputy-affairs': { zh: '人代工委', bo: 'འཐུས་མིའི་ལས་དོན།' } },
};
const word = (kind: 'ROLE' | 'STEP' | 'ORGAN' | 'PHASE', code: string, language: string) =>
  wordFor({ words }, COMMON_WORDS, kind, code, language);

describe('a locality has words of its own, the codes stay', () => {
  test.each([
    ['ROLE', 'DEPUTY', 'zh', '省人大代表'],
    ['ROLE', 'DEPUTY', 'bo', 'འཐུས་མི།'],
    ['ROLE', 'DEPUTY', 'en', 'deputy'],
    ['STEP', 'proposal.hand_over', 'zh', '交办'],
    ['STEP', 'proposal.hand_over', 'bo', 'རྩིས་སྤྲོད།'],
    ['ORGAN', 'deputy-affairs', 'zh', '人代工委'],
    ['ORGAN', 'nobody', 'zh', 'nobody'],
    ['PHASE', 'CLOSED', 'bo', '已办结'],
  ] as const)('%s %s in %s is %s', (kind, code, language, expected) => {
    expect(word(kind, code, language)).toBe(expected);
  });

  test('classes, levels and stages carry their second language in their labels', () => {
    const text = 'version: "1"\noutcomes: {classes: {A: {label: {zh: 甲, en: A, bo: ཀ}}}}\n';
    expect(processSchema().check(locateYaml('x/process.yaml', text))).toEqual([]);
    expect(inLanguage({ zh: '甲', en: 'A', bo: 'ཀ' }, 'bo')).toBe('ཀ');
    expect(inLanguage({ zh: '甲', en: 'A' }, 'bo')).toBe('甲');
    expect(languagesOf({ ...baseProcess(), words })).toEqual(['zh', 'en', 'bo']);
    expect(languagesOf(processOf('base').process ?? {})).toEqual(['zh', 'en']);
  });

  test('a word for a code that does not exist is refused', () => {
    const wrong = {
      ...baseProcess(),
      words: { ROLE: { DEPUTI: { zh: '代表' } }, ORGAN: { own: { zh: '自有' } } },
    };
    expect(checkProcess(wrong, celConditions())).toMatchObject([{ path: ['words', 'ROLE', 'DEPUTI'] }]);
  });
});
