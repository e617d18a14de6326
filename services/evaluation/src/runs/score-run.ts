import { accept, checkText, type NewEvent, type Outcome, refuse } from '@duban/kernel';
import type { StandingVeto } from './standing-vetoes.js';

/** Up to which event of each log the facts of a run reach. */
export type Positions = { readonly proposals: number; readonly evaluation: number };

/** A published score: which sheet, over which facts, and what it came to. Never changed. */
export type ScoreRun = {
  readonly runId: string;
  /** Which publication of this sheet and year it is, from 1. */
  readonly turn: number;
  readonly sheet: string;
  readonly sheetSerial: number;
  readonly sheetVersion: string;
  readonly year: number;
  /** ISO instant: as things stood then. */
  readonly asOf: string;
  readonly positions: Positions;
  /** Of what was read, and of every subject's tree in order. */
  readonly inputHash: string;
  readonly hash: string;
  readonly subjects: number;
  /** The run whose place it takes, and why. */
  readonly supersedes: string | null;
  readonly reason: string | null;
  readonly note: string | null;
};

export const RUN_STATES = ['IN_FORCE', 'SUPERSEDED', 'WITHDRAWN'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** With what has become of it. */
export type KeptRun = ScoreRun & {
  readonly state: RunState;
  readonly supersededBy: string | null;
  readonly publishedBy: string | null;
  readonly publishedAt: string;
  readonly withdrawnReason: string | null;
  readonly withdrawnAt: string | null;
};

export type ScoresPublished = NewEvent<
  'scores.published',
  ScoreRun & { readonly vetoes: readonly StandingVeto[] }
>;
export type ScoresWithdrawn = NewEvent<
  'scores.withdrawn',
  { readonly runId: string; readonly reason: string }
>;

type Ran = Omit<ScoreRun, 'turn' | 'supersedes' | 'reason' | 'note'>;
type Said = { readonly note: string | null; readonly reason: string | null };

/** 发布考核结果: what takes the place of an earlier publication says why. */
export function decidePublication(
  { vetoes, ...ran }: Ran & { readonly vetoes: readonly StandingVeto[] },
  { note, reason }: Said,
  earlier: readonly Pick<KeptRun, 'runId' | 'state' | 'turn'>[],
): Outcome<ScoresPublished> {
  const inForce = earlier.find(({ state }) => state === 'IN_FORCE') ?? null;
  const wrong =
    (note === null ? null : checkText('note', note, { max: 2000 })) ??
    (reason === null ? null : checkText('reason', reason, { max: 500 }));
  if (wrong) return wrong;
  if (ran.subjects === 0) return refuse('NOTHING_TO_PUBLISH', { year: ran.year });
  if (inForce && reason === null) return refuse('SCORES_REASON_REQUIRED', { turn: inForce.turn });
  const turn = Math.max(0, ...earlier.map((one) => one.turn)) + 1;
  const payload = { ...ran, turn, supersedes: inForce?.runId ?? null, reason: inForce ? reason : null, note };
  return accept({ type: 'scores.published', payload: { ...payload, vetoes } });
}

/** 撤回考核结果: it no longer holds; it stays to be seen, with the reason. */
export function decideWithdrawal({ runId, state }: KeptRun, reason: string): Outcome<ScoresWithdrawn> {
  if (state !== 'IN_FORCE') return refuse('SCORE_RUN_NOT_IN_FORCE');
  const wrong = checkText('reason', reason, { max: 500 });
  return wrong ?? accept({ type: 'scores.withdrawn', payload: { runId, reason } });
}
