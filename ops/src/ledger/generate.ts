import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type LocalityFolder, readLocalityFolder } from '@duban/kernel/runtime';
import { LEDGER_COLUMNS } from '@duban/proposals/ledger-columns';
import { stringify } from 'csv-stringify';
import iconv from 'iconv-lite';
import writeExcelFile from 'write-excel-file/node';
import { parse as parseYaml } from 'yaml';
import { Failure, reportFailure } from '../failure.js';
import { localitiesFolder } from '../paths.js';
import { generateLedger, type LedgerCells, type LedgerPlace, type LedgerProfile } from './generate-ledger.js';

/* `npm run ledger -- --locality CODE --year YEAR --out FILE`: a realistic ledger, the same for the same seed. */

const HEADINGS = LEDGER_COLUMNS.map(({ heading }) => heading);

const USAGE = {
  zh: '用法:npm run ledger -- --locality 代码 --year 年份 --out 文件.csv|文件.xlsx [--seed 1] [--cases 件数] [--encoding utf-8|gb18030]',
  en: 'Usage: npm run ledger -- --locality CODE --year YEAR --out FILE.csv|FILE.xlsx [--seed 1] [--cases N] [--encoding utf-8|gb18030]',
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      locality: { type: 'string' },
      year: { type: 'string' },
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      cases: { type: 'string' },
      encoding: { type: 'string', default: 'utf-8' },
    },
  });
  const { locality: code, out } = values;
  const year = Number(values.year);
  if (!code || !out || !Number.isInteger(year)) throw new Failure(USAGE.zh, USAGE.en);
  const found = readLocalityFolder(localitiesFolder).find((folder) => folder.locality.code === code);
  if (!found?.people)
    throw new Failure(`没有演示人员的地方:${code}`, `No locality with demonstration people: ${code}`);
  const profile = values.cases ? evenYear(year, Number(values.cases)) : readProfile(found.folder, year);
  const rows = generateLedger(placeOf(found), profile, Number(values.seed));
  await (out.endsWith('.xlsx') ? writeXlsx(out, rows) : writeCsv(out, rows, values.encoding));
  process.stdout.write(
    `${out}: ${profile.cases} 件 cases\n下一步 next: npm run import -- --locality ${code} --year ${year} ${out}\n`,
  );
}

function placeOf({ locality, people }: LocalityFolder): LedgerPlace {
  const leaves = locality.categories.filter((category) => category.leaf && category.canonical);
  return {
    units: locality.units.filter((unit) => unit.handling && unit.to === null).map((unit) => unit.name),
    deputies:
      people?.mandates
        .filter((mandate) => mandate.kind === 'DEPUTY')
        .map((mandate) => nameOf(people, mandate.person)) ?? [],
    categories: new Map(leaves.map((category) => [category.canonical ?? '', category.name])),
    satisfied: '满意',
    dissatisfied: '不满意',
  };
}

const nameOf = (people: NonNullable<LocalityFolder['people']>, code: string): string =>
  people.persons.find((person) => person.code === code)?.name ?? code;

function readProfile(folder: string, year: number): LedgerProfile {
  const path = join(localitiesFolder, folder, `ledger-${year}.yaml`);
  if (existsSync(path)) return parseYaml(readFileSync(path, 'utf8')) as LedgerProfile;
  throw new Failure(`没有 ${path};请给出 --cases 件数`, `There is no ${path}; say --cases N`);
}

/** A year nobody described: mostly in session, a fifth deferred, one in thirty handled again. */
function evenYear(year: number, cases: number): LedgerProfile {
  const solved = Math.round(cases * 0.45);
  const open = Math.round(cases * 0.4);
  return {
    year,
    cases,
    atMeeting: Math.round(cases * 0.95),
    meetingOn: `${year}-02-28`,
    classes: { A: solved, B: open, C: cases - solved - open },
    dissatisfiedFirst: Math.round(cases / 30),
    key: {},
  };
}

async function writeCsv(out: string, rows: Iterable<LedgerCells>, encoding: string): Promise<void> {
  if (!iconv.encodingExists(encoding))
    throw new Failure(`不支持的编码:${encoding}`, `Unknown encoding: ${encoding}`);
  const columns = HEADINGS.map((heading) => ({ key: heading, header: heading }));
  await pipeline(
    Readable.from(rows),
    stringify({ header: true, columns }),
    iconv.decodeStream('utf-8'),
    iconv.encodeStream(encoding),
    createWriteStream(out),
  );
}

async function writeXlsx(out: string, rows: Iterable<LedgerCells>): Promise<void> {
  const sheet = [[...HEADINGS], ...Array.from(rows, (row) => HEADINGS.map((heading) => row[heading] ?? ''))];
  const columns = HEADINGS.map((heading) => ({
    width: heading === '正文' || heading === '标题' ? 40 : 14,
  }));
  await writeExcelFile(sheet, { sheet: '台账', columns, stickyRowsCount: 1 }).toFile(out);
}

await main().catch(reportFailure);
