import { accept, query } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { CaseSelection } from '../../shared-cases/case-selection.js';
import { seenPicks } from '../seen-picks.js';
import type { PickedCase } from '../theme.js';

type Picks = { readonly themeId: string; readonly cases: readonly PickedCase[] };

/** Which of these cases the viewer may see now, as a list, its number and its export go by it. */
export const selectPicks = query({
  action: 'theme:show' satisfies EvaluationAction,
  purpose: 'SHARED',
  execute: async (deps: EvaluationDeps, viewer, { themeId, cases }: Picks) =>
    accept(await seenPicks(deps, viewer, themeId, cases)),
});

export const idsOfPicks = query({
  action: 'theme:show' satisfies EvaluationAction,
  purpose: 'SHARED',
  execute: async ({ sharedCases }: EvaluationDeps, _viewer, selection: CaseSelection) =>
    accept(await sharedCases.ids(selection)),
});
