import { performance } from 'node:perf_hooks';
import { celEnv, parse, plan } from '@bufbuild/cel';
import { CONDITION, type Evaluation, ScoringYear } from '@duban/evaluation/scoring-year';
import { ms, Samples, table } from './samples.js';

const CASES = 100_000;
const UNITS = 100;
const RUNS = 5;

/** The processor's time of this process, in milliseconds. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Another library that is kept, reading the same facts of each case. */
function elsewhere(): Evaluation {
  const evaluate = plan(celEnv(), parse(CONDITION));
  return (facts) => evaluate(facts as Parameters<typeof evaluate>[0]);
}

/**
 * Scores of a hundred thousand cases by ten indicators and three deductions, on one core, without a
 * database: first it is compared with real runs and with a function written by hand.
 */
export async function scoring(): Promise<string> {
  const year = new ScoringYear(CASES, UNITS);
  if (!year.isRight()) throw new Error('the trial says something else than a real run');
  const other = elsewhere();
  const answers = [year.expression(), year.evaluated(), year.evaluated(other)];
  if (answers.some((answer) => answer !== year.byHand()))
    throw new Error('the expression says something else than the function');
  const rows = [
    measured('two sheets compared (what-if)', () => year.whatIf()),
    measured('one sheet, without explanation', () => year.score(false)),
    measured('one sheet, with every case that cost points', () => year.score(true)),
    measured('one condition over all cases', () => year.expression()),
    measured('the same, evaluated case by case', () => year.evaluated()),
    measured('the same, case by case by another library (@bufbuild/cel)', () => year.evaluated(other)),
    measured('the same, as a function written by hand', () => year.byHand()),
  ];
  return table([[`${CASES} cases, ${UNITS} units`, 'time, ms', 'CPU, ms'], ...rows]);
}

function measured(what: string, work: () => unknown): string[] {
  const [times, cpus] = [new Samples(), new Samples()];
  for (let run = 0; run < RUNS; run++) {
    const [begun, used] = [performance.now(), cpu()];
    work();
    times.add(performance.now() - begun);
    cpus.add(cpu() - used);
  }
  return [what, times.text, ms(cpus.median)];
}
