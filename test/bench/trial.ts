import { cpuUsage } from 'node:process';
import { type TimedYear, TrialInDatabase } from '@duban/proposals/trial-in-database';
import { TrialYear, type TriedChange } from '@duban/proposals/trial-year';
import { ms, Samples, table } from './samples.js';

const LIVES = 500;
const TIMES = 20;
/** Deciding every step again takes so long that a few times are enough. */
const FEW = 2;
const RUNS = 5;

const CHANGES: Readonly<Record<TriedChange, string>> = {
  limit: 'a shorter limit for the reply',
  guard: 'one more guard before the reply',
  classes: 'another name for a class',
  all: 'limit, guard and fewer rounds',
};

/** CPU of something in milliseconds, several times; garbage collection and compilation included. */
function cpuOf(run: () => unknown): Samples {
  const samples = new Samples();
  for (let n = 0; n <= RUNS; n++) {
    const begun = cpuUsage();
    run();
    const { user, system } = cpuUsage(begun);
    if (n > 0) samples.add((user + system) / 1000);
  }
  return samples;
}

const aSecond = (samples: Samples, times = TIMES): string =>
  String(Math.round((LIVES * times * 1000) / samples.median));

/**
 * Drafts tried on ten thousand cases, without a database: 500 different lives, each 20 times. First
 * each answer is compared with really running the draft, command by command, and with the trial that
 * decides every step again.
 */
export async function trial(): Promise<string> {
  const year = new TrialYear(LIVES);
  const fold = cpuOf(() => year.fold(TIMES));
  const rows = (Object.keys(CHANGES) as TriedChange[]).map((change) => {
    const [draft, everyStep] = [year.draft(change), year.draft(change, true)];
    const wrong = year.wrong(draft);
    if (wrong > 0) throw new Error(`${wrong} of ${LIVES} trials are not what running the draft gives`);
    const { different } = year.try(draft, 1);
    if (JSON.stringify(year.try(draft, 1)) !== JSON.stringify(year.try(everyStep, 1)))
      throw new Error('the trial says otherwise when every step is decided again');
    const samples = cpuOf(() => year.try(draft, TIMES));
    const ratio = (samples.median / fold.median).toFixed(1);
    const every = aSecond(
      cpuOf(() => year.try(everyStep, FEW)),
      FEW,
    );
    return [CHANGES[change], String(different.length), ms(samples.median), aSecond(samples), ratio, every];
  });
  const inMemory = table([
    [
      'the draft has',
      'of 500 lives, gone otherwise',
      'CPU of 10,000 cases',
      'cases a second of CPU',
      'to folding the events',
      'cases a second, every step decided again',
    ],
    ['nothing: the events folded', '0', ms(fold.median), aSecond(fold), '1.0', ''],
    ...rows,
  ]);
  return `${inMemory}\n\n${await fromTheDatabase()}`;
}

const IN_DATABASE = 1_000;

/** The same from PostgreSQL: reading the events, and reading and trying them under a draft that each case feels. */
async function fromTheDatabase(): Promise<string> {
  const year = await TrialInDatabase.open(IN_DATABASE);
  const row = async (name: string, run: () => Promise<TimedYear>): Promise<string[]> => {
    const samples = new Samples();
    let last = await run();
    for (let n = 0; n < RUNS; n++) {
      last = await run();
      if (last.cases !== IN_DATABASE) throw new Error(`${last.cases} cases of ${IN_DATABASE} were tried`);
      samples.add(last.cpu);
    }
    const rate = Math.round((IN_DATABASE * 1000) / samples.median);
    return [name, String(last.different), ms(samples.median), String(rate)];
  };
  try {
    return table([
      [
        `${IN_DATABASE} cases in PostgreSQL`,
        'gone otherwise',
        'CPU without that of PostgreSQL',
        'cases a second',
      ],
      await row('their events read', () => year.read()),
      await row('tried under a limit of ten days', () => year.try(10)),
    ]);
  } finally {
    await year.close();
  }
}
