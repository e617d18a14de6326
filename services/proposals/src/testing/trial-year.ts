import { decide } from '../case/decide.js';
import type { CaseEvent } from '../case/events.js';
import { EMPTY_CASE, fold } from '../case/fold.js';
import type { CaseState } from '../case/state.js';
import { MAPPINGS_ONLY } from '../process/condition.js';
import type { Process } from '../process/process.js';
import type { Draft } from '../trial/draft.js';
import { feltCommands } from '../trial/felt-commands.js';
import { replayCase } from '../trial/replay-case.js';
import { type CaseHistory, type TrialResult, tryCases } from '../trial/trial.js';
import { type LifeStep, lifeByTheModel } from './life-by-the-model.js';
import { baseProcess } from './process-files.kit.js';
import { outside } from './story.js';
import { ofTheModel } from './strict-process.js';

const CALENDAR = { holidays: new Set<string>(), makeUpDays: new Set<string>() };

/** Numbers that look like chance and are the same each time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const lifeOf = (process: Process, seed: number): readonly LifeStep[] => {
  const next = chance(seed);
  const choices = Array.from({ length: 24 }, () => ({
    pick: Math.floor(next() * 10_000),
    days: Math.floor(next() * 25),
    idle: next() < 0.15,
  }));
  return lifeByTheModel(process, choices);
};

/** What may be tried: one thing changed each time, and three at once. */
export type TriedChange = 'limit' | 'guard' | 'classes' | 'all';

function changesOf(base: Process): Readonly<Record<TriedChange, Partial<Process>>> {
  const { A, ...others } = base.outcomes.classes;
  const limit = { deadlines: { ...base.deadlines, reply: { ...base.deadlines.reply, amount: 2 } } };
  const during = { ...base.guards['contact-during-handling'], mode: 'BLOCK' };
  const guard = { guards: { ...base.guards, 'contact-during-handling': during } };
  const classes = { outcomes: { ...base.outcomes, classes: { ...others, 甲: A } } };
  const rounds = { rehandling: { ...base.rehandling, maxRounds: 2 } };
  return { limit, guard, classes, all: { ...limit, ...guard, ...rounds } } as never;
}

/** Cases of a year that went by the base process, and a draft of another. */
export class TrialYear {
  private readonly base = ofTheModel(baseProcess());
  private readonly lives: readonly (readonly LifeStep[])[];
  readonly histories: readonly CaseHistory[];

  constructor(different: number) {
    this.lives = Array.from({ length: different }, (_, seed) => lifeOf(this.base, seed + 1));
    this.histories = this.lives.map((steps, at) => ({
      caseId: String(at),
      events: steps.flatMap(({ viewer, events }) =>
        events.map((event) => ({ ...event, actorRole: viewer.role, actorId: viewer.accountId })),
      ),
    }));
  }

  /** `everyStep`: every step is decided again, also those that cannot feel the draft. */
  draft(change: TriedChange, everyStep = false): Draft {
    const process: Process = { ...this.base, ...changesOf(this.base)[change], version: 'draft' };
    const categories = new Map([['roads', 'URBAN_CONSTRUCTION']]);
    const felt = everyStep ? 'ANY' : feltCommands(process, [this.base]);
    return { process, calendar: CALENDAR, conditions: MAPPINGS_ONLY, categories, felt };
  }

  get events(): number {
    return this.histories.reduce((sum, { events }) => sum + events.length, 0);
  }

  /** Each life `times` times over. */
  try(draft: Draft, times: number): TrialResult {
    const all = Array.from({ length: times }, () => this.histories).flat();
    return tryCases(all, () => draft, '2027-12-31');
  }

  /** Each life's events folded `times` times over, and nothing else: what the least is that reading a year costs. */
  fold(times: number): void {
    for (let time = 0; time < times; time++) for (const { events } of this.histories) fold(events);
  }

  /** Lives whose trial is not what really running the draft, command by command, makes of them. */
  wrong(draft: Draft): number {
    return this.lives.filter((steps, at) => {
      const { after } = replayCase(this.histories[at]?.events ?? [], draft);
      return comparable(after) !== comparable(really(steps, draft.process));
    }).length;
  }
}

const really = (steps: readonly LifeStep[], process: Process): CaseState =>
  steps.reduce<CaseState>((state, { viewer, command, now, also, made }) => {
    let next = 0;
    const newId = (): string => made[next++] ?? `trial-${state.version}-${next}-${command.occurredAt ?? now}`;
    const outcome = decide(state, command, process, viewer, now, outside(newId, also));
    return outcome.accepted ? fold(outcome.value as readonly CaseEvent[], state) : state;
  }, EMPTY_CASE);

/** The numbers of a register come from outside the case; the version tells nobody anything but its name. */
const comparable = (state: CaseState): string =>
  JSON.stringify({ ...state, processVersion: null }).replaceAll(/"registerNumber":"[^"]*"/g, '');
