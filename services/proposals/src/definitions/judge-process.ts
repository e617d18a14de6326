import type { ConditionLanguage } from '../process/condition.js';
import { effectiveProcess, type LocatedProblem, type ProcessOfKinds } from '../process/effective-process.js';
import type { PinnedLayer } from './pinned-layer.js';

/** What documents make together, and everything that keeps it from being published. */
export type Judged = {
  readonly process: ProcessOfKinds | null;
  readonly problems: readonly LocatedProblem[];
};

/** The checks of the whole, and the proof that every case can come to an end. */
export function judgeProcess(layers: readonly PinnedLayer[], conditions: ConditionLanguage): Judged {
  const { process, problems } = effectiveProcess(layers, conditions);
  return { process, problems };
}
