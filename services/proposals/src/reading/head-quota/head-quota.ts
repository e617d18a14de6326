/** One case that a unit answers for, as the quota counts it. */
export type HeadQuotaItem = { readonly answered: boolean; readonly byHead: boolean };

/**
 * MET; OPEN: more are unanswered than are missing; AT_RISK: each that is unanswered has to be brought
 * by the head; IMPOSSIBLE: even that is not enough any more.
 */
export const HEAD_QUOTA_STATES = ['MET', 'OPEN', 'AT_RISK', 'IMPOSSIBLE'] as const;
export type HeadQuotaState = (typeof HEAD_QUOTA_STATES)[number];

export type HeadQuota = {
  readonly items: number;
  readonly required: number;
  readonly done: number;
  readonly missing: number;
  /** Not answered yet: those by which it can still be met. */
  readonly unanswered: number;
  readonly state: HeadQuotaState;
};

/**
 * 一把手面复 (LN-12): of n cases a unit leads, handles alone or separately in a session year, its head
 * brings min(n, count) replies in person.
 */
export function headQuota(items: readonly HeadQuotaItem[], count: number): HeadQuota {
  const required = Math.min(items.length, count);
  const done = items.filter(({ byHead }) => byHead).length;
  const missing = Math.max(0, required - done);
  const unanswered = items.filter(({ answered }) => !answered).length;
  const state = outlook(missing, unanswered);
  return { items: items.length, required, done, missing, unanswered, state };
}

/** What a number that is missing means, when so many more are possible; null where there is no telling. */
export function outlook(missing: number, possible: number | null): HeadQuotaState {
  if (missing === 0) return 'MET';
  if (possible === null || possible > missing) return 'OPEN';
  return possible === missing ? 'AT_RISK' : 'IMPOSSIBLE';
}

/** How it was counted, in words. */
export function explainHeadQuota(quota: HeadQuota, count: number) {
  const { items, required, done, missing, unanswered } = quota;
  return {
    zh: `承办 ${items} 件，主要负责人应面复 ${required} 件(不足 ${count} 件的全部面复)，已面复 ${done} 件，尚缺 ${missing} 件，未答复 ${unanswered} 件。`,
    en: `${items} cases; the head brings ${required} replies in person (all of them where there are fewer than ${count}); ${done} brought, ${missing} missing, ${unanswered} not answered yet.`,
  };
}
