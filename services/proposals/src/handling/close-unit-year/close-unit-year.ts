import { accept, dateInShanghai, refuse, useCase, type Viewer } from '@duban/kernel';
import { momentOf, yearOf } from '../../case/clock.js';
import { PROPOSAL_KINDS, type ProposalKind } from '../../case/vocabulary.js';
import { type HeadQuota, headQuota } from '../../reading/head-quota/head-quota.js';
import type { CommandDeps } from '../../store/proposal.store.js';
import type { UnitYearStore } from './unit-year.store.js';

export type CloseUnitYear = { readonly unitId: string; readonly year: number; readonly occurredAt?: string };
export type UnitYearDeps = CommandDeps & { readonly unitYears: UnitYearStore };

type Judged = HeadQuota & { readonly kind: ProposalKind; readonly mode: 'BLOCK' | 'WARN' | 'OFF' };

/** 单位年度办结: held against the head's quota of each kind of cases; a missing one blocks or is warned of. */
export const closeUnitYear = useCase({
  action: 'unit-year:close',
  async execute(deps: UnitYearDeps, _: Viewer, { unitId, year, occurredAt }: CloseUnitYear) {
    const at = momentOf(occurredAt, deps.now());
    if (typeof at !== 'string') return at;
    if (!(await deps.unitYears.isUnit(unitId))) return refuse('UNIT_NOT_FOUND');
    if (year > yearOf(at) || year < 2000) return refuse('UNIT_YEAR_NOT_YET', { year: yearOf(at) });
    const [closed] = await deps.unitYears.closed([unitId], year);
    if (closed) return refuse('UNIT_YEAR_CLOSED', { year });
    const judged: Judged[] = [];
    for (const kind of PROPOSAL_KINDS) judged.push(await judge(deps, unitId, year, kind, at));
    const short = judged.filter(({ missing, mode }) => missing > 0 && mode !== 'OFF');
    const blocked = short.find(({ mode }) => mode === 'BLOCK');
    if (blocked) {
      const { required, done, missing } = blocked;
      return refuse('HEAD_QUOTA_MISSING', { required, done, missing });
    }
    const warnings = short.map(({ kind }) => `head-quota ${kind}`);
    const quotas = judged.map(({ mode: _mode, ...quota }) => quota);
    await deps.unitYears.close({ unitId, year, quotas, warnings }, at);
    return accept({ unitId, year, warnings });
  },
});

async function judge(
  { processes, unitYears }: UnitYearDeps,
  unitId: string,
  year: number,
  kind: ProposalKind,
  at: string,
): Promise<Judged> {
  const { process } = await processes.getInForce(dateInShanghai(at), kind);
  const { count, mode } = process.replies.headQuota;
  return { ...headQuota(await unitYears.items(unitId, year, kind), count), kind, mode };
}
