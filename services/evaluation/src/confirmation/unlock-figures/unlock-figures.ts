import { accept, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { decideUnlocking, type FigureYear } from '../confirmation.js';
import { sceneOf } from '../confirmation-scene.js';

type Deps = Pick<EvaluationDeps, 'figures' | 'confirmations' | 'now'>;

/** 解除确认: the year's figures are provisional again, with a reason; not while the level above stands for them. */
export const unlockFigures = useCase({
  action: 'figures:unlock' satisfies EvaluationAction,
  purpose: 'COUNTS',
  async execute(deps: Deps, viewer: Viewer, asked: FigureYear & { readonly reason: string }) {
    const scene = await sceneOf(deps, viewer, asked);
    const decision = decideUnlocking(asked, scene);
    if (!decision.accepted) return decision;
    await deps.confirmations.append(scene.known, decision.value);
    return accept({ year: asked.year, kind: asked.kind });
  },
});
