import { locateYaml } from '@duban/kernel/runtime';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { effectiveSheets } from '../sheet/effective-sheets.js';
import { standardsOf } from '../sheet/scoring-files.file.js';
import { fileOf, JUDGE, LANGUAGE, problemsIn, ROOT } from '../testing/scoring.kit.js';
import { caseIdOf, SyntheticCase, UNIT } from '../testing/synthetic-case.js';
import { findSigns } from './find-signs.js';
import { likeness, readSketch, sketchOf, sketchText } from './reply-sketch.js';
import type { SignRules } from './sign-rule.js';
import { tracesOf } from './traces-of.js';

const { signs: RULES } = standardsOf(`${ROOT}/localities`);
const BODY =
  '您提出的关于在城东新区增设公交站点的建议收悉。经与交通运输、城管等部门研究,现答复如下:一、已将该路段纳入年度公交线网优化计划;二、计划于下半年完成站点勘察设计,并征求沿线居民意见;三、资金由市财政统筹安排,力争年内建成投入使用。感谢您对公共交通工作的关心和支持,欢迎继续提出宝贵意见。';

/** Cases of one unit, each handed over, replied to and told further. */
const cases = (count: number, tell: (file: SyntheticCase, index: number) => unknown): SyntheticCase[] =>
  Array.from({ length: count }, (_none, index) => {
    const file = new SyntheticCase(caseIdOf(index + 1));
    file.submitted('2024-01-10').docketed('2024-01-12').handedOver('2024-02-01');
    tell(file, index);
    return file;
  });
const signsIn = (files: readonly SyntheticCase[], rules: SignRules = RULES) =>
  findSigns(
    rules,
    files.flatMap(({ caseId, read }) => tracesOf(caseId, read)),
  );

const replied = (file: SyntheticCase, index: number, more: object = {}) =>
  file.claimed('2024-03-01', file.id(1), 'B', ['PLANNED'], {
    feedbackBy: { date: '2024-04-30' },
    body: `第${index}件`,
    ...more,
  });
const rate = (file: SyntheticCase, at: string, level = 'SATISFIED') =>
  file.rated(at, file.id(1), 'RESULT', level);
const minute = (index: number, step: number, day = '2024-04-10'): string =>
  new Date(Date.parse(`${day}T02:00:00.000Z`) + index * step * 60_000).toISOString();

describe('signs of gaming', () => {
  test('six satisfied within five minutes are one; six within an hour, or with one dissatisfied, are none', () => {
    const at = (step: number, worst = 'SATISFIED') =>
      signsIn(
        cases(6, (file, index) =>
          rate(replied(file, index), minute(index, step), index === 3 ? worst : 'SATISFIED'),
        ),
      );
    expect(at(1)).toEqual([
      {
        rule: 'satisfiedAtOnce',
        unitId: UNIT,
        caseIds: [1, 2, 3, 4, 5, 6].map(caseIdOf),
        from: minute(0, 1),
        to: minute(5, 1),
        count: 6,
        of: 6,
        words: {
          zh: '10 分钟内评价 6 份,全部为满意(该单位全年 6 份)。',
          en: '6 forms within 10 minutes, all satisfied (the unit has 6 in the year).',
        },
      },
    ]);
    expect(at(10)).toEqual([]);
    expect(at(1, 'DISSATISFIED')).toEqual([]);
  });

  test.each(['record.entered', 'rating.recorded'])(
    'what was heard by asking is looked at too (%s), and by itself',
    (type) => {
      const asked = (file: SyntheticCase, at: string, level = 'SATISFIED') => {
        const said = {
          source: 'VERIFICATION',
          assignmentId: file.id(1),
          raterId: file.id(9),
          axis: 'RESULT',
          canonicalLevel: level,
        };
        const record = { recordId: file.id(50), rated: said };
        return file.add(at, type, type === 'rating.recorded' ? { ...said, replaces: null } : record);
      };
      const found = (worst = 'SATISFIED') =>
        signsIn(
          cases(6, (file, index) =>
            asked(replied(file, index), minute(index, 1), index === 3 ? worst : 'SATISFIED'),
          ),
        );
      expect(found()).toMatchObject([{ rule: 'satisfiedAtOnce', count: 6, of: 6 }]);
      expect(found('DISSATISFIED')).toEqual([]);
      const both = cases(6, (file, index) =>
        asked(rate(replied(file, index), minute(index, 30)), minute(index, 1, '2024-04-12')),
      );
      expect(signsIn(both)).toMatchObject([{ count: 6, of: 12 }]);
    },
  );

  test('ratings entered here keep apart from what stands at the same place of the other log', () => {
    const [file] = cases(1, (one) => rate(replied(one, 0), minute(0, 1)));
    const said = {
      source: 'VERIFICATION',
      assignmentId: file?.id(1),
      canonicalLevel: 'SATISFIED',
      replaces: null,
    };
    file?.add(minute(1, 1), 'rating.recorded', said);
    const events = (file?.read ?? []).map((event) =>
      event.type === 'rating.recorded' ? { ...event, own: true as const, position: 1 } : event,
    );
    const places = tracesOf(caseIdOf(1), events, 1).map(({ kind, position }) => [kind, position]);
    expect(places).toContainEqual(['RATING', -1]);
    expect(new Set(places.map(([, position]) => position)).size).toBe(places.length);
  });

  test('what comes from paper or from a ledger of another day is no bulk', () => {
    const files = cases(6, (file, index) => rate(replied(file, index), minute(index, 1)));
    for (const { events } of files)
      for (const [at, event] of events.entries())
        events[at] = { ...event, recordedAt: '2025-01-05T00:00:00.000Z' };
    expect(signsIn(files)).toEqual([]);
  });

  test('ten of twelve on the last day are one; spread over the month they are none', () => {
    const at = (last: number) =>
      signsIn(
        cases(12, (file, index) =>
          rate(
            replied(file, index),
            minute(index, 20, index < last ? '2024-04-30' : '2024-03-20'),
            index % 2 ? 'SATISFIED' : 'BASICALLY_SATISFIED',
          ),
        ),
      );
    expect(at(10)).toMatchObject([{ rule: 'bulkBeforeDeadline', count: 10, of: 12 }]);
    expect(at(10)[0]?.words.zh).toBe(
      '2024-04-30 一天内评价 10 份,都在截止前 48 小时内,占该单位全年 12 份的 83.3%。',
    );
    expect(at(9)).toEqual([]);
  });

  test('three letters that differ in a name are copied; of two, or of different texts, nothing is said', () => {
    const letters = (bodies: readonly string[]) =>
      signsIn(cases(bodies.length, (file, index) => replied(file, index, { body: bodies[index] })));
    const named = (name: string) => BODY.replace('城东新区', name);
    expect(letters([BODY, named('城西老区'), named('高新区'), '另行答复'.repeat(40)])).toMatchObject([
      { rule: 'copiedReplies', caseIds: [1, 2, 3].map(caseIdOf), count: 3, of: 4 },
    ]);
    expect(letters([BODY, named('城西老区')])).toEqual([]);
    expect(letters(['已阅。', '已阅。', '已阅。'])).toEqual([]);
  });

  test('a class made better with nothing to show is named, and not one with evidence, or made worse', () => {
    const one = (evidence: readonly object[], outcomes: readonly string[]) =>
      signsIn(
        cases(1, (file) => {
          replied(file, 0);
          file.add('2024-05-01', 'entry.registered', { entryId: file.id(90), assignmentId: file.id(1) });
          file.add('2024-06-01', 'entry.claimed_done', { entryId: file.id(90), text: 'x', evidence });
          file.add('2024-06-02', 'class.confirmed', { assignmentId: file.id(1), class: 'X', outcomes });
        }),
      );
    expect(one([], ['SOLVED'])).toMatchObject([
      { rule: 'classRaised', caseIds: [caseIdOf(1)], count: 1, of: 1 },
    ]);
    expect(one([{ name: 'photo' }], ['SOLVED'])).toEqual([]);
    expect(one([], ['REFERENCE'])).toEqual([]);
  });

  test('what is looked out for is data: a locality sets its own number, or drops a rule', () => {
    const own = `version: "1"\nsigns: { satisfiedAtOnce: { atLeast: 7 }, classRaised: null }\n`;
    const layers = [fileOf('base/scoring.yaml'), own].map((text, index) => ({
      source: `${index}`,
      document: locateYaml('x', text).value,
    }));
    const { signs = {} } = effectiveSheets(layers, LANGUAGE, JUDGE).sheets;
    expect(Object.keys(signs)).not.toContain('classRaised');
    const files = cases(6, (file, index) => rate(replied(file, index), minute(index, 1)));
    expect(signsIn(files, signs)).toEqual([]);
  });

  test.each([
    [
      'lacks what its kind needs',
      '{ name: { zh: 甲, en: a }, kind: SATISFIED_AT_ONCE, atLeast: 3 }',
      'PART_MISSING signs.own 2:',
    ],
    [
      'has what its kind does not use',
      '{ name: { zh: 甲, en: a }, kind: CLASS_RAISED, atLeast: 3, likeness: 90 }',
      'PART_NOT_USED signs.own.likeness 2:',
    ],
    ['is of an unknown kind', '{ name: { zh: 甲, en: a }, kind: MOOD, atLeast: 3 }', 'SCHEMA 2:'],
  ])('a rule that %s is refused', (_name, rule, told) => {
    expect(problemsIn(fileOf('base/scoring.yaml'), `version: "1"\nsigns: { own: ${rule} }\n`)).toEqual([
      expect.stringContaining(told),
    ]);
  });
});

describe('the sketch of a letter', () => {
  test('is the same however it is spaced, survives being stored, and says nothing of the text', () => {
    const sketch = sketchOf(BODY);
    expect(likeness(sketch, sketchOf(BODY.replaceAll(',', ' , \n')))).toBe(100);
    expect(readSketch(sketch.length, sketchText(sketch))).toEqual(sketch);
    expect(sketchText(sketch)).not.toMatch(/[\u4e00-\u9fff]/);
    expect(likeness(sketch, sketchOf('完全不同的一封答复函'.repeat(20)))).toBeLessThan(10);
    expect(likeness(sketchOf(''), sketchOf(''))).toBe(0);
  });

  test('is as like another as it is like it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (a, b) => {
        const [left, right] = [sketchOf(a), sketchOf(b)];
        expect(likeness(left, right)).toBe(likeness(right, left));
        if (left.marks.some((mark) => mark !== null)) expect(likeness(left, left)).toBe(100);
      }),
    );
  });
});
