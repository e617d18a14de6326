import { canonicalJson } from '../event.js';
import type { Judge, Judged } from './definition-desk.js';

/** A proof takes long enough not to be made again for every page that shows it. */
const KEPT = 50;

/** Judges documents, and remembers the last few judgements. */
export function rememberedJudge<Definition>(judge: Judge<Definition>): Judge<Definition> {
  const known = new Map<string, Judged<Definition>>();
  return (layers) => {
    const key = layers.map(({ hash, document }) => hash || canonicalJson(document)).join('\n');
    const before = known.get(key);
    if (before) return before;
    const judged = judge(layers);
    const [oldest] = known.keys();
    if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
    known.set(key, judged);
    return judged;
  };
}
