import type { DefinitionProblem, DefinitionReport as Report } from '@duban/kernel';
import { isCalendarDate, isMapping, type Mapping, valueAt } from '@duban/kernel';
import { COMMON_WORDS } from '../case/common-words.js';
import type { DeadlineAnchor, DeadlineStep } from '../case/deadline.js';
import { CASE_TRANSITIONS } from '../case/transitions.js';
import { SESSION_PERIODS } from '../case/vocabulary.js';
import { type ConditionLanguage, holds, MAPPINGS_ONLY } from './condition.js';
import { checkConditions } from './condition-checks.js';
import { checkHandling } from './handling-checks.js';
import { checkItems } from './items.js';
import type { DeadlineRule, Process } from './process.js';
import { checkRecords } from './records-checks.js';
import { checkReplies } from './replies.js';
import { ENTRY_REQUIRED, REQUIRED } from './required-parts.js';
import { checkReview } from './review.js';
import { checkSchedule } from './schedule.js';
import { checkSecondRound } from './second-round.js';
import { checkSessions } from './sessions.js';
import { checkSubmission } from './submission-checks.js';
import { checkSupervision } from './supervision.js';
import { checkTerm } from './terms.js';
import { checkWarnings } from './warnings.js';
import { checkWords } from './words.js';

/** The moments of the case that each clock may start from; the first is the usual one. */
const ANCHORS: Readonly<Record<DeadlineStep, readonly DeadlineAnchor[]>> = {
  COSIGN: ['INVITATION'],
  HANDOVER: ['DOCKETING', 'SUBMISSION'],
  CONTACT: ['HANDOVER'],
  ACKNOWLEDGE: ['HANDOVER'],
  RETURN: ['HANDOVER', 'RECEIPT'],
  RETURN_DECISION: ['RETURN_REQUEST'],
  CO_OPINION: ['HANDOVER', 'RECEIPT', 'REPLY_DUE'],
  REPLY: ['HANDOVER', 'RECEIPT'],
  REHANDLING: ['HANDOVER', 'RECEIPT'],
  FEEDBACK: ['REPLY'],
  COMMITMENT: ['FIXED_DATE'],
  TRACKING: ['REGISTRATION'],
  REVIEW: ['REVIEW_STAGE'],
  PRECHECK: ['ALLOCATION'],
  PLAN: ['HANDOVER', 'RECEIPT'],
  FILING_REVIEW: ['FILING'],
  MILESTONE: ['FIXED_DATE'],
  UNIT_DEADLINE: ['FIXED_DATE'],
  RECORD_ANSWER: ['RECORD'],
  ENTRY_MILESTONE: ['FIXED_DATE'],
};

const COMMANDS: readonly string[] = Object.keys(CASE_TRANSITIONS);

const isUnconditional = ({ when }: DeadlineRule): boolean =>
  when === undefined || (typeof when === 'object' && Object.keys(when).length === 0);

/**
 * What a process must have to carry a case from draft to end. The form of each file is checked by
 * schema/locality/process.schema.json before; here is what only the whole can show.
 */
export function checkProcess(
  process: Process,
  conditions: ConditionLanguage = MAPPINGS_ONLY,
): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const report: Report = (path, zh, en, inside) =>
    problems.push({ path, zh, en, ...(inside ? { inside } : {}) });
  checkPresence(process as unknown as Mapping, report);
  if (problems.length > 0) return problems;
  checkCalendar(process, report);
  checkSessions(process, report);
  checkTerm(process, report);
  checkDeadlines(process, report);
  checkConditions(process, conditions, report);
  checkWords(process, COMMON_WORDS, report);
  checkGuardsAndNumbers(process, conditions, report);
  checkMeanings(process, report);
  checkReview(process.review, report);
  checkReplies(process, report);
  checkHandling(process, report);
  checkSecondRound(process, report);
  checkItems(process, report);
  checkWarnings(process, report);
  for (const { path, zh, en } of checkRecords(process.records, Object.keys(process.feedback.levels)))
    report(path, zh, en);
  checkSubmission(process, report);
  checkSupervision(process, report);
  checkSchedule(process, report);
  return problems;
}

function checkPresence(process: Mapping, report: Report): void {
  if (!Array.isArray(process.kinds) || process.kinds.length === 0) miss(['kinds'], report);
  for (const [section, keys] of Object.entries(REQUIRED)) {
    if (!isMapping(process[section])) miss([section], report);
    for (const key of keys) if (valueAt(process, [section, key]) === undefined) miss([section, key], report);
  }
  for (const [place, keys] of Object.entries(ENTRY_REQUIRED)) {
    const path = place.split('.');
    for (const entry of Object.keys((valueAt(process, path) ?? {}) as object)) {
      for (const key of keys) {
        const full = [...path, entry, key];
        if (valueAt(process, full) === undefined) miss(full, report);
      }
    }
  }
}

const miss = (path: readonly string[], report: Report): void =>
  report(path, `缺少“${path.join('.')}”。`, `"${path.join('.')}" is missing.`);

function checkCalendar({ calendar }: Process, report: Report): void {
  for (const date of Object.keys(calendar)) {
    if (isCalendarDate(date)) continue;
    report(
      ['calendar', date],
      `“${date}”不是真实日期，应写作 2026-07-28。`,
      `"${date}" is not a date; write 2026-07-28.`,
    );
  }
}

function checkDeadlines(process: Process, report: Report): void {
  const rules = Object.entries(process.deadlines);
  const needed: DeadlineStep[] = ['REPLY', ...(process.cosign.enabled ? (['COSIGN'] as const) : [])];
  for (const step of needed) {
    if (rules.some(([, rule]) => rule.step === step && isUnconditional(rule))) continue;
    const zh = `须有一条不带条件的“${step}”时限，否则有的件没有期限。`;
    report(
      ['deadlines'],
      zh,
      `a rule for ${step} without conditions is needed, else some cases have no due date.`,
    );
  }
  for (const [code, rule] of rules) {
    const own = ANCHORS[rule.step];
    if (!own.includes(rule.anchor) && rule.anchor !== 'SESSION_CLOSE' && rule.anchor !== 'FIXED_DATE')
      report(
        ['deadlines', code, 'anchor'],
        `此时限从 ${own.join('、')} 起算。`,
        `this clock starts at ${own.join(', ')}.`,
      );
    if (rule.anchor === 'FIXED_DATE' && rule.on === undefined)
      report(
        ['deadlines', code],
        '固定日期须写 on,如 on: "06-30"。',
        'a fixed date needs `on`, e.g. on: "06-30".',
      );
  }
}

function checkGuardsAndNumbers(process: Process, conditions: ConditionLanguage, report: Report): void {
  for (const [code, { before, require }] of Object.entries(process.guards)) {
    if (!COMMANDS.includes(before))
      report(['guards', code, 'before'], `没有“${before}”这一步。`, `there is no step "${before}".`);
    if (require.kind === 'FACTS' && typeof require.that !== 'string')
      report(['guards', code, 'require'], 'FACTS 要求须写 that。', 'FACTS needs `that`.');
    if (require.kind === 'CONTACT' && (require.phase === undefined || require.min === undefined))
      report(['guards', code, 'require'], '沟通要求须写 phase 和 min。', 'CONTACT needs phase and min.');
    if (require.kind === 'RECORD' && !process.records[require.record])
      report(
        ['guards', code, 'require', 'record'],
        `没有“${require.record}”这种工作记录。`,
        `there is no kind of record "${require.record}".`,
      );
  }
  for (const [code, { pattern }] of Object.entries(process.numbering)) {
    if (!pattern.includes('{serial'))
      report(['numbering', code, 'pattern'], '编号须含 {serial}。', 'the pattern needs {serial}.');
  }
  for (const kind of process.kinds) {
    if (!SESSION_PERIODS.every((period) => isNumbered(process, conditions, { kind, period })))
      report(['numbering'], `“${kind}”类件缺少编号规则。`, `there is no numbering rule for ${kind}.`);
  }
}

/** Some rule surely applies, whatever else the case turns out to be. */
function isNumbered(
  { numbering, derived = {} }: Process,
  conditions: ConditionLanguage,
  known: { readonly kind: string; readonly period: string },
): boolean {
  const circumstances = { facts: { case: known }, derived, conditions };
  return Object.values(numbering).some(({ when }) => holds(when, circumstances) === true);
}

function checkMeanings(process: Process, report: Report): void {
  const classes = Object.entries(process.outcomes.classes);
  if (classes.length === 0) miss(['outcomes', 'classes'], report);
  for (const [code, { outcomes }] of classes) {
    if (outcomes.length === 0)
      report(
        ['outcomes', 'classes', code],
        '须对应至少一个通用结果。',
        'it must map to at least one canonical outcome.',
      );
  }
  const levels = Object.values(process.feedback.levels).map((one) => one.canonical);
  if (!levels.includes('SATISFIED'))
    report(['feedback', 'levels'], '须有一个等级对应 SATISFIED。', 'one level must map to SATISFIED.');
  if (process.feedback.axes.length + Object.keys(process.feedback.ownAxes).length === 0)
    miss(['feedback', 'axes'], report);
}
