import { accept, dateInShanghai, isStorable, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { childrenOf } from '../../tree/locality-tree.js';
import { decideOpening, type ThemeWords } from '../theme.js';

type Deps = Pick<EvaluationDeps, 'themes' | 'figures' | 'now' | 'newId'>;

/** 确立专题: what many below raise is bundled under a name. */
export const openTheme = useCase({
  action: 'theme:open' satisfies EvaluationAction,
  async execute({ themes, figures, now, newId }: Deps, { tenant }: Viewer, words: ThemeWords) {
    const below = childrenOf(tenant, await figures.places(), dateInShanghai(now));
    const themeId = newId();
    const decision = decideOpening(themeId, words, {
      hasBelow: below.length > 0,
      nameTaken: isStorable(words.name) && (await themes.findOpen(words.name)) !== null,
    });
    if (!decision.accepted) return decision;
    await themes.append(decision.value, null);
    const kept = await themes.find({ tenant, id: themeId });
    return kept ? accept(kept) : refuse('THEME_NOT_FOUND');
  },
});
