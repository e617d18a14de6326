import type { DateUnit } from '@duban/kernel';
import type { DeadlineStep } from '../case/deadline.js';
import { DEADLINE_STEP_WORDS } from '../case/labels.js';
import type { ContactPhase } from '../case/vocabulary.js';
import type { RecordRules } from './records.js';

/** What is warned of, the same everywhere; a locality may have several rules for one code. */
export const WARNING_CODES = [
  'W01',
  'W02',
  'W03',
  'W04',
  'W05',
  'W06',
  'W07',
  'W08',
  'W09',
  'W10',
  'W11',
  'W12',
  'W13',
  'W14',
  'W15',
  'W16',
  'W17',
  'W18',
  'W19',
  'W20',
  'W21',
  'W22',
  'W23',
  'W24',
  'W25',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** From a notice to red; AUDIT stands beside them: something to be looked into, not to be hurried. */
export const WARNING_LEVELS = ['NOTICE', 'YELLOW', 'ORANGE', 'RED', 'AUDIT'] as const;
export type WarningLevel = (typeof WARNING_LEVELS)[number];

/** A locality's own word, Chinese first. */
type Label = { readonly zh: string; readonly en: string };

export type Length = { readonly amount: number; readonly unit: DateUnit };

/**
 * What a rule watches for. Kinds of the first block look at one case, those of the second at a unit, a
 * person or the whole locality, those of the third look at what the evaluation side says.
 */
export const WATCH_KINDS = [
  'CLOCK_NEARING',
  'CLOCK_OVERDUE',
  'CLOCK_EXTENDED',
  'RETURN_LATE',
  'CONTACT_MISSING',
  'PLAN_MISSING',
  'REHANDLING_OPEN',
  'CARRIED_LONG',
  'TERM_ENDING',
  'PROMISE_BROKEN',
  'REPLY_INCOMPLETE',
  'FORM_MISSING',
  'UNIT_MISSING',
  'CLASS_UPGRADED',
  'PARTY_GONE',
  'DISCLOSURE_MISSING',
  'RECORD_MISSING',
  'RECORD_PRESENT',
  'LEADER_REPORT',
  'HEAD_QUOTA',
  'LEADER_QUOTA',
  'EVENT_MISSING',
  'RATING_CONTRADICTION',
  'VETO',
  'FIGURE_DIFFERS',
] as const;
export type WatchKind = (typeof WATCH_KINDS)[number];

/** Which parts a kind needs is checked with the process (`checkWarnings`). */
export type Watch = {
  readonly kind: WatchKind;
  /** Clocks of these steps. */
  readonly steps?: readonly DeadlineStep[];
  /** So long before the last day. */
  readonly lead?: Length;
  /** So long after the moment it counts from. */
  readonly after?: Length;
  readonly phase?: ContactPhase;
  /** Years that an entry was carried. */
  readonly years?: number;
  /** A day of the year, `MM-DD`. */
  readonly on?: string;
  /** The kind of work record. */
  readonly record?: string;
  /** A choice of that record: which field, and with which value only. */
  readonly field?: string;
  readonly value?: string;
  /** In which states a quota is warned of. */
  readonly states?: readonly WatchedState[];
};

/** States of a quota that can be warned of. */
export const WATCHED_STATES = ['OPEN', 'AT_RISK', 'IMPOSSIBLE', 'EXCEEDED'] as const;
export type WatchedState = (typeof WATCHED_STATES)[number];

export type Escalation = {
  /** So long after it was first so. */
  readonly after: Length;
  readonly level: WarningLevel;
  /** Who is told then, beside those told before. */
  readonly recipients: readonly string[];
};

export type WarningRule = {
  readonly code: WarningCode;
  readonly label: Label;
  readonly level: WarningLevel;
  readonly watch: Watch;
  /** Roles that are told. */
  readonly recipients: readonly string[];
  /** Told again so often while it holds; null: once. */
  readonly repeat?: Length | null;
  readonly escalate?: readonly Escalation[];
  /** True: over when what it watches is over. False: stays until somebody has acknowledged it. */
  readonly autoResolve: boolean;
  /** Once acknowledged: it rises and is told again as before (GOES_ON), or stands as it is (RESTS). Left out: it goes on. */
  readonly whenAcknowledged?: 'GOES_ON' | 'RESTS';
  readonly mode: 'ON' | 'OFF';
};

export type WarningRules = Readonly<Record<string, WarningRule>>;
/** A locality's own names and colours for the levels. */
export type WarningLevels = Readonly<
  Record<WarningLevel, { readonly label: Label; readonly colour: string }>
>;

type Report = (path: readonly string[], zh: string, en: string) => void;

const NEEDED: Readonly<Partial<Record<WatchKind, readonly (keyof Watch)[]>>> = {
  CLOCK_NEARING: ['steps', 'lead'],
  CLOCK_OVERDUE: ['steps'],
  CONTACT_MISSING: ['phase'],
  PLAN_MISSING: ['after'],
  CARRIED_LONG: ['years'],
  TERM_ENDING: ['lead'],
  PROMISE_BROKEN: ['on'],
  UNIT_MISSING: ['after'],
  RECORD_MISSING: ['record'],
  RECORD_PRESENT: ['record'],
  RATING_CONTRADICTION: ['record', 'field'],
  CLOCK_EXTENDED: ['steps'],
  LEADER_REPORT: ['after'],
};

type Whole = { readonly warnings: WarningRules; readonly records: RecordRules };

/** What only the whole shows: that each kind has the parts it needs, and that escalations rise. */
export function checkWarnings({ warnings, records }: Whole, report: Report): void {
  for (const [rule, { watch, mode, escalate = [] }] of Object.entries(warnings)) {
    for (const part of NEEDED[watch.kind] ?? []) {
      if (watch[part] !== undefined) continue;
      const zh = `“${watch.kind}”须写 ${part}。`;
      report(['warnings', rule, 'watch'], zh, `${watch.kind} needs ${part}.`);
    }
    const strange = (watch.steps ?? []).find((step) => !Object.hasOwn(DEADLINE_STEP_WORDS, step));
    if (strange)
      report(
        ['warnings', rule, 'watch', 'steps'],
        `没有“${strange}”这一步的计时。`,
        `there is no clock of a step "${strange}".`,
      );
    if (watch.kind === 'CONTACT_MISSING' && !watch.after === !watch.lead)
      report(
        ['warnings', rule, 'watch'],
        '须写 after(交办后多久)或 lead(到期前多久)，只写一项。',
        'write either after (so long after the handover) or lead (so long before the last day).',
      );
    if (watch.kind === 'RECORD_MISSING' && !watch.after === !watch.on)
      report(
        ['warnings', rule, 'watch'],
        '须写 on(每年日期)或 after(答复后多久)，只写一项。',
        'write either on (a day of the year) or after (so long after the reply).',
      );
    if (mode === 'ON') checkRecordOf(rule, watch, records, report);
    const negative = [watch.lead, watch.after, ...escalate.map(({ after }) => after)].some(
      (length) => length && length.amount < 0,
    );
    if (negative) report(['warnings', rule], '时长不能为负数。', 'a length of time cannot be negative.');
  }
}

/** A rule that is on watches a kind of record there is, and a choice that it has. */
function checkRecordOf(
  rule: string,
  { record, field, value }: Watch,
  records: RecordRules,
  report: Report,
): void {
  if (record === undefined) return;
  const path = ['warnings', rule, 'watch'];
  const kind = Object.hasOwn(records, record) ? records[record] : undefined;
  if (!kind)
    report([...path, 'record'], `没有“${record}”这种工作记录。`, `there is no kind of record "${record}".`);
  const choices = field === undefined ? {} : kind?.fields?.[field]?.choices;
  if (kind && !choices)
    report(
      [...path, 'field'],
      `“${record}”没有选项字段“${field}”。`,
      `"${record}" has no choice "${field}".`,
    );
  if (kind && choices && value !== undefined && !Object.hasOwn(choices, value))
    report([...path, 'value'], `“${field}”没有选项“${value}”。`, `"${field}" has no choice "${value}".`);
}
