import {
  type FileProblem,
  inReadingOrder,
  locateYaml,
  silently,
  type Told,
  WrongFiles,
} from '@duban/kernel/runtime';
import type { Counterexample } from '../../proof/counterexample.js';
import { placeOfFlaw } from '../../proof/place-of-flaw.js';
import { proverWith } from '../../proof/prover.js';
import { celConditions } from '../conditions.cel.js';
import { effectiveProcess } from '../effective-process.js';
import type { ProcessToLoad } from './process-to-load.file.js';

const conditions = celConditions();
const prove = proverWith(conditions);

/** Throws WrongFiles with a story for everything that would stop some case, at the line that causes it. */
export function refuseUnproven(wanted: readonly ProcessToLoad[], told: Told = silently): void {
  const problems: FileProblem[] = [];
  for (const next of told('流程验证 processes proven', wanted))
    problems.push(...prove(next.process).map((one) => place(one, next)));
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  if (once.size > 0) throw new WrongFiles(inReadingOrder([...once.values()]));
}

function place(flaw: Counterexample, { layers }: ProcessToLoad): FileProblem {
  const { zh, en } = flaw;
  const { source, path } = placeOfFlaw(flaw, effectiveProcess(layers, conditions), layers);
  const text = layers.find((layer) => layer.source === source)?.text ?? '';
  return locateYaml(`localities/${source}/process.yaml`, text).problemAt(path, { zh, en });
}
