import { locateYaml } from '@duban/kernel/runtime';
import type { Report } from '../report/report.js';
import { effectiveSheets } from '../sheet/effective-sheets.js';
import { fileOf, JUDGE, LANGUAGE } from './scoring.kit.js';

/** The report `year` that the base and texts of levels below it make together. */
export function reportIn(...texts: readonly string[]): Report {
  const layers = [fileOf('base/scoring.yaml'), ...texts].map((written, index) => ({
    source: `${index}`,
    document: locateYaml(`${index}`, written).value,
  }));
  const { sheets, problems } = effectiveSheets(layers, LANGUAGE, JUDGE);
  if (problems.length > 0) throw new Error(problems.map(({ en }) => en).join('\n'));
  const report = sheets.reports?.year;
  if (!report) throw new Error('there is no report');
  return report;
}

export const BASE_REPORT = reportIn();
