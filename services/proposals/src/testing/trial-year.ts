import { decide } from '../case/decide.js';
import type { CaseEvent } from '../case/events.js';
import { EMPTY_CASE, evolve } from '../case/fold.js';
import type { CaseState } from '../case/state.js';
import { MAPPINGS_ONLY } from '../process/condition.js';
import type { Process } from '../process/process.js';
import { type Draft, replayCase } from '../trial/replay-case.js';
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

/** Cases of a year that went by the base process, and a draft with a shorter limit, one more guard and fewer rounds. */
export class TrialYear {
  private readonly lives: readonly (readonly LifeStep[])[];
  readonly histories: readonly CaseHistory[];
  private readonly draft: Draft;

  constructor(different: number) {
    const base = ofTheModel(baseProcess());
    this.lives = Array.from({ length: different }, (_, seed) => lifeOf(base, seed + 1));
    this.histories = this.lives.map((steps, at) => ({
      caseId: String(at),
      events: steps.flatMap(({ viewer, events }) =>
        events.map((event) => ({ ...event, actorRole: viewer.role, actorId: viewer.accountId })),
      ),
    }));
    const during = base.guards['contact-during-handling'];
    const process = {
      ...base,
      version: 'draft',
      deadlines: { ...base.deadlines, reply: { ...base.deadlines.reply, amount: 2 } },
      guards: { ...base.guards, 'contact-during-handling': { ...during, mode: 'BLOCK' } },
      rehandling: { ...base.rehandling, maxRounds: 2 },
    } as Process;
    const categories = new Map([['roads', 'URBAN_CONSTRUCTION']]);
    this.draft = { process, calendar: CALENDAR, conditions: MAPPINGS_ONLY, categories };
  }

  get events(): number {
    return this.histories.reduce((sum, { events }) => sum + events.length, 0);
  }

  /** Each life `times` times over. */
  try(times: number): TrialResult {
    const all = Array.from({ length: times }, () => this.histories).flat();
    return tryCases(all, () => this.draft, '2027-12-31');
  }

  /** Lives whose trial is not what really running the draft, command by command, makes of them. */
  wrong(): number {
    return this.lives.filter((steps, at) => {
      const { after } = replayCase(this.histories[at]?.events ?? [], this.draft);
      return comparable(after) !== comparable(this.really(steps));
    }).length;
  }

  private really(steps: readonly LifeStep[]): CaseState {
    return steps.reduce<CaseState>((state, { viewer, command, now, also, made }) => {
      let next = 0;
      const newId = (): string =>
        made[next++] ?? `trial-${state.version}-${next}-${command.occurredAt ?? now}`;
      const { process } = this.draft;
      const outcome = decide(state, command, process, viewer, now, outside(newId, also));
      return outcome.accepted ? (outcome.value as readonly CaseEvent[]).reduce(evolve, state) : state;
    }, EMPTY_CASE);
  }
}

/** The numbers of a register come from outside the case. */
const comparable = (state: CaseState): string =>
  JSON.stringify(state).replaceAll(/"registerNumber":"[^"]*"/g, '');
