import { env } from 'node:process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CommandKind } from '../case/commands.js';
import { RULES } from '../case/rules.js';
import { celConditions } from '../process/conditions.cel.js';
import type { Process } from '../process/process.js';
import { anyChoice, recordedIn } from '../testing/any-choice.kit.js';
import { lifeByTheModel } from '../testing/life-by-the-model.js';
import { baseProcess } from '../testing/process-files.kit.js';
import { ofTheModel } from '../testing/strict-process.js';
import { type Felt, type FeltCommands, feltCommands, READ_BY } from './felt-commands.js';
import { tryCases } from './trial.js';
import type { TrialEvent } from './trial-event.js';

const [RUNS, LIVES] = env.DUBAN_DEEP === '1' ? [3000, 300] : [150, 60];
const conditions = celConditions();
const base = ofTheModel(baseProcess());

const life = fc.array(anyChoice, { minLength: 20, maxLength: 45 });

const changed = (process: Process, change: object): Process => ({ ...process, ...change, version: 'draft' });
const deadline = (code: string, also: object) => ({
  deadlines: { ...base.deadlines, [code]: { ...base.deadlines[code], ...also } },
});

const within = (part: keyof Process, change: object) => ({
  [part]: { ...(base[part] as object), ...change },
});
const without = (part: object, code: string) =>
  Object.fromEntries(Object.entries(part).filter(([known]) => known !== code));
const { classes } = base.outcomes;
const { office } = base.review.stages;

function ofTheOverdue() {
  const require = { kind: 'FACTS', that: '!assignment.overdue' };
  return { before: 'contact.record', label: { zh: '未逾期', en: 'Not late' }, require, mode: 'BLOCK' };
}

/** One thing that a draft may say otherwise, of each part that only some commands read. */
const EDITS: readonly object[] = [
  ...Object.keys(base.deadlines).flatMap((code) => [
    deadline(code, { amount: 1 }),
    deadline(code, { amount: 1, lateEffect: 'REFUSE' }),
  ]),
  // Limits that start again with the receipt, and a condition that asks whether one has passed.
  ...['reply', 'return'].map((code) => deadline(code, { anchor: 'RECEIPT' })),
  { ...deadline('reply', { amount: 1 }), guards: { ...base.guards, prompt: ofTheOverdue() } },
  ...Object.entries(base.guards).flatMap(([code, guard]) =>
    ['BLOCK', 'WARN', 'OFF'].map((mode) => within('guards', { [code]: { ...guard, mode } })),
  ),
  ...Object.keys(classes).flatMap((code) => [
    within('outcomes', { classes: { ...without(classes, code), 甲: classes[code] } }),
    within('outcomes', { classes: { ...classes, [code]: { ...classes[code], outcomes: ['DEFERRED'] } } }),
  ]),
  ...[{ trackIf: [] }, { trackIf: ['SOLVED'] }, { minEvidence: 5 }].map((said) => within('tracking', said)),
  ...[{ maxRounds: 1 }, { levels: [] }].map((said) => within('rehandling', said)),
  ...[{ axes: ['OVERALL'] }, { satisfied: [] }].map((said) => within('feedback', said)),
  ...['LEAD_PROPOSER', 'EVERY_PROPOSER'].map((respondents) => within('feedback', { respondents })),
  ...[{ max: 0 }, { leadDisputes: false }, { ladder: {} }].map((said) => within('returns', said)),
  ...[{ max: 0 }, { approvers: [] }].map((said) => within('extensions', said)),
  ...[{ inOrder: true }, { faceToFaceChannels: [] }].map((said) => within('contacts', said)),
  ...[{ required: ['COPIES'] }, { review: 'REQUIRED' }].map((said) => within('replies', said)),
  ...[{}, { office, second: office }].map((stages) => within('review', { stages })),
  ...[within('plans', { minMilestones: 3 }), { numbering: {} }, { filing: { by: [] } }],
  ...[{ acknowledgement: { opinion: 'REQUIRED' } }, { responsibility: { fields: {} } }],
];

const calendar = { holidays: new Set<string>(), makeUpDays: new Set<string>() };
const categories = new Map([['roads', 'URBAN_CONSTRUCTION']]);

const tried = (histories: readonly TrialEvent[][], process: Process, felt: FeltCommands) =>
  tryCases(
    histories.map((events, at) => ({ caseId: String(at), events })),
    () => ({ process, calendar, conditions, categories, felt }),
    '2028-12-31',
  );

describe('what a draft changes', () => {
  test.each<[string, object, readonly Felt[]]>([
    ['words and warnings', { warnings: {}, words: {} }, []],
    [
      'the time to answer an invitation',
      deadline('cosign', { amount: 3 }),
      ['cosigner.confirm', 'cosigner.decline', 'cosigner.invite', 'proposal.revise'],
    ],
    [
      'how long a reply may take',
      deadline('reply', { amount: 2 }),
      ['entry.rehand', 'proposal.hand_over', 'return.decide', 'round.opened'],
    ],
    ['how long feedback may take', deadline('feedback', { amount: 9 }), ['feedback.give', 'reply.issue']],
    [
      'a guard',
      { guards: { ...base.guards, 'contact-at-reply': { ...base.guards['contact-at-reply'], mode: 'OFF' } } },
      ['reply.issue'],
    ],
    ['a guard less', { guards: {} }, [...new Set(Object.values(base.guards).map(({ before }) => before))]],
    [
      'the classes',
      { outcomes: { ...base.outcomes, classes: {} } },
      [...(READ_BY.outcomes as readonly CommandKind[])],
    ],
    [
      'who is satisfied, which guards ask as well',
      { feedback: { ...base.feedback, satisfied: [] } },
      [...new Set([...(READ_BY.feedback ?? []), ...Object.values(base.guards).map(({ before }) => before)])],
    ],
  ])('%s: which commands may feel it', (_, change, kinds) => {
    expect([...feltCommands(changed(base, change), [base])].sort()).toEqual([...kinds].sort());
  });

  test('a part of which nobody has said who reads it may be felt by any', () => {
    expect(feltCommands(changed(base, { limits: { ...base.limits, text: 1 } }), [base])).toBe('ANY');
    expect(feltCommands(changed(base, { ofTomorrow: true }), [base])).toBe('ANY');
  });

  test('against several versions it is what differs from any of them', () => {
    const other = changed(base, { contacts: { faceToFaceChannels: [] } });
    expect([...feltCommands(changed(base, {}), [base, other])]).toEqual(['contact.record']);
  });
});

describe('a step that cannot feel a draft', () => {
  test('need not be decided again, whatever the draft changes', () => {
    const lives = fc.sample(life, { numRuns: LIVES, seed: 20260107 });
    const histories = lives.map((choices) => recordedIn(lifeByTheModel(base, choices)));
    const without = EDITS.map((edit) => {
      const draft = changed(base, edit);
      const felt = feltCommands(draft, [base]);
      expect(felt).not.toBe('ANY');
      const told = tried(histories, draft, 'ANY');
      expect(tried(histories, draft, felt)).toEqual(told);
      return told.different.length;
    });
    expect(without.filter((different) => different > 0).length).toBeGreaterThan(EDITS.length / 2);
  }, 240_000);

  test('need not be decided again when the draft changes several things', () => {
    const edit = fc.constantFrom(...EDITS);
    fc.assert(
      fc.property(life, edit, edit, (choices, one, other) => {
        const draft = changed(base, { ...one, ...other });
        const events = [recordedIn(lifeByTheModel(base, choices))];
        expect(tried(events, draft, feltCommands(draft, [base]))).toEqual(tried(events, draft, 'ANY'));
      }),
      { numRuns: RUNS, seed: 20260107 },
    );
  }, 240_000);

  test('is decided without a look at what is said to be read by others', () => {
    const wrong = new Set<string>();
    let acting: CommandKind | null = null;
    const parts = Object.keys(base).map((part) => [
      part,
      {
        enumerable: true,
        get: () => {
          const readers = READ_BY[part as keyof Process];
          if (acting && readers && !readers.includes(acting) && part !== 'version')
            wrong.add(`${acting} reads ${part}`);
          return base[part as keyof Process];
        },
      },
    ]);
    const process = Object.defineProperties({}, Object.fromEntries(parts)) as Process;
    for (const [kind, rule] of Object.entries(RULES)) {
      const { decide } = rule;
      Object.assign(rule, {
        decide: (...asked: readonly unknown[]) => {
          acting = kind as CommandKind;
          try {
            return (decide as (...asked: readonly unknown[]) => unknown)(...asked);
          } finally {
            acting = null;
          }
        },
      });
    }
    fc.assert(
      fc.property(life, (choices) => {
        lifeByTheModel(process, choices);
      }),
      { numRuns: RUNS, seed: 20260107 },
    );
    expect([...wrong]).toEqual([]);
  }, 240_000);
});
