import { addDays, type CalendarDate, canonicalJson } from '@duban/kernel';
import type { ProposalKind } from '../../case/vocabulary.js';
import type { Process } from '../../process/process.js';
import { closeKey, closeOfYear, closesOf, type DeclaredSession } from '../../process/sessions.js';
import type { CaseLists } from '../../proposal.deps.js';
import { explainHeadQuota, headQuota } from '../../reading/head-quota/head-quota.js';
import type { ProcessStore, ProcessVersion } from '../../store/proposal.store.js';
import { dutyQuotas } from '../../supervision/quota.js';
import { scheduleOf } from '../../supervision/schedule.js';
import { type LocalityScope, madeKey, type UnitQuota } from '../locality-facts.js';
import { activeRules } from '../warnings-of.js';

export type ScopeDeps = {
  readonly processes: ProcessStore;
  readonly lists: Pick<
    CaseLists,
    | 'duties'
    | 'organNames'
    | 'heldRecords'
    | 'keyCases'
    | 'headQuotaItemsOfAll'
    | 'unitNames'
    | 'openRecords'
    | 'recordsMade'
    | 'runsWithVetoes'
    | 'differingFigures'
  >;
};

type Frame = {
  readonly today: CalendarDate;
  readonly sessions: readonly DeclaredSession[];
  readonly kind: ProposalKind | null;
  readonly version: ProcessVersion;
};

/** A record that nobody answers and no rule dates is looked at for a year. */
const LOOKED_BACK = 366;

/**
 * Gathers what rules about a locality as a whole look at: once for what all kinds of cases share, and
 * once for each kind that has rules of its own, of which only what differs.
 */
export async function localityScopes(
  deps: ScopeDeps,
  today: CalendarDate,
  sessions: readonly DeclaredSession[],
): Promise<readonly LocalityScope[]> {
  const shared = await deps.processes.getInForce(today, null);
  const scopes = [await scopeOf(deps, { today, sessions, kind: null, version: shared })];
  for (const kind of shared.process.kinds) {
    const version = await deps.processes.getInForce(today, kind);
    const process = withoutShared(version.process, shared.process);
    scopes.push(await scopeOf(deps, { today, sessions, kind, version: { ...version, process } }));
  }
  return scopes;
}

/** What is the same for all kinds is looked at once, with the shared process. */
const withoutShared = (process: Process, shared: Process): Process => ({
  ...process,
  supervision: { ...process.supervision, quotas: own(process.supervision.quotas, shared.supervision.quotas) },
  schedule: own(process.schedule, shared.schedule),
  records: own(process.records, shared.records),
});

/** Copies of a process hold what is said alike once, so that most rules are told to be the same at a glance. */
const own = <Rule>(mine: Readonly<Record<string, Rule>>, all: Readonly<Record<string, Rule>>) =>
  Object.fromEntries(
    Object.entries(mine).filter(
      ([code, rule]) => rule !== all[code] && canonicalJson(rule) !== canonicalJson(all[code] ?? null),
    ),
  );

async function scopeOf(deps: ScopeDeps, frame: Frame): Promise<LocalityScope> {
  const { kind, today, version } = frame;
  const { warnings, records: rules } = version.process;
  const year = Number(today.slice(0, 4));
  const watched = activeRules(version.process).map(([, { watch }]) => watch);
  const wants = (...kinds: readonly string[]): boolean => watched.some((one) => kinds.includes(one.kind));
  const kinds = [...new Set(watched.flatMap(({ record }) => (record && rules[record] ? [record] : [])))];
  const units = wants('HEAD_QUOTA', 'RECORD_MISSING')
    ? await itemsOf(deps, kind === null ? version.process.kinds : [kind], year)
    : [];
  const made = kinds.length === 0 ? [] : await deps.lists.recordsMade(kinds, year);
  const records =
    Object.keys(rules).length === 0 ? [] : await deps.lists.openRecords(kinds, addDays(today, -LOOKED_BACK));
  return {
    ...{ kind, warnings, rules },
    heads: kind !== null && wants('HEAD_QUOTA') ? await headsOf(deps, frame, units) : [],
    leaders: wants('LEADER_QUOTA') ? await leadersOf(deps, version.process, year) : [],
    scheduled: wants('EVENT_MISSING') ? await scheduledOf(deps, frame, year) : [],
    records: records.filter((one) => Object.hasOwn(rules, one.kind)),
    made: new Set(made.map((one) => madeKey(one.kind, year, one.unitId))),
    ...(await heardOf(deps, kind, wants)),
    handling: units.map(({ unitId, year: of }) => ({ unitId, year: of })),
  };
}

/** What was heard of scores is nobody's kind of case; figures are of one. */
async function heardOf({ lists }: ScopeDeps, kind: ProposalKind | null, wants: (kind: string) => boolean) {
  const differing = kind !== null && wants('FIGURE_DIFFERS') ? await lists.differingFigures() : [];
  return {
    scored: kind === null && wants('VETO') ? await lists.runsWithVetoes() : [],
    differing: differing.filter((one) => one.kind === kind),
  };
}

type Item = {
  readonly unitId: string;
  readonly year: number;
  readonly answered: boolean;
  readonly byHead: boolean;
};

/** Cases of this year and of the last, which may still be open. */
async function itemsOf(
  { lists }: ScopeDeps,
  kinds: readonly ProposalKind[],
  year: number,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (const counted of [year - 1, year])
    for (const item of await lists.headQuotaItemsOfAll(counted, kinds))
      items.push({ ...item, year: counted });
  return items;
}

async function headsOf(
  { lists }: ScopeDeps,
  { version }: Frame,
  items: readonly Item[],
): Promise<readonly UnitQuota[]> {
  const { count, mode } = version.process.replies.headQuota;
  if (mode === 'OFF' || items.length === 0) return [];
  const names = await lists.unitNames([...new Set(items.map(({ unitId }) => unitId))]);
  const byUnit = Map.groupBy(items, ({ unitId, year }) => `${unitId} ${year}`);
  return [...byUnit.values()].flatMap((own): UnitQuota[] => {
    const [first] = own;
    if (!first) return [];
    const quota = headQuota(own, count);
    const { unitId, year } = first;
    return [
      { unitId, year, name: names.get(unitId) ?? '', quota, explanation: explainHeadQuota(quota, count) },
    ];
  });
}

async function leadersOf({ lists }: ScopeDeps, { supervision }: Process, year: number) {
  const rules = Object.entries(supervision.quotas).filter(([, { mode }]) => mode !== 'OFF');
  if (rules.length === 0) return [];
  const [held, organs] = [await lists.duties(year), await lists.organNames()];
  return rules
    .flatMap(([code, rule]) => dutyQuotas(code, rule, held, organs))
    .map((quota) => ({ ...quota, year }));
}

async function scheduledOf({ lists }: ScopeDeps, { kind, today, sessions, version }: Frame, year: number) {
  const { process, calendar } = version;
  const kinds = [...new Set(Object.values(process.schedule).map(({ fulfilledBy }) => fulfilledBy.record))];
  if (kinds.length === 0) return [];
  const closes = closesOf(sessions);
  const planned = [];
  for (const inYear of [year - 1, year]) {
    const declared = (kind === null ? process.kinds : [kind]).map((one) => closes.get(closeKey(one, inYear)));
    const closedOn = closeOfYear(process.sessions, inYear, declared.find(Boolean));
    const records = await lists.heldRecords(kinds, inYear);
    const keyCaseIds = await lists.keyCases(inYear, kind);
    const events = scheduleOf(process.schedule, {
      year: inYear,
      closedOn,
      today,
      calendar,
      records,
      keyCaseIds,
    });
    planned.push(...events.map((event) => ({ ...event, year: inYear })));
  }
  return planned;
}
