import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Key } from '../../evidence/evidence.store.js';
import { decideClosing } from '../theme.js';

export type CloseTheme = { readonly theme: Key; readonly reason: string };

type Deps = Pick<EvaluationDeps, 'themes'>;

/** 结束专题: nothing of it changes any more. */
export const closeTheme = useCase({
  action: 'theme:close' satisfies EvaluationAction,
  async execute({ themes }: Deps, _viewer: Viewer, { theme, reason }: CloseTheme) {
    const kept = await themes.find(theme);
    if (!kept) return refuse('THEME_NOT_FOUND');
    const decision = decideClosing(kept, reason);
    if (!decision.accepted) return decision;
    await themes.append(decision.value, kept);
    const told = await themes.find(theme);
    return told ? accept(told) : refuse('THEME_NOT_FOUND');
  },
});
