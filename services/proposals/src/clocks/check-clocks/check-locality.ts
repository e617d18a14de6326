import { addDays, dateInShanghai, startOfDay, type Viewer } from '@duban/kernel';
import type { CommandDeps } from '../../store/proposal.store.js';
import { rollOverRegister } from '../../tracking/roll-over-register/roll-over-register.js';
import { localityWarnings } from '../locality-warnings.js';
import { type RecordedWarning, warningChanges } from '../recorded-warning.js';
import { AT_ONCE, type TimedCheck } from '../timed-check.js';
import type { CheckResult } from '../warning.store.js';
import { localityScopes, type ScopeDeps } from './locality-scopes.js';

export type LocalityDeps = CommandDeps & ScopeDeps;

/** One look at one thing: when, and what is on record about it. */
export type Look = {
  readonly check: TimedCheck;
  readonly now: string;
  readonly known: readonly RecordedWarning[];
  /** The id of an occurrence. */
  idOf(occurrence: string): string;
};

/**
 * Looks at a locality as a whole: every morning, and at once when a session was declared or a record
 * apart from any case was made. What its register is to carry on by itself is carried on first.
 */
export async function checkLocality(
  deps: LocalityDeps,
  tenant: number,
  { check, now, known, idOf }: Look,
): Promise<CheckResult> {
  const today = dateInShanghai(now);
  const { process, calendar } = await deps.processes.getInForce(today, null);
  await deps.cases.tallyUncounted();
  const remaining = await carryOn(deps, tenant, today, process.tracking.rollOver?.on);
  const scopes = await localityScopes(deps, today, await deps.sessions.all());
  const { warnings } = localityWarnings(scopes, today, calendar, known);
  const changes = warningChanges(warnings, known, now, { proposalId: null, idOf });
  return { check, changes, nextAt: remaining > 0 ? AT_ONCE : startOfDay(addDays(today, 1)) };
}

/** QH-09: from the day on that the process names, into the year of that day. Gives how many are left for the next look. */
async function carryOn(
  deps: LocalityDeps,
  tenant: number,
  today: string,
  on: string | undefined,
): Promise<number> {
  if (!on || today.slice(5) < on) return 0;
  const toYear = Number(today.slice(0, 4));
  const carried = await rollOverRegister.execute(deps, nobody(tenant), { toYear });
  if (!carried.accepted) throw new Error(`the register was not carried on: ${carried.code}`);
  const { rolledOver, remaining } = carried.value;
  // What a guard holds back would come first again at once; it is tried again tomorrow.
  return rolledOver === 0 ? 0 : remaining;
}

/** The timed work of a locality: no account, no grant. */
const nobody = (tenant: number): Viewer => ({
  ...{ accountId: '', grantId: '', login: '', tenant, role: 'SYSTEM' },
  ...{ personId: null, mandateId: null, unitId: null, sectionId: null },
});
