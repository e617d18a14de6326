import { accept, dateInShanghai, refuse } from '@duban/kernel';
import { asUnit, checkLine, checkTyped } from './actor-rules.js';
import { latest, yearOf } from './clock.js';
import { respondentsOf } from './respondents.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { TrackingEntry } from './state.js';

const MOST_MILESTONES = 20;

const markAttention: Rule<'proposal.mark_attention', 'CASE'> = {
  action: 'proposal:mark-attention',
  on: 'CASE',
  may: ({ state }) => (state.attention ? refuse('ATTENTION_MARKED') : null),
  since: ({ state }) => state.docketing?.at ?? null,
  decide(scene, _, { reason }): Decision {
    const refusal = checkTyped(scene, 'reason', reason);
    return refusal ?? accept([happened(scene, 'proposal.attention_marked', { reason })]);
  },
};

/** Who sees to it, and the steps on the way: their days in order, none of them past. */
const planEntry: Rule<'entry.plan', 'ENTRY'> = {
  action: 'entry:plan',
  on: 'ENTRY',
  may: asUnit,
  since: (_, { registeredAt, plan }) => latest(registeredAt, plan?.at),
  decide(scene, { entryId }, { responsible, milestones }): Decision {
    const days = [dateInShanghai(scene.at), ...milestones.map(({ dueOn }) => dueOn)];
    const inOrder = days.every((day, at) => at === 0 || day >= (days[at - 1] ?? ''));
    const refusal = firstRefusal(
      () => checkLine('responsible', responsible),
      ...milestones.map(
        ({ title }) =>
          () =>
            checkLine('milestones.title', title),
      ),
      () =>
        milestones.length > 0 && milestones.length <= MOST_MILESTONES && inOrder
          ? null
          : refuse('MILESTONES_UNSOUND', { max: MOST_MILESTONES }),
    );
    if (refusal) return refusal;
    const numbered = milestones.map((one, at) => ({ number: at + 1, title: one.title, dueOn: one.dueOn }));
    return accept([happened(scene, 'entry.planned', { entryId, responsible, milestones: numbered })]);
  },
};

/** What is not done when the term ends goes on into the next one, named as such (届终清零). */
const crossTerm: Rule<'entry.cross_term', 'ENTRY'> = {
  action: 'entry:cross-term',
  on: 'ENTRY',
  may: () => null,
  since: (_, entry) => latest(entry.registeredAt, entry.carriedAt),
  decide(scene, { entryId, crossedTerms }, { toTerm }): Decision {
    const last = crossedTerms.at(-1)?.toTerm ?? scene.state.docketing?.term ?? 0;
    if (!Number.isInteger(toTerm) || toTerm <= last || toTerm > 99)
      return refuse('TERM_NOT_LATER', { term: last });
    return accept([happened(scene, 'entry.crossed_term', { entryId, toTerm })]);
  },
};

/** Those who may rate an entry now: whoever rates the case, once a year, from the year after the promise on. */
function checkRater(scene: Scene, entry: TrackingEntry, respondent: string | null): Refusal | null {
  if (respondent === null || !respondentsOf(scene).includes(respondent)) return refuse('NOT_RESPONDENT');
  const year = yearOf(scene.at);
  const rated = entry.ratings.some((one) => one.respondent === respondent && one.year === year);
  return rated ? refuse('ENTRY_ALREADY_RATED', { year }) : null;
}

const checkLaterYear = (scene: Scene, { originYear }: TrackingEntry): Refusal | null =>
  yearOf(scene.at) > originYear ? null : refuse('NOT_A_LATER_YEAR');

/** Last year's promises rated again for what was done since (上年度 B 类件后续办理是否满意). */
const rateEntry: Rule<'entry.rate', 'ENTRY'> = {
  action: 'entry:rate',
  on: 'ENTRY',
  may: (scene, entry) =>
    firstRefusal(
      () => checkLaterYear(scene, entry),
      () => (scene.source.actor === 'ANY' ? null : checkRater(scene, entry, scene.viewer.mandateId)),
    ),
  since: (_, { registeredAt }) => registeredAt,
  decide(scene, entry, { respondent: asked, level, comment = null }): Decision {
    const { viewer, source, state, process } = scene;
    const respondent = (source.actor === 'ANY' ? asked : null) ?? viewer.mandateId ?? state.leadProposerId;
    const known = process.feedback.levels[level];
    const refusal = firstRefusal(
      () => (asked && asked !== respondent ? refuse('NOT_RESPONDENT') : null),
      () => checkRater(scene, entry, respondent),
      () => (known ? null : refuse('LEVEL_UNKNOWN', { level })),
      () => checkTyped(scene, 'comment', comment),
    );
    if (refusal || !known) return refusal ?? refuse('LEVEL_UNKNOWN', { level });
    const collectedBy = viewer.mandateId === respondent ? null : viewer.role;
    const satisfied = process.feedback.satisfied.includes(known.canonical);
    const said = { level, canonicalLevel: known.canonical, satisfied, comment };
    const about = { entryId: entry.entryId, respondent, collectedBy, year: yearOf(scene.at) };
    return accept([happened(scene, 'entry.rated', { ...about, ...said })]);
  },
};

export const REGISTER_RULES: RuleTable<
  'proposal.mark_attention' | 'entry.plan' | 'entry.cross_term' | 'entry.rate'
> = {
  'proposal.mark_attention': markAttention,
  'entry.plan': planEntry,
  'entry.cross_term': crossTerm,
  'entry.rate': rateEntry,
};
