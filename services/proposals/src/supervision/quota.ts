import type { Label } from '../process/label.js';
import type { QuotaRule } from '../process/supervision.js';
import { HEAD_QUOTA_STATES, outlook } from '../reading/head-quota/head-quota.js';
import { type DutyHolder, type HeldDuty, holderKey } from './duty.js';

/** Whether what is asked for is done, can still be done, or is too much. */
export const QUOTA_STATES = [...HEAD_QUOTA_STATES, 'EXCEEDED'] as const;
export type QuotaState = (typeof QUOTA_STATES)[number];

/** A number somebody has to reach in a year: of a person, an organ or a unit. */
export type Quota = {
  readonly subject: {
    readonly kind: 'PERSON' | 'ORGAN' | 'UNIT';
    readonly key: string;
    readonly name: string;
  };
  /** The rule's code in the process. */
  readonly rule: string;
  readonly label: Label;
  readonly required: number;
  readonly max: number | null;
  readonly done: number;
  readonly missing: number;
  readonly state: QuotaState;
  readonly explanation: Label;
};

export type QuotaCount = {
  readonly required: number;
  readonly max: number | null;
  readonly done: number;
  /** How many can still be done; null when there is no telling. */
  readonly possible: number | null;
};

/** A quota's state: at risk when everything that is still possible is needed, impossible when even that is not enough. */
export const quotaState = ({ required, max, done, possible }: QuotaCount): QuotaState =>
  max !== null && done > max ? 'EXCEEDED' : outlook(Math.max(0, required - done), possible);

/** QH-18: each leader, committee or member has from `min` to `max` items of a tier; counted by case, not by duty. */
export function dutyQuotas(
  code: string,
  rule: QuotaRule,
  held: readonly HeldDuty[],
  organNames: ReadonlyMap<string, string>,
): readonly Quota[] {
  const counted = held.filter((one) => counts(rule, one));
  const expected = (rule.among ?? []).map((each) => holderOf(rule, each, organNames));
  const holders = new Map(
    [...expected, ...counted.map(({ holder }) => holder)].map((holder) => [holderKey(holder), holder]),
  );
  return [...holders].map(([key, holder]) => {
    const done = casesOf(counted, key).length;
    return quotaOf(code, rule, { kind: holder.kind, key, name: holder.name }, done);
  });
}

export const counts = (
  rule: QuotaRule,
  { holder, tier, duty }: Omit<HeldDuty, 'proposalId' | 'reported'>,
): boolean =>
  tier === rule.tier && holder.kind === rule.holder && (rule.duty === undefined || duty === rule.duty);

const casesOf = (held: readonly HeldDuty[], key: string): string[] => [
  ...new Set(held.filter(({ holder }) => holderKey(holder) === key).map(({ proposalId }) => proposalId)),
];

function holderOf(rule: QuotaRule, each: string, organNames: ReadonlyMap<string, string>): DutyHolder {
  const organ = rule.holder === 'ORGAN';
  const name = organ ? (organNames.get(each) ?? each) : each;
  return { kind: rule.holder, name, organ: organ ? each : null, mandateId: null, personId: null };
}

function quotaOf(code: string, rule: QuotaRule, subject: Quota['subject'], done: number): Quota {
  const { min: required, max = null, label } = rule;
  const missing = Math.max(0, required - done);
  const state = quotaState({ required, max, done, possible: null });
  const explanation = explain(subject.name, { required, max, done, missing });
  return { subject, rule: code, label, required, max, done, missing, state, explanation };
}

function explain(
  name: string,
  { required, max, done, missing }: Pick<Quota, 'required' | 'max' | 'done' | 'missing'>,
): Label {
  const over = max === null ? 0 : Math.max(0, done - max);
  const rangeZh = max === null ? `至少 ${required} 件` : `${required} 至 ${max} 件`;
  const rangeEn = max === null ? `at least ${required}` : `${required} to ${max}`;
  const restZh = missing > 0 ? `，还差 ${missing} 件` : over > 0 ? `，超出 ${over} 件` : '';
  const restEn = missing > 0 ? `, ${missing} missing` : over > 0 ? `, ${over} too many` : '';
  return {
    zh: `${name}：应 ${rangeZh}，已有 ${done} 件${restZh}`,
    en: `${name}: ${rangeEn} items, has ${done}${restEn}`,
  };
}
