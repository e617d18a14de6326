import { env } from 'node:process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CommandKind } from '../case/commands.js';
import { RULES } from '../case/rules.js';
import { celConditions } from '../process/conditions.cel.js';
import { effectiveProcess } from '../process/effective-process.js';
import type { Process } from '../process/process.js';
import { type LifeStep, lifeByTheModel } from '../testing/life-by-the-model.js';
import { baseProcess, readProcess } from '../testing/process-files.kit.js';
import { randomDefinition } from '../testing/random-process.js';
import { ofTheModel, withReceipt } from '../testing/strict-process.js';
import { type FeltCommands, feltCommands, READ_BY } from './felt-commands.js';
import { tryCases } from './trial.js';
import type { TrialEvent } from './trial-event.js';

const DEEP = env.DUBAN_DEEP === '1';
const conditions = celConditions();
const base = ofTheModel(baseProcess());
const baseDocument = { source: 'base', document: readProcess('base').value };

const choice = fc.record({
  pick: fc.nat(9999),
  days: fc.oneof(fc.nat(3), fc.nat(40)),
  idle: fc.nat(3).map((one) => one === 0),
});
const life = fc.array(choice, { minLength: 20, maxLength: 45 });

const changed = (process: Process, change: object): Process => ({ ...process, ...change, version: 'draft' });
const deadline = (code: string, also: object) => ({
  deadlines: { ...base.deadlines, [code]: { ...base.deadlines[code], ...also } },
});

/** The process with a county's changes, as far as they make one. */
function withLayers(layers: readonly object[], version: string): Process {
  const added = layers.map((document, at) => ({ source: `layer-${at}`, document }));
  const { process } = effectiveProcess([baseDocument, ...added], conditions);
  return ofTheModel({ ...(process ?? baseProcess()), version });
}

const eventsOf = (steps: readonly LifeStep[]): TrialEvent[] =>
  steps.flatMap(({ viewer, events }) =>
    events.map((event) => ({ ...event, actorRole: viewer.role, actorId: viewer.accountId })),
  );

const calendar = { holidays: new Set<string>(), makeUpDays: new Set<string>() };
const categories = new Map([['roads', 'URBAN_CONSTRUCTION']]);

const tried = (events: readonly TrialEvent[], process: Process, felt: FeltCommands) =>
  tryCases(
    [{ caseId: 'one', events }],
    () => ({ process, calendar, conditions, categories, felt }),
    '2028-12-31',
  );

describe('what a draft changes', () => {
  test.each<[string, object, readonly CommandKind[]]>([
    ['words and warnings', { warnings: {}, words: {} }, []],
    [
      'the time to answer an invitation',
      deadline('cosign', { amount: 3 }),
      ['cosigner.confirm', 'cosigner.decline', 'cosigner.invite', 'proposal.revise'],
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
  test('need not be decided again: the same differences as when every step is', () => {
    let shorter = 0;
    fc.assert(
      fc.property(life, randomDefinition, randomDefinition, (choices, before, also) => {
        const version = withLayers(before.slice(0, 2), 'before');
        const draft = withLayers([...before.slice(0, 2), ...also.slice(0, 2)], 'draft');
        const events = eventsOf(lifeByTheModel(version, choices));
        const felt = feltCommands(draft, [version]);
        if (felt !== 'ANY') shorter += 1;
        expect(tried(events, draft, felt)).toEqual(tried(events, draft, 'ANY'));
      }),
      { numRuns: DEEP ? 3000 : 150, seed: 20260107 },
    );
    expect(shorter).toBeGreaterThan(50);
  }, 240_000);

  test('is decided without a look at what is said to be read by others', () => {
    const wrong = new Set<string>();
    let acting: CommandKind | null = null;
    const watched = withReceipt(base);
    const parts = Object.keys(watched).map((part) => [
      part,
      {
        enumerable: true,
        get: () => {
          const readers = READ_BY[part as keyof Process];
          if (acting && readers && !readers.includes(acting) && part !== 'version')
            wrong.add(`${acting} reads ${part}`);
          return watched[part as keyof Process];
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
      { numRuns: DEEP ? 1000 : 100, seed: 20260107 },
    );
    expect([...wrong]).toEqual([]);
  }, 240_000);
});
