import { accept, type Outcome, useCase, type Viewer } from '@duban/kernel';
import type { MovingDeps } from '../moving.store.js';
import { type MoveBatch, type MoveWanted, planMove } from '../plan-move/plan-move.js';

/** What a batch did. `next` is the case after which the next batch begins; null when that was the last. */
export type MoveReceipt = {
  readonly moved: readonly string[];
  readonly stayed: readonly string[];
  readonly next: string | null;
};

export type MoveCases = Omit<MoveWanted, 'classes'> & {
  readonly classes: readonly (readonly [from: string, to: string])[];
};

/** Moves a batch of running cases to a version in force, one event each. Those that cannot follow it stay. */
export const moveCases = useCase({
  action: 'process:move',
  async execute(deps: MovingDeps, viewer: Viewer, input: MoveCases): Promise<Outcome<MoveReceipt>> {
    const planned = await planMove(deps, viewer, { ...input, classes: new Map(input.classes) });
    return planned.accepted ? accept(await applyMoves(deps, planned.value)) : planned;
  },
});

/** Records the events of those that move. */
export async function applyMoves({ cases }: MovingDeps, batch: MoveBatch): Promise<MoveReceipt> {
  const changes = batch.cases.flatMap(({ file, move }) =>
    move.moves ? [{ file, events: [move.event] }] : [],
  );
  if (changes.length > 0) await cases.append(changes);
  const ids = (moves: boolean) =>
    batch.cases.filter(({ move }) => move.moves === moves).map(({ file }) => file.proposalId);
  return { moved: ids(true), stayed: ids(false), next: batch.next };
}
