import { parseArgs } from 'node:util';
import { openSurveyImport, SURVEY_REFUSALS } from '@duban/evaluation/survey';
import { type CellProblem, decodeId, isCalendarDate, KERNEL_REFUSALS, type RawRow } from '@duban/kernel';
import { createLog, roleName } from '@duban/kernel/runtime';
import { Failure } from '../failure.js';
import { withInstallationDatabase } from '../installation-database.js';
import { localityCalled, reportImportFailure, tellProblem, wordsOf, yearIn } from './import-words.js';
import { readTableFile } from './read-table-file.js';

/* `npm run survey -- --locality CODE --year YEAR … FILE`: a survey by a third party, all or nothing. */

const OPTIONS =
  '--locality CODE --year YEAR --title TEXT --organiser TEXT --from DATE --to DATE --sample N FILE [--corrects ID --reason TEXT]';
const USAGE = { zh: `用法:npm run survey -- ${OPTIONS}`, en: `Usage: npm run survey -- ${OPTIONS}` };

const text = { type: 'string' } as const;

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ locality: text, year: text, title: text, organiser: text, from: text, to: text, sample: text },
      ...{ corrects: text, reason: text },
    },
  });
  const { locality, title, organiser, from = '', to = '', corrects, reason = '' } = values;
  const [file] = positionals;
  const complete = locality && title && organiser && file && positionals.length === 1;
  if (!complete || !isCalendarDate(from) || !isCalendarDate(to)) throw new Failure(USAGE.zh, USAGE.en);
  return {
    file,
    tenant: localityCalled(locality),
    said: { year: yearIn(values.year, USAGE), title, organiser, from, to, sampleSize: Number(values.sample) },
    corrects: corrects === undefined ? null : { survey: surveyCalled(corrects), reason },
  };
}

function surveyCalled(id: string) {
  const found = decodeId('survey', id);
  if (found) return found;
  const { zh, en } = SURVEY_REFUSALS.SURVEY_NOT_FOUND;
  throw new Failure(zh, en);
}

async function main(): Promise<void> {
  const { file, tenant, said, corrects } = readArguments();
  let headings: readonly string[] = [];
  const rows: RawRow[] = [];
  for await (const row of readTableFile(file, (names) => (headings = names))) rows.push(row);
  let problems: readonly CellProblem[] = [];
  const outcome = await withInstallationDatabase(async (database) => {
    const url = database.urlOf(roleName('evaluation', 'app'));
    const surveys = await openSurveyImport(url, createLog('survey', 'silent'));
    const report = (found: readonly CellProblem[]) => (problems = found);
    return surveys.run(tenant, { ...said, headings, rows, corrects, report }).finally(() => surveys.close());
  });
  for (const problem of problems) tellProblem(problem);
  if (!outcome.accepted) {
    const { zh, en } = wordsOf(outcome, { ...KERNEL_REFUSALS, ...SURVEY_REFUSALS });
    throw new Failure(zh, en);
  }
  process.stdout.write(
    `✓ 已导入测评“${said.title}”:${rows.length} 行。\n  Survey imported: ${rows.length} rows.\n`,
  );
}

await main().catch(reportImportFailure);
