import { accept, dateInShanghai, mayTry, query, refuse } from '@duban/kernel';
import { EVALUATION_ACCESS } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { mayCount } from '../../tree/locality-tree.js';
import { findSigns, type GamingSign } from '../find-signs.js';
import type { SignRules } from '../sign-rule.js';

export type SignsAsked = { readonly root: number; readonly year: number };
export type ShownSigns = {
  readonly rules: SignRules;
  readonly signs: readonly GamingSign[];
  /** Only the offices of the locality itself are told which unit and cases; everybody else gets counts. */
  readonly named: boolean;
  /** Letters can only be compared in the locality itself. */
  readonly own: boolean;
};

/**
 * Signs of gaming in one locality's year, by what the viewer's own locality looks out for. They are
 * looked for whenever somebody asks, stored nowhere, and read by no score.
 */
export const showSigns = query({
  action: 'signs:count',
  purpose: 'COUNTS',
  async execute({ figures, scores, traces, standards, now }: EvaluationDeps, viewer, asked: SignsAsked) {
    const { root, year } = asked;
    const day = dateInShanghai(now);
    if (!mayCount(viewer.tenant, root, await figures.places(), day)) return refuse('LOCALITY_NOT_BELOW');
    if ((await figures.withheld()).has(root)) return refuse('LOCALITY_NOT_BELOW');
    const version = await scores.sheetsOn(day);
    const rules = version?.sheets.signs ?? standards.signs;
    const own = root === viewer.tenant;
    const found = [...(await traces.acts(root, year)), ...(own ? await traces.replies(root, year) : [])];
    const named = own && mayTry(EVALUATION_ACCESS, 'signs:show', viewer.role);
    return accept<ShownSigns>({ rules, signs: findSigns(rules, found), named, own });
  },
});
