import { env } from 'node:process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Command, CommandKind } from '../case/commands.js';
import { FINAL_CASE_PHASES } from '../case/transitions.js';
import type { ProposalKind } from '../case/vocabulary.js';
import { askedFacts } from '../process/asked-facts.js';
import { celConditions } from '../process/conditions.cel.js';
import { effectiveProcess, type ProcessOfKinds, processFor } from '../process/effective-process.js';
import type { Process } from '../process/process.js';
import { readProcess } from '../testing/process-files.kit.js';
import { randomDefinition } from '../testing/random-process.js';
import { ATTEMPTS } from './attempts.js';
import type { Course } from './course.js';
import { CLOSED, INTAKE, REPLIED } from './goals.js';
import { profilesOf } from './profile.js';
import { proverWith } from './prover.js';
import { reach } from './reach.js';
import { Walk } from './walk.js';
import { UNITS, worldOf } from './world.js';

const DEEP = env.DUBAN_DEEP === '1';
const [DEFINITIONS, LIMIT] = DEEP ? [2_000, 3_600_000] : [10, 300_000];
const LIVES = 3;

const conditions = celConditions();
const prove = proverWith(conditions);
const base = { source: 'base', document: readProcess('base').value };

/** What people do who do not know where they are going. */
const WANDERING = [
  ...(Object.keys(ATTEMPTS) as CommandKind[]),
  'return.request',
  'extension.request',
] as const;

type Step = { readonly kind: number; readonly which: number; readonly days: number; readonly level: number };
const life = fc.record({
  profile: fc.nat(40),
  steps: fc.array(
    fc.record({
      kind: fc.nat(999),
      which: fc.nat(99),
      days: fc.oneof(fc.constant(0), fc.nat(60)),
      level: fc.nat(3),
    }),
    { maxLength: 40 },
  ),
});

function wander(walk: Walk, { kind: pick, which, days, level }: Step): void {
  if (days > 0) walk.wait(days, { zh: '等', en: 'wait' });
  const { process, state } = walk;
  const levels = Object.keys(process.feedback.levels);
  const classes = Object.keys(process.outcomes.classes);
  const course: Course = {
    class: classes[which % classes.length] ?? '',
    levels: [levels[level % levels.length] ?? ''],
  };
  const kind = WANDERING[pick % WANDERING.length] as CommandKind;
  const assignmentId = state.assignments[which % Math.max(1, state.assignments.length)]?.assignmentId ?? '';
  const reason = '不属本单位职责';
  if (kind === 'return.request') walk.tries({ kind, assignmentId, reason, proposedUnitId: UNITS[3] ?? null });
  else if (kind === 'extension.request') walk.tries({ kind, assignmentId, amount: 1, unit: 'DAY', reason });
  else {
    const commands = ATTEMPTS[kind]?.(walk, course) ?? [];
    const command = commands[which % Math.max(1, commands.length)];
    if (command) walk.tries(command);
  }
}

/** Somebody who wants it done takes the case over where it stands. Null: it came to an end. */
function finish(walk: Walk): string | null {
  const [first = ''] = Object.keys(walk.process.outcomes.classes);
  const [level = ''] = Object.keys(walk.process.feedback.levels);
  const course = { class: first, levels: [level] };
  for (const patience of [0, 500, 0]) {
    if (patience > 0) walk.wait(patience, { zh: '等', en: 'wait' });
    settle(walk);
    const stuck = [...INTAKE, REPLIED, CLOSED]
      .map((goal) => !ended(walk) && reach(walk, goal, course, 3))
      .find((one) => one);
    if (ended(walk)) return null;
    if (patience === 0 && stuck) continue;
  }
  return `${walk.state.phase}: ${walk.story.map(({ en }) => en).join(', ')}`;
}

const ended = ({ state: { phase } }: Walk): boolean =>
  phase === 'CLOSED' || FINAL_CASE_PHASES.includes(phase);

/** Answers what is waiting for an answer. */
function settle(walk: Walk): void {
  if (walk.state.phase === 'REVISION_REQUESTED' || walk.state.phase === 'RETURNED')
    walk.tries({ kind: 'proposal.revise', body: `改写${walk.state.contentVersion}` });
  for (const { assignmentId, phase } of walk.state.assignments) {
    const refuse: Command = { kind: 'return.decide', assignmentId, decision: 'REFUSE', reason: '应由其承办' };
    if (phase === 'RETURN_REQUESTED') walk.tries(refuse);
  }
}

function made(changes: readonly object[]): ProcessOfKinds | null {
  const layers = changes.map((document, at) => ({
    source: `level ${at}`,
    document: { version: '1', ...document },
  }));
  return effectiveProcess([base, ...layers], conditions).process;
}

type Seen = { wrong: number; unproven: number; accepted: number };

/** A definition that is accepted by `refused` carries some random lives to their ends. */
const carries = (refused: (process: ProcessOfKinds) => boolean, seen: Seen) =>
  fc.property(randomDefinition, fc.array(life, { minLength: LIVES, maxLength: LIVES }), (changes, lives) => {
    const process = made(changes);
    if (!process) seen.wrong++;
    else if (refused(process)) seen.unproven++;
    else {
      seen.accepted++;
      for (const kind of process.kinds) liveThrough(processFor(process, kind), kind, lives);
    }
  });

type Life = { readonly profile: number; readonly steps: readonly Step[] };

function liveThrough(process: Process, kind: ProposalKind, lives: readonly Life[]): void {
  const profiles = profilesOf(process, kind, askedFacts(process, conditions));
  for (const { profile, steps } of lives) {
    const chosen = profiles[profile % profiles.length];
    if (!chosen) continue;
    const walk = new Walk(process, chosen, worldOf(process, conditions, kind));
    for (const step of steps) wander(walk, step);
    expect(finish(walk)).toBeNull();
  }
}

describe('random definitions', () => {
  test(
    'either carry every random case to an end, or are refused',
    () => {
      const seen = { wrong: 0, unproven: 0, accepted: 0 };
      fc.assert(
        carries((process) => prove(process).length > 0, seen),
        { numRuns: DEFINITIONS },
      );
      expect(seen.wrong + seen.unproven + seen.accepted).toBe(DEFINITIONS);
      // A test that accepts everything, or refuses everything, would show nothing.
      if (DEEP) expect(Math.min(seen.accepted, seen.unproven)).toBeGreaterThan(DEFINITIONS / 20);
    },
    LIMIT,
  );

  test(
    'without the proof some of them would let a case get stuck',
    () => {
      const all = carries(() => false, { wrong: 0, unproven: 0, accepted: 0 });
      expect(fc.check(all, { numRuns: 200, seed: 7, endOnFailure: true }).failed).toBe(true);
    },
    LIMIT,
  );
});
