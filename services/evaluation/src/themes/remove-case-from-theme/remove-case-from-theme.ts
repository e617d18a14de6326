import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { PickCase } from '../add-case-to-theme/add-case-to-theme.js';
import { decideRemoval } from '../theme.js';

type Deps = Pick<EvaluationDeps, 'themes'>;

/** 移出专题: a picked case is taken out again. */
export const removeCaseFromTheme = useCase({
  action: 'theme:remove-case' satisfies EvaluationAction,
  async execute({ themes }: Deps, _viewer: Viewer, { theme, one, reason }: PickCase) {
    const kept = await themes.find(theme);
    if (!kept) return refuse('THEME_NOT_FOUND');
    const decision = decideRemoval(kept, { ...one, reason }, await themes.picked(kept.themeId));
    if (!decision.accepted) return decision;
    await themes.append(decision.value, kept);
    const told = await themes.find(theme);
    return told ? accept(told) : refuse('THEME_NOT_FOUND');
  },
});
