import type { Judged, LocatedProblem, PinnedLayer } from '@duban/kernel';
import type { ConditionLanguage } from '../process/condition.js';
import { effectiveProcess, type ProcessOfKinds } from '../process/effective-process.js';
import { placeOfFlaw } from '../proof/place-of-flaw.js';
import { proverWith } from '../proof/prover.js';

/** The checks of the whole, and the proof that every case can come to an end. */
export function judgeProcess(
  layers: readonly PinnedLayer[],
  conditions: ConditionLanguage,
): Judged<ProcessOfKinds> {
  const effective = effectiveProcess(layers, conditions);
  const { process, problems } = effective;
  if (!process) return { definition: null, problems };
  const flaws = proverWith(conditions)(process).map((flaw): LocatedProblem => {
    const { zh, en } = flaw;
    return { ...placeOfFlaw(flaw, effective, layers), zh, en };
  });
  return { definition: flaws.length > 0 ? null : process, problems: flaws };
}
