import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Key } from '../../evidence/evidence.store.js';
import { seenPicks } from '../seen-picks.js';
import { decideAdding, type PickedCase } from '../theme.js';

/** A case and a theme, and why. */
export type PickCase = { readonly theme: Key; readonly one: PickedCase; readonly reason: string };

type Deps = Pick<EvaluationDeps, 'themes' | 'figures' | 'freshness' | 'sharedCases' | 'now'>;

/** 选入专题: a case that the viewer may see is picked for a theme. */
export const addCaseToTheme = useCase({
  action: 'theme:add-case' satisfies EvaluationAction,
  purpose: 'SHARED',
  async execute(deps: Deps, viewer: Viewer, { theme, one, reason }: PickCase) {
    const { themes, sharedCases } = deps;
    const kept = await themes.find(theme);
    if (!kept) return refuse('THEME_NOT_FOUND');
    const selection = await seenPicks(deps, viewer, kept.themeId, [one]);
    const decision = decideAdding(
      kept,
      { ...one, reason },
      { picked: await themes.picked(kept.themeId), seen: (await sharedCases.count(selection)) > 0 },
    );
    if (!decision.accepted) return decision;
    await themes.append(decision.value, kept);
    const told = await themes.find(theme);
    return told ? accept(told) : refuse('THEME_NOT_FOUND');
  },
});
