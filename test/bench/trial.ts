import { performance } from 'node:perf_hooks';
import { TrialYear } from '@duban/proposals/trial-year';
import { ms, Samples, table } from './samples.js';

const LIVES = 500;
const TIMES = 20;
const RUNS = 5;

/**
 * A draft tried on ten thousand cases on one core, without a database: 500 different lives, each 20
 * times. First each answer is compared with really running the draft, command by command.
 */
export async function trial(): Promise<string> {
  const year = new TrialYear(LIVES);
  const wrong = year.wrong();
  if (wrong > 0) throw new Error(`${wrong} of ${LIVES} trials are not what running the draft gives`);
  year.try(1);
  const samples = new Samples();
  for (let run = 0; run < RUNS; run++) {
    const begun = performance.now();
    const { cases } = year.try(TIMES);
    samples.add(performance.now() - begun);
    if (cases !== LIVES * TIMES) throw new Error(`${cases} cases were tried`);
  }
  const { different } = year.try(1);
  const median = samples.median;
  return table([
    ['what', 'value'],
    ['cases', String(LIVES * TIMES)],
    ['events', String(year.events * TIMES)],
    ['time, median of five', ms(median)],
    ['cases a second', String(Math.round((LIVES * TIMES * 1000) / median))],
    ['of 500 lives, gone otherwise', String(different.length)],
  ]);
}
