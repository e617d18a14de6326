import type { DefinitionReport as Report } from '@duban/kernel';
import { handoverRules, responsibilityFields, rungsOf } from './handover.js';
import { planRules } from './plans.js';
import type { Process } from './process.js';
import type { TypedField } from './typed-field.js';

type Fields = Readonly<Record<string, TypedField & { readonly meaning: string }>>;

/** Meanings that a rule reads as a date. */
const DATES: readonly string[] = ['DUE', 'DEADLINE', 'BY'];

/** What only the whole shows of handover, responsibility, plans and returns. */
export function checkHandling(process: Process, report: Report): void {
  checkFields(['handover', 'fields'], handoverRules(process).fields, report);
  checkFields(['responsibility', 'fields'], responsibilityFields(process), report);
  checkFields(['plans', 'fields'], planRules(process).fields, report);
  checkPlans(process, report);
  checkAsking(process, report);
}

function checkFields(path: readonly string[], fields: Fields, report: Report): void {
  const seen = new Map<string, string>();
  for (const [code, { meaning, type, choices }] of Object.entries(fields)) {
    if (type === 'CHOICE' && Object.keys(choices ?? {}).length === 0)
      report([...path, code], '选项须写 choices。', 'a CHOICE needs choices.');
    if (DATES.includes(meaning) && type !== 'DATE')
      report([...path, code, 'type'], `“${meaning}”须为日期 DATE。`, `${meaning} must be a DATE.`);
    const other = meaning === 'OTHER' ? undefined : seen.get(meaning);
    if (other)
      report(
        [...path, code],
        `“${meaning}”已由“${other}”表示。`,
        `${meaning} is already told by "${other}".`,
      );
    seen.set(meaning, code);
  }
}

function checkPlans(process: Process, report: Report): void {
  const { kinds, fields, reverse } = planRules(process);
  const dated = Object.values(fields).some(({ meaning }) => meaning === 'BY');
  if (Object.keys(reverse).length > 0 && !dated)
    report(
      ['plans', 'reverse'],
      '倒排时间须有含义为 BY 的要素。',
      'a reverse schedule needs a field that means BY.',
    );
  const wanted = Object.values(process.guards).some(({ require }) => require.kind === 'PLAN_SET');
  if (wanted && kinds.length === 0)
    report(
      ['plans', 'kinds'],
      '有前提要求计划，但没有计划种类。',
      'a guard wants a plan, but there are no kinds of plans.',
    );
}

function checkAsking(process: Process, report: Report): void {
  const { mode, by } = handoverRules(process).precheck;
  if (mode === 'REQUIRED' && by.length === 0)
    report(['handover', 'precheck', 'by'], '预交办须写征询谁。', 'say who is asked.');
  if (process.returns.arbiters.length === 0 && rungsOf(process).length === 0)
    report(['returns'], '须有人裁定退办。', 'somebody must decide returns.');
}
