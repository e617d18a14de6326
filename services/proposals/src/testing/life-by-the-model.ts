import type { Viewer } from '@duban/kernel';
import type { Command } from '../case/commands.js';
import type { CaseContext } from '../case/context.js';
import { decide } from '../case/decide.js';
import type { CaseEvent } from '../case/events.js';
import { fold } from '../case/fold.js';
import type { CaseState } from '../case/state.js';
import type { Process } from '../process/process.js';
import { newModel } from './case-model.js';
import { courseMoves, leadsOn, movesIn } from './case-moves.js';
import { plusDays } from './model-dates.js';
import { id } from './people.js';
import { outside } from './story.js';

/** One accepted command of a random life, with all that it was decided with. */
export type LifeStep = {
  readonly viewer: Viewer;
  readonly command: Command;
  readonly now: string;
  readonly also: Partial<CaseContext>;
  /** Ids that the command asked for. */
  readonly made: readonly string[];
  readonly events: readonly CaseEvent[];
};

export type Choice = { readonly pick: number; readonly days: number; readonly idle: boolean };

/** What a life may have beside the model's own. */
export type LifeAlso = {
  /** What somebody says beside what the model's move says. */
  readonly said?: (command: Command, state: CaseState) => Command;
  readonly outside?: Partial<CaseContext>;
  /** The last step may end the case: withdrawn, merged, converted, rejected. */
  readonly ends?: boolean;
  /** What is put on record or shown to other localities as well. */
  readonly beside?: boolean;
};

/** A case as the model lets it go: each step waits some days and does something that is allowed. */
export function lifeByTheModel(
  process: Process,
  choices: readonly Choice[],
  { said = (command) => command, outside: told = {}, ends = false, beside = false }: LifeAlso = {},
): readonly LifeStep[] {
  const model = newModel();
  const steps: LifeStep[] = [];
  let state: CaseState = fold([]);
  let ids = 1000;
  for (const [at, { pick, days, idle }] of choices.entries()) {
    model.today = plusDays(model.today, days);
    const possible = (beside ? movesIn : courseMoves)(model).filter((move) => move.may(model));
    const allowed = possible.filter((move) => !move.final);
    const onward = idle ? allowed : allowed.filter((move) => leadsOn(move, state));
    const final = ends && at === choices.length - 1 ? possible.filter((move) => move.final) : [];
    const among = [final, onward, allowed].find((moves) => moves.length > 0) ?? [];
    const move = among[pick % among.length];
    if (!move) continue;
    const made: string[] = [];
    const newId = (): string => {
      const fresh = id(ids++);
      made.push(fresh);
      return fresh;
    };
    const now = `${model.today}T02:00:00.000Z`;
    const command = said(move.command(state), state);
    const also = { ...told, ...move.outside };
    const outcome = decide(state, command, process, move.viewer, now, outside(newId, also));
    if (!outcome.accepted) continue;
    const events = outcome.value as readonly CaseEvent[];
    steps.push({ viewer: move.viewer, command, now, also, made, events });
    state = fold(events, state);
    move.change(model);
  }
  return steps;
}
