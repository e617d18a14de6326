import { parseArgs } from 'node:util';
import { fillText } from '@duban/kernel';
import { createLog, roleName } from '@duban/kernel/runtime';
import {
  type CellProblem,
  type ImportedLedger,
  LEDGER_REFUSALS,
  type LedgerImport,
  openLedgerImport,
} from '@duban/proposals/ledger';
import { Presets, SingleBar } from 'cli-progress';
import { Failure, reportFailure } from '../failure.js';
import { withInstallationDatabase } from '../installation-database.js';
import { readLocalities } from '../localities.js';
import { LedgerFileError, readLedgerFile } from './read-ledger-file.js';

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
  const year = Number(values.year);
  if (!values.locality || !file || positionals.length > 1) throw new Failure(USAGE.zh, USAGE.en);
  if (!Number.isInteger(year) || year < 1950 || year > 2200) {
    throw new Failure(
      `年份“${values.year ?? ''}”无效。${USAGE.zh}`,
      `"${values.year ?? ''}" is not a year. ${USAGE.en}`,
    );
  }
  const found = readLocalities().find(({ code }) => code === values.locality);
  if (!found)
    throw new Failure(
      `没有代码为 ${values.locality} 的地方。`,
      `No locality has the code ${values.locality}.`,
    );
  return { tenant: found.number, year, file, dryRun: values['dry-run'] };
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
    rows: () => readLedgerFile(file, (names) => (headings = names)),
    report: (problem) => problems.length < SHOWN && problems.push(problem),
    progress: ({ read, recorded }) =>
      bar.update(read + recorded, { stage: recorded > 0 ? '记录 recording' : '读取 reading' }),
  });
  bar.stop();
  for (const problem of problems) tellProblem(problem);
  if (outcome.accepted) return tellImported(outcome.value, (performance.now() - started) / 1000);
  const text = LEDGER_REFUSALS[outcome.code as keyof typeof LEDGER_REFUSALS] ?? {
    zh: outcome.code,
    en: outcome.code,
  };
  const [zh, en] = [fillText(text.zh, outcome.params), fillText(text.en, outcome.params)];
  if (outcome.code !== 'LEDGER_DRY_RUN') throw new Failure(zh, en);
  process.stdout.write(`✓ ${zh}\n  ${en}\n`);
}

async function countRows(file: string): Promise<number> {
  let rows = 0;
  for await (const _ of readLedgerFile(file, () => undefined)) rows += 1;
  return rows;
}

const tellProblem = ({ row, column, value, message, messageEn }: CellProblem): boolean =>
  process.stderr.write(`第 ${row} 行 ${column} “${value}”:${message} / ${messageEn}\n`);

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

await main().catch((error: unknown) => {
  const [zh, en] = error instanceof LedgerFileError ? error.message.split('。 ') : [];
  reportFailure(zh && en ? new Failure(`${zh}。`, en) : error);
});
