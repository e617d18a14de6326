import { locateYaml } from '@duban/kernel/runtime';
import { describe, expect, test } from '@jest/globals';
import { baseProcess, processOf, processSchema, readProcess } from '../testing/process-files.kit.js';
import { effectiveProcess } from './effective-process.js';
import type { Process } from './process.js';
import { checkProcess } from './process-checks.js';

const base = readProcess('base').value;
const over = (document: object) =>
  effectiveProcess([
    { source: 'base', document: base },
    { source: 'county', document: { version: '9', ...document } },
  ]);

describe('a locality states only what differs', () => {
  test.each(['base', 'hunan', 'hengyang', 'shaoyang'])('%s/process.yaml fits its schema', (folder) => {
    expect(processSchema().check(readProcess(folder))).toEqual([]);
  });

  test.each([
    ['an unknown key', 'version: "1"\nreturns:\n  maxx: 3\n', 3],
    ['a version without quotes', 'version: 1\n', 1],
    ['no version', 'kinds: [NPC_SUGGESTION]\n', 1],
    ['a unit of time nobody has', 'version: "1"\ndeadlines:\n  reply: {unit: WEEK}\n', 3],
    ['an outcome nobody has', 'version: "1"\noutcomes:\n  classes:\n    A: {outcomes: [DONE]}\n', 4],
    ['a number out of bounds', 'version: "1"\nrehandling: {maxRounds: 0}\n', 2],
    ['a key written twice', 'version: "1"\nversion: "2"\n', 2],
  ])('a wrong file is told its line: %s', (_, text, line) => {
    expect(processSchema().check(locateYaml('x/process.yaml', text))).toContainEqual(
      expect.objectContaining({ file: 'x/process.yaml', line }),
    );
  });

  test('the national scheme has four classes, a three-class one takes D away', () => {
    const classes = (...folders: string[]) =>
      Object.entries(processOf(...folders).process?.outcomes.classes ?? {}).map(([code, one]) => [
        code,
        one.outcomes,
      ]);
    expect(classes('base', 'hunan')).toEqual([
      ['A', ['SOLVED']],
      ['B', ['IN_PROGRESS', 'PLANNED']],
      ['C', ['DEFERRED']],
      ['D', ['REFERENCE']],
    ]);
    expect(classes('base', 'hunan', 'hengyang')).toEqual([
      ['A', ['SOLVED']],
      ['B', ['IN_PROGRESS', 'PLANNED']],
      ['C', ['DEFERRED', 'REFERENCE']],
    ]);
  });

  test('one value deep inside is replaced, its neighbours stay, lists are replaced whole', () => {
    const { process, problems } = over({
      deadlines: { return: { amount: 7 } },
      feedback: { axes: ['RESULT'] },
      rehandling: { axes: ['RESULT'] },
    });
    expect(problems).toEqual([]);
    expect(process?.deadlines.return).toEqual({ ...baseProcess().deadlines.return, amount: 7 });
    expect(process?.feedback.axes).toEqual(['RESULT']);
    expect(process?.guards).toEqual(baseProcess().guards);
  });

  test('every value knows where it comes from, and the version names every layer', () => {
    const { process, origins } = over({ returns: { max: 2 } });
    expect([origins.get('returns.max'), origins.get('returns.clock')]).toEqual(['county', 'base']);
    expect(process?.version).toBe('base@1+county@9');
  });

  test.each<[string, object, readonly string[]]>([
    ['a locality without a reply deadline', { deadlines: { reply: null } }, ['deadlines']],
    [
      'a clock that starts where it cannot',
      { deadlines: { feedback: { anchor: 'HANDOVER' } } },
      ['deadlines', 'feedback', 'anchor'],
    ],
    [
      'a fixed date without the date',
      { deadlines: { reply: { anchor: 'FIXED_DATE' } } },
      ['deadlines', 'reply'],
    ],
    [
      'a class that means nothing',
      { outcomes: { classes: { E: { order: 5, label: { zh: '戊', en: 'E' }, outcomes: [] } } } },
      ['outcomes', 'classes', 'E'],
    ],
    [
      'a class without a meaning',
      { outcomes: { classes: { E: { order: 5, label: { zh: '戊', en: 'E' } } } } },
      ['outcomes', 'classes', 'E', 'outcomes'],
    ],
    ['nobody can be satisfied', { feedback: { levels: { SATISFIED: null } } }, ['feedback', 'levels']],
    ['another round for what is not rated', { rehandling: { axes: ['OVERALL'] } }, ['rehandling', 'axes']],
    [
      'a review that cannot accept',
      { review: { stages: { office: { verdicts: ['REJECT'] } } } },
      ['review', 'stages', 'office'],
    ],
    ['a kind without numbers', { numbering: { proposal: null } }, ['numbering']],
    [
      'a number without a serial',
      { numbering: { proposal: { pattern: '{year}' } } },
      ['numbering', 'proposal', 'pattern'],
    ],
    [
      'a contact without its phase',
      {
        guards: {
          x: {
            before: 'reply.issue',
            label: { zh: '甲', en: 'x' },
            require: { kind: 'CONTACT' },
            mode: 'WARN',
          },
        },
      },
      ['guards', 'x', 'require'],
    ],
    ['a section taken away', { tracking: null }, ['tracking']],
  ])('refused: %s', (_, document, path) => {
    const { process, problems } = over(document);
    expect(process).toBeNull();
    expect(problems.map((problem) => problem.path)).toContainEqual(path);
    expect(problems[0]).toMatchObject({
      source: expect.any(String),
      zh: expect.any(String),
      en: expect.any(String),
    });
  });

  test('a problem is laid at the door of the layer that made it', () => {
    expect(over({ rehandling: { axes: ['OVERALL'] } }).problems[0]?.source).toBe('county');
    expect(effectiveProcess([]).process).toBeNull();
    expect(checkProcess({} as Process).length).toBeGreaterThan(0);
  });
});
