import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Key } from '../../evidence/evidence.store.js';
import { decideWithdrawal } from '../score-run.js';

export type WithdrawScores = { readonly run: Key; readonly reason: string };

/** 撤回考核结果: what was published holds no longer; it stays to be seen and rerun, with the reason. */
export const withdrawScores = useCase({
  action: 'score:withdraw' satisfies EvaluationAction,
  async execute({ runs }: Pick<EvaluationDeps, 'runs'>, _viewer: Viewer, { run, reason }: WithdrawScores) {
    const kept = await runs.find(run);
    if (!kept) return refuse('SCORE_RUN_NOT_FOUND');
    const decision = decideWithdrawal(kept, reason);
    if (!decision.accepted) return decision;
    await runs.withdraw(decision.value);
    const after = await runs.find(run);
    return after ? accept(after) : refuse('SCORE_RUN_NOT_FOUND');
  },
});
