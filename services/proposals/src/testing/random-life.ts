import { decide } from '../case/decide.js';
import { fold } from '../case/fold.js';
import type { CaseState } from '../case/state.js';
import type { Process } from '../process/process.js';
import { type Model, newModel } from './case-model.js';
import { courseMoves, leadsOn } from './case-moves.js';
import { plusDays } from './model-dates.js';
import { id } from './people.js';
import { outside } from './story.js';

/** One step of a random life: some days later, one of the things that could be done then. */
export type LifeStep = { readonly pick: number; readonly days: number };

export type Life = { readonly state: CaseState; readonly now: string };

/** A case after as many steps, each what the model says somebody may do; final ones are left for another day. */
export function liveOn(process: Process, steps: readonly LifeStep[]): Life {
  const model: Model = newModel();
  let state = fold([]);
  let ids = 1000;
  const now = () => `${model.today}T02:00:00.000Z`;
  for (const { pick, days } of steps) {
    model.today = plusDays(model.today, days);
    const allowed = courseMoves(model).filter((move) => move.may(model) && !move.final);
    const onward = allowed.filter((move) => leadsOn(move, state));
    const among = onward.length > 0 && pick % 3 > 0 ? onward : allowed;
    const move = among[pick % Math.max(among.length, 1)];
    if (!move) break;
    const context = outside(() => id(ids++), move.outside);
    const outcome = decide(state, move.command(state), process, move.viewer, now(), context);
    if (!outcome.accepted) continue;
    state = fold(outcome.value, state);
    move.change(model);
  }
  return { state, now: now() };
}
