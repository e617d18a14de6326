import { cpus, totalmem } from 'node:os';
import { COUNTY, OTHER_COUNTY, type World } from './world.js';

/** What stands above each table. */
const WORDS: Readonly<Record<string, readonly [title: string, text: string]>> = {
  'start-up': [
    'Start-up',
    '`npm start` on an empty data folder and again on the kept one, until the gateway says that everything is ready. The code was compiled before, so the step only looks whether it is up to date.',
  ],
  'many-localities': [
    'Many localities',
    'Three installations side by side that differ in one thing: below the city where a page of cases is asked for, there are 1, 400 or 3,250 counties, each with a process of its own. The first start loads them all; later starts find that nothing has changed. Requests go to the three in turns, the answers are compared first: a page of cases, seven metrics of the county, and of the city that has all of them below it. Memory is that after all requests.',
  ],
  'process-steps': [
    'Steps of the process',
    'Eight writers carry cases from draft to close, each through fifteen mutations with real tokens. A step is decided by the rules on the whole case and written with its event, hash chain, clocks, read tables and stored answer. Beside it, in the same run: the same event and answer rows written again as bare inserts, a transaction a step, eight writers, no rules and no policies; and the same transitions as a state chart in memory, which writes nothing.',
  ],
  'write-cost': [
    'What following the cases costs',
    'The same fifteen steps of a case from draft to close, by 1, 8 and 32 writers in one county, in turns: while evaluation follows them into facts, own sums and the sums of city, province and nation, and while its process is held still (SIGSTOP). Ratios are of the medians of steps a second and of the processor time of all processes for a step. How far figures are behind is looked at ten times a second while they follow; how fast they catch up, when what was written without them is folded.',
  ],
  peak: [
    'Following the busiest hour of the country',
    'Following alone: the logs of a country of 3,222 places are written by bulk, at the rate of its busiest hour and more, with the lives that its cases lead, and evaluation follows them, as a process of its own, into facts, own sums and the sums of cities, provinces and nation. How far it is behind is looked at twice a second over all places: from the recording of the oldest step, or change of a sum, that is not in all sums yet.',
  ],
  trial: [
    'Trial of a draft on last year’s cases',
    'Ten thousand cases of 25 events each in memory (500 different lives, each 20 times), tried under a draft that changes one thing; processor time with garbage collection and compilation. First each answer is compared with really running the draft, command by command, and with a trial that decides every step again; the last column is what that costs. The events folded and nothing else are what reading a year costs at the least.',
  ],
  scoring: [
    'Scoring',
    'A hundred thousand cases of a hundred units, scored by ten indicators and three deductions on one core, without a database; what-if scores them by two sheets and says who moves and by which indicator. First the answers are compared with real runs, and one condition with a function written by hand.',
  ],
  'ledger-import': [
    'Ledger import',
    'A generated ledger as CSV through `npm run import`: every row goes through the ordinary rules, all in one transaction. The last column is the time from the end of the import until every event is in the facts that figures are counted from.',
  ],
  'list-of-fifty': [
    'Fifty cases with unit, proposer and latest feedback',
    `A page of the case list of locality ${COUNTY}, with the county’s own ledger in it: with a real token through the gateway and the three services that own the parts, against one hand-written SQL statement that joins the tables of all three, under the same row-level security, with a role that owns nothing and its scope set for the transaction. The two answers were compared field by field first; the pairs were timed in turns. CPU by hand is that of PostgreSQL alone; statements count BEGIN, the scope and COMMIT.`,
  ],
  scoreboard: [
    'A scoreboard of a hundred units',
    `A hundred units of locality ${OTHER_COUNTY} with score, rank, cases, workload and open cases from evaluation and with name and system from the register of units, sorted by workload: through the gateway, against one hand-written statement over the tables of both services that scores by the same sheet, under the same row-level security. The two answers were compared field by field first; CPU by hand is that of PostgreSQL alone.`,
  ],
  figures: [
    'Figures',
    'Seven metrics (handed over, replied, closed, solved, solved or planned, satisfied, handled again) in one operation, of a place and everything below it: through the gateway, beside one statement by hand over the sums that it reads and one over the facts themselves (GROUP BY class), under the same row-level security with the scope set for the transaction. The three answers were compared first, and the sums were what a recount gave; they were asked in turns. CPU by hand is that of PostgreSQL alone.',
  ],
  memory: [
    'Memory',
    'Resident memory of each process; of PostgreSQL the proportional part of all its processes.',
  ],
  recovery: [
    'Recovery',
    'After `kill -9` of one part, until the gateway says again that everything is ready, while nobody asks anything. The same under load, and that nothing is lost or doubled by it, is shown by `test/chaos/kill-under-load.spec.ts`.',
  ],
};

/** docs/BENCHMARKS.md: the command, the shape of the machine, the tables. */
export async function describe(world: World, tables: ReadonlyMap<string, string>): Promise<string> {
  const { rows } = await (await world.admin()).query<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  );
  const gib = (totalmem() / 2 ** 30).toFixed(0);
  const machine = `${cpus().length} cores, ${gib} GiB of memory, Node ${process.versions.node}, PostgreSQL ${rows[0]?.version}`;
  const sections = [...tables].map(([name, table]) => {
    const [title, text] = WORDS[name] ?? [name, ''];
    return `## ${title}\n\n${text}\n\n${table}\n`;
  });
  return `# Benchmarks\n\n${INTRODUCTION}\n\nMachine: ${machine}.\n\n${sections.join('\n')}`;
}

const INTRODUCTION =
  'Written by `npm run bench`, which starts an installation of its own, measures, and removes it again; `npm run bench -- list-of-fifty` runs one measurement and prints it. Times are medians with the least and the most; they were taken on a machine with other work on it, so the ratios tell more than the times.';
