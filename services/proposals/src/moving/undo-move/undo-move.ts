import { accept, type Outcome, useCase, type Viewer } from '@duban/kernel';
import { applyMoves, type MoveReceipt } from '../move-cases/move-cases.js';
import type { MovingDeps } from '../moving.store.js';
import { planUndo } from '../plan-move/plan-move.js';

export type UndoMove = { readonly toVersion: string; readonly after: string | null; readonly limit: number };

/** Takes cases back to the version they were moved from, one event each, with its clocks and classes. */
export const undoMove = useCase({
  action: 'process:move',
  async execute(deps: MovingDeps, viewer: Viewer, input: UndoMove): Promise<Outcome<MoveReceipt>> {
    const planned = await planUndo(deps, viewer, input);
    return planned.accepted ? accept(await applyMoves(deps, planned.value)) : planned;
  },
});
