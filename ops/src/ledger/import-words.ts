import { type CellProblem, fillText, type RefusalCatalogue, type Refused } from '@duban/kernel';
import { Failure, reportFailure } from '../failure.js';
import { readLocalities } from '../localities.js';
import { TableFileError } from './read-table-file.js';

/* What every import of a file asks and tells on the command line. */

export type Usage = { readonly zh: string; readonly en: string };

/** The number of the locality that has this code. */
export function localityCalled(code: string): number {
  const found = readLocalities().find((one) => one.code === code);
  if (!found) throw new Failure(`没有代码为 ${code} 的地方。`, `No locality has the code ${code}.`);
  return found.number;
}

export function yearIn(text: string | undefined, usage: Usage): number {
  const year = Number(text);
  if (Number.isInteger(year) && year >= 1950 && year <= 2200) return year;
  throw new Failure(`年份“${text ?? ''}”无效。${usage.zh}`, `"${text ?? ''}" is not a year. ${usage.en}`);
}

export const tellProblem = ({ row, column, value, message, messageEn }: CellProblem): boolean =>
  process.stderr.write(`第 ${row} 行 ${column} “${value}”:${message} / ${messageEn}\n`);

/** A refusal in the words of its service. */
export function wordsOf({ code, params }: Refused, refusals: RefusalCatalogue): Usage {
  const text = refusals[code] ?? { zh: code, en: code };
  return { zh: fillText(text.zh, params), en: fillText(text.en, params) };
}

/** A file that cannot be read says so in both languages in one message. */
export function reportImportFailure(error: unknown): void {
  const [zh, en] = error instanceof TableFileError ? error.message.split('。 ') : [];
  reportFailure(zh && en ? new Failure(`${zh}。`, en) : error);
}
