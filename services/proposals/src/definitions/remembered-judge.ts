import type { PinnedLayer } from '@duban/kernel';
import { canonicalJson } from '@duban/kernel';
import type { ConditionLanguage } from '../process/condition.js';
import { type Judged, judgeProcess } from './judge-process.js';

export type Judge = (layers: readonly PinnedLayer[]) => Judged;

/** A proof takes long enough not to be made again for every page that shows it. */
const KEPT = 50;

/** Judges documents, and remembers the last few judgements. */
export function rememberedJudge(conditions: ConditionLanguage): Judge {
  const known = new Map<string, Judged>();
  return (layers) => {
    const key = layers.map(({ hash, document }) => hash || canonicalJson(document)).join('\n');
    const before = known.get(key);
    if (before) return before;
    const judged = judgeProcess(layers, conditions);
    const [oldest] = known.keys();
    if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
    known.set(key, judged);
    return judged;
  };
}
