import { parseArgs } from 'node:util';
import type { CellProblem } from '@duban/kernel';
import { createLog, roleName } from '@duban/kernel/runtime';
import {
  type ImportedLedger,
  LEDGER_REFUSALS,
  type LedgerImport,
  openLedgerImport,
} from '@duban/proposals/ledger';
import { Presets, SingleBar } from 'cli-progress';
import { Failure } from '../failure.js';
import { withInstallationDatabase } from '../installation-database.js';
import { localityCalled, reportImportFailure, tellProblem, wordsOf, yearIn } from './import-words.js';
import { readTableFile } from './read-table-file.js';

/* `npm run import -- --locality CODE --year YEAR FILE [--dry-run]`: a year's ledger, all or nothing. */

const USAGE = {
  zh: '用法:npm run import -- --locality 代码 --year 年份 文件 [--dry-run]',
  en: 'Usage: npm run import -- --locality CODE --year YEAR FILE [--dry-run]',
};

type Asked = {
  readonly tenant: number;
  readonly year: number;
  readonly file: string;
  readonly dryRun: boolean;
};

function readArguments(): Asked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      locality: { type: 'string' },
      year: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (!values.locality || !file || positionals.length > 1) throw new Failure(USAGE.zh, USAGE.en);
  return {
    tenant: localityCalled(values.locality),
    year: yearIn(values.year, USAGE),
    file,
    dryRun: values['dry-run'],
  };
}

/** Problems are shown as they are found; the rest is only counted. */
const SHOWN = 200;

async function runImport(ledger: LedgerImport, { tenant, year, file, dryRun }: Asked): Promise<void> {
  const bar = new SingleBar(
    { format: '  {bar} {value}/{total} 行 rows  {stage}', clearOnComplete: true, noTTYOutput: false },
    Presets.shades_classic,
  );
  const problems: CellProblem[] = [];
  let headings: readonly string[] | null = null;
  const total = await countRows(file);
  const started = performance.now();
  bar.start(total * 2, 0, { stage: '读取 reading' });
  const outcome = await ledger.run(tenant, {
    year,
    dryRun,
    headings: () => headings,
    rows: () => readTableFile(file, (names) => (headings = names)),
    report: (problem) => problems.length < SHOWN && problems.push(problem),
    progress: ({ read, recorded }) =>
      bar.update(read + recorded, { stage: recorded > 0 ? '记录 recording' : '读取 reading' }),
  });
  bar.stop();
  for (const problem of problems) tellProblem(problem);
  if (outcome.accepted) return tellImported(outcome.value, (performance.now() - started) / 1000);
  const { zh, en } = wordsOf(outcome, LEDGER_REFUSALS);
  if (outcome.code !== 'LEDGER_DRY_RUN') throw new Failure(zh, en);
  process.stdout.write(`✓ ${zh}\n  ${en}\n`);
}

async function countRows(file: string): Promise<number> {
  let rows = 0;
  for await (const _ of readTableFile(file, () => undefined)) rows += 1;
  return rows;
}

function tellImported({ rows, cases, unchanged, events }: ImportedLedger, seconds: number): void {
  const zh = `已读 ${rows} 行:导入 ${cases} 件、${events} 个事件,${unchanged} 件此前已导入(${seconds.toFixed(1)} 秒)。`;
  const en = `${rows} rows read: ${cases} cases and ${events} events recorded, ${unchanged} cases were recorded before (${seconds.toFixed(1)} s).`;
  process.stdout.write(`✓ ${zh}\n  ${en}\n`);
}

async function main(): Promise<void> {
  const asked = readArguments();
  await withInstallationDatabase(async (database) => {
    const ledger = await openLedgerImport(
      database.urlOf(roleName('proposals', 'app')),
      createLog('import', 'silent'),
    );
    try {
      await runImport(ledger, asked);
    } finally {
      await ledger.close();
    }
  });
}

await main().catch(reportImportFailure);
