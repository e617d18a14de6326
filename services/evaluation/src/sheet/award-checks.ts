import { type Award, MAY_DECIDE_AWARDS, MAY_NOMINATE } from './award.js';
import type { Sheets } from './sheet.js';
import type { SheetReport } from './sheet-problem.js';

/** What is wrong with one award; `path` of what is reported is within it. */
export function checkAward(award: Award, sheets: Sheets['sheets'], report: SheetReport): void {
  for (const key of ['name', 'subject'] as const)
    if (award[key] === undefined) report('PART_MISSING', [], `缺少“${key}”。`, `"${key}" is missing.`);
  checkSheetOf(award, sheets, report);
  checkRoles('nominatedBy', award.nominatedBy ?? [], MAY_NOMINATE, report);
  checkRoles('decidedBy', award.decidedBy ?? [], MAY_DECIDE_AWARDS, report);
  if (award.tiesMayExceed && (award.quota === undefined || award.sheet === undefined))
    report('PART_NOT_USED', ['tiesMayExceed'], ...NO_TIES);
}

const NO_TIES = [
  '只有写明名额和考核表才有并列之说。',
  'there are ties only where a quota and a sheet are given.',
] as const;

function checkSheetOf({ sheet, subject }: Award, sheets: Sheets['sheets'], report: SheetReport): void {
  if (sheet === undefined) return;
  const found = sheets[sheet];
  if (!found) report('UNKNOWN_NAME', ['sheet'], `没有考核表“${sheet}”。`, `there is no sheet "${sheet}".`);
  else if (found.subject !== subject)
    report(
      'UNKNOWN_NAME',
      ['sheet'],
      `“${sheet}”考核的不是 ${subject}。`,
      `"${sheet}" does not score ${subject}.`,
    );
}

function checkRoles(
  key: string,
  roles: readonly string[],
  known: readonly string[],
  report: SheetReport,
): void {
  for (const role of roles) {
    if (known.includes(role)) continue;
    report(
      'UNKNOWN_NAME',
      [key],
      `角色 ${role} 不能推荐或评定,可用:${known.join('、')}。`,
      `the role ${role} cannot do this; those that can: ${known.join(', ')}.`,
    );
  }
}
