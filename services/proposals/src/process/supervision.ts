import type { GuardMode } from '../case/vocabulary.js';
import type { Condition } from './condition.js';
import type { Label } from './label.js';

/** Lead handling (领办), supervision (督办), execution (具体督办), coordination (统筹), case ownership (包案). */
export const DUTY_KINDS = [
  'LEAD_HANDLING',
  'SUPERVISION',
  'EXECUTION',
  'COORDINATION',
  'CASE_OWNERSHIP',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** When supervisors are added by themselves: at the handover to a unit, when it becomes a key item, when it is rated. */
export const ROUTING_MOMENTS = ['HANDOVER', 'KEY', 'FEEDBACK'] as const;
export type RoutingMoment = (typeof ROUTING_MOMENTS)[number];

/** Adds a supervisor: the organ named by its code, or the committee that liaises with the unit. */
export type RoutingRule = {
  readonly label: Label;
  readonly on: RoutingMoment;
  readonly when?: Condition;
  readonly duty: DutyKind;
  readonly tier?: string;
  readonly to: { readonly organ: string } | { readonly liaisonCommittee: true };
};

/** Makes a case a key item by itself when it gets its number. */
export type KeyRule = { readonly label: Label; readonly when: Condition; readonly tier: string };

/** How many items of a tier each person or organ has in a year. `among`: who is asked for even without any. */
export type QuotaRule = {
  readonly label: Label;
  readonly tier: string;
  readonly duty?: DutyKind;
  readonly holder: 'PERSON' | 'ORGAN';
  readonly min: number;
  readonly max?: number;
  readonly among?: readonly string[];
  /** What assigning one more than `max` does. */
  readonly mode: GuardMode;
};

/** Duties that end only with a report: a work record of this kind, of the time since the duty began. */
export type DutyReportRule = { readonly duties: readonly DutyKind[]; readonly record: string };

export type Supervision = {
  readonly routing: Readonly<Record<string, RoutingRule>>;
  readonly keyIf: Readonly<Record<string, KeyRule>>;
  readonly quotas: Readonly<Record<string, QuotaRule>>;
  readonly reports: Readonly<Record<string, DutyReportRule>>;
};

/** Somebody holds each of these duties on the case now. */
export type DutyRequirement = { readonly kind: 'DUTIES'; readonly duties: readonly DutyKind[] };

type Report = (path: readonly string[], zh: string, en: string) => void;
type Whole = {
  readonly supervision: Supervision;
  readonly keyTiers: Readonly<Record<string, unknown>>;
  readonly records: Readonly<Record<string, { readonly about: string }>>;
};

/** What of the supervision only the whole process can show. */
export function checkSupervision({ supervision, keyTiers, records }: Whole, report: Report): void {
  const tiers = [
    ...Object.entries(supervision.routing).map(([code, { tier }]) => ['routing', code, tier] as const),
    ...Object.entries(supervision.keyIf).map(([code, { tier }]) => ['keyIf', code, tier] as const),
    ...Object.entries(supervision.quotas).map(([code, { tier }]) => ['quotas', code, tier] as const),
  ];
  for (const [part, code, tier] of tiers) {
    if (tier === undefined || Object.hasOwn(keyTiers, tier)) continue;
    const path = ['supervision', part, code, 'tier'];
    report(path, `没有“${tier}”这一重点层级。`, `there is no key tier "${tier}".`);
  }
  for (const [code, { min, max }] of Object.entries(supervision.quotas))
    if (max !== undefined && max < min)
      report(['supervision', 'quotas', code], 'max 不能小于 min。', '`max` must not be below `min`.');
  for (const [code, { record }] of Object.entries(supervision.reports))
    if (!Object.hasOwn(records, record) || records[record]?.about !== 'CASE')
      report(
        ['supervision', 'reports', code, 'record'],
        `“${record}”须是关于件的工作记录。`,
        `"${record}" must be a kind of work record about a case.`,
      );
}
