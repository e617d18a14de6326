import { accept, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { decideConfirmation, type FigureYear } from '../confirmation.js';
import { numbersOf, sceneOf } from '../confirmation-scene.js';

type Deps = Pick<EvaluationDeps, 'figures' | 'confirmations' | 'now'>;

/** 确认统计数据: the year's numbers, with everything below, are those the locality stands for. */
export const confirmFigures = useCase({
  action: 'figures:confirm' satisfies EvaluationAction,
  purpose: 'COUNTS',
  async execute(deps: Deps, viewer: Viewer, asked: FigureYear & { readonly note: string | null }) {
    const scene = await sceneOf(deps, viewer, asked);
    const numbers = await numbersOf(deps, viewer.tenant, asked);
    const decision = decideConfirmation(asked, numbers, scene);
    if (!decision.accepted) return decision;
    await deps.confirmations.append(scene.known, decision.value);
    return accept({ year: asked.year, kind: asked.kind });
  },
});
