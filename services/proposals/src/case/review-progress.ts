import { holds } from '../process/condition.js';
import { POSITIVE, type ReviewStage } from '../process/review.js';
import { circumstancesOf } from './condition-facts.js';
import type { Scene } from './rule.js';
import type { CaseState, ReviewDecision } from './state.js';
import type { ReviewVerdict } from './vocabulary.js';

/** Before the submission (预审), or between submission and docketing. */
export type ReviewLine = 'SUBMIT' | 'DOCKET';

export type CodedStage = readonly [code: string, stage: ReviewStage];
type Asked = Omit<Scene, 'viewer' | 'now'>;

/** From mildest to strictest: of several verdicts at the same time the strictest stands. */
const SEVERITY: readonly ReviewVerdict[] = [
  'ADOPT',
  'ACCEPT',
  'REVISE',
  'REQUEST_REVISION',
  'REWRITE',
  'RETURN',
  'MERGE',
  'CONVERT',
  'REJECT',
];

export const isPositive = (verdict: ReviewVerdict): boolean => POSITIVE.includes(verdict);

const strictest = (verdicts: readonly ReviewVerdict[]): ReviewVerdict | null =>
  [...verdicts].sort((one, other) => SEVERITY.indexOf(other) - SEVERITY.indexOf(one))[0] ?? null;

/** The stages of a line that a case goes through, in their order. What is not known skips no review. */
export function stagesOf(
  asked: Pick<Asked, 'process' | 'state' | 'at'> & { readonly context: Pick<Scene['context'], 'conditions'> },
  line: ReviewLine = 'DOCKET',
): readonly CodedStage[] {
  const circumstances = circumstancesOf(asked);
  const applies = ({ when }: ReviewStage): boolean => holds(when, circumstances) !== false;
  return Object.entries(asked.process.review.stages)
    .filter(([, stage]) => (stage.before ?? 'DOCKET') === line && applies(stage))
    .sort(([one, a], [other, b]) => a.order - b.order || (one < other ? -1 : 1));
}

/** Which of the two lines the case is in: once submitted, the drafts' pre-review is over. */
export const lineOf = (state: CaseState): ReviewLine => (state.snapshot === null ? 'SUBMIT' : 'DOCKET');

/** Stages side by side, group after group. */
export function groupsOf(stages: readonly CodedStage[]): readonly (readonly CodedStage[])[] {
  const orders = [...new Set(stages.map(([, { order }]) => order))];
  return orders.map((order) => stages.filter(([, stage]) => stage.order === order));
}

/** How many must decide. What an old ledger tells was decided by whoever it was. */
const quorumOf = (stage: ReviewStage, { source }: Pick<Scene, 'source'>): number =>
  source.guards === 'OFF' ? 1 : (stage.quorum ?? 1);

/** The stage's verdict once enough reviewers have decided: the most frequent, of equals the strictest. */
function verdictOf([code, stage]: CodedStage, given: readonly Given[], asked: Asked): ReviewVerdict | null {
  const verdicts = given.filter((one) => one.stage === code).map((one) => one.verdict);
  if (verdicts.length < quorumOf(stage, asked)) return null;
  const count = (verdict: ReviewVerdict): number => verdicts.filter((one) => one === verdict).length;
  const most = Math.max(...verdicts.map(count));
  return strictest(verdicts.filter((verdict) => count(verdict) === most));
}

type Given = Pick<ReviewDecision, 'stage' | 'verdict'>;

export type ReviewProgress = {
  readonly groups: readonly (readonly CodedStage[])[];
  /** Index of the group that is open; the number of groups when none is. */
  readonly at: number;
  /** Stages that still wait for somebody. */
  readonly open: readonly CodedStage[];
  /** What the open group comes to; null while a stage of it waits. */
  readonly verdict: ReviewVerdict | null;
};

/**
 * Where the review of the latest submission stands, by the process as it is now. `also` is one more
 * decision on top of those given.
 */
export function reviewProgress(asked: Asked, also: readonly Given[] = []): ReviewProgress {
  const { state } = asked;
  const groups = groupsOf(stagesOf(asked, lineOf(state)));
  const given: readonly Given[] = state.reviews.slice(state.reviewsFrom);
  const done = (group: readonly CodedStage[], among: readonly Given[]) =>
    group.map((stage) => verdictOf(stage, among, asked));
  const first = groups.findIndex((group) => done(group, given).includes(null));
  const at = first === -1 ? groups.length : first;
  const group = groups[at] ?? [];
  const verdicts = done(group, [...given, ...also]);
  const all = verdicts.filter((one) => one !== null);
  return {
    groups,
    at,
    open: group.filter((_, index) => verdicts[index] === null),
    verdict: group.length > 0 && all.length === group.length ? strictest(all) : null,
  };
}

/** Whether nothing is left to be reviewed: also when the process was changed meanwhile and asks no more. */
export const isReviewed = (asked: Asked): boolean =>
  asked.state.phase === 'ACCEPTED' || reviewProgress(asked).open.length === 0;
