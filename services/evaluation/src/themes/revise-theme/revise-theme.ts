import { accept, isStorable, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Key } from '../../evidence/evidence.store.js';
import { decideRevision, type ThemeChange } from '../theme.js';

export type ReviseTheme = ThemeChange & { readonly theme: Key };

type Deps = Pick<EvaluationDeps, 'themes'>;

/** 修订专题: its words or its filter are said otherwise. */
export const reviseTheme = useCase({
  action: 'theme:revise' satisfies EvaluationAction,
  async execute({ themes }: Deps, _viewer: Viewer, { theme, ...change }: ReviseTheme) {
    const kept = await themes.find(theme);
    if (!kept) return refuse('THEME_NOT_FOUND');
    const named = change.name !== null && isStorable(change.name) ? await themes.findOpen(change.name) : null;
    const nameTaken = named !== null && named.themeId !== kept.themeId;
    const decision = decideRevision(kept, change, { nameTaken });
    if (!decision.accepted) return decision;
    await themes.append(decision.value, kept);
    const told = await themes.find(theme);
    return told ? accept(told) : refuse('THEME_NOT_FOUND');
  },
});
