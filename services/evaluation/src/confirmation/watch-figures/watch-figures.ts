import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { ConfirmedNumber } from '../confirmation.js';
import { numbersOf } from '../confirmation-scene.js';
import { compareFigures, type WatchedYear } from '../figure-watch.js';
import type { FigureWatchStore } from '../figure-watch.store.js';

type Deps = Pick<EvaluationDeps, 'figures' | 'now'> & { readonly watch: FigureWatchStore };

/** Compares every confirmed year of a locality with what is counted now, and tells what others do not know yet. */
export async function watchFigures(deps: Deps, tenant: number, stands: string): Promise<void> {
  const claimed = await deps.watch.claim(stands);
  if (claimed.length === 0) return;
  const compared = [];
  for (const watched of claimed) {
    const now: readonly ConfirmedNumber[] = await numbersOf(deps, tenant, watched satisfies WatchedYear);
    compared.push({ watched, event: compareFigures(watched, now) });
  }
  await deps.watch.record(stands, compared);
}
