import { accept, type CalendarDate, query, refuse } from '@duban/kernel';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { Report } from '../report.js';

export type ReportAsked = { readonly code: string; readonly day: CalendarDate };

/**
 * A report as the viewer's own locality words it on a day. A version stored before there were reports
 * has those of the base, as a locality that says nothing does.
 */
export const findReport = query({
  action: 'figures:count',
  async execute({ scores, standards }: EvaluationDeps, _viewer, { code, day }: ReportAsked) {
    const version = await scores.sheetsOn(day);
    const reports = version?.sheets.reports ?? standards.reports;
    const report = reports[code];
    if (!report) return refuse('REPORT_NOT_FOUND', { report: code, known: Object.keys(reports).join('、') });
    return accept<Report>(report);
  },
});
