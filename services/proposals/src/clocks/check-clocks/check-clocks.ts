import { addDays, dateInShanghai, startOfDay } from '@duban/kernel';
import { authorsOf } from '../../case/actor-rules.js';
import { processOf } from '../../case-command/case-command.js';
import type { CaseFile, CommandDeps } from '../../store/proposal.store.js';
import { warningChanges } from '../recorded-warning.js';
import type { TimedCheck } from '../timed-check.js';
import type { CheckResult, WarningStore } from '../warning.store.js';
import { warningsOf } from '../warnings-of.js';

/** What looking at clocks needs. One set for each transaction. */
export type CheckDeps = Pick<CommandDeps, 'cases' | 'processes' | 'sessions' | 'now'> & {
  readonly warnings: WarningStore;
  seededId(name: string): string;
};

/** The id of an occurrence: the same whoever records it, and however often they try. */
export const warningIdOf =
  ({ seededId }: Pick<CheckDeps, 'seededId'>, tenant: number, checkId: string) =>
  (occurrence: string): string =>
    seededId(`${tenant}/warning/${checkId}/${occurrence}`);

/**
 * Looks at what has come due in a locality, each case under its own process, and records what is new.
 * In one transaction: what was looked at is locked until it is recorded, so that each warning is told
 * once, however many are looking. Gives how many things were looked at.
 */
export async function checkClocks(deps: CheckDeps, tenant: number, most: number): Promise<number> {
  const now = deps.now();
  const checks = await deps.warnings.claim(now, most);
  if (checks.length === 0) return 0;
  const open = await deps.warnings.open(checks);
  const cases = checks.filter(({ kind }) => kind === 'CASE');
  const files = await deps.cases.findMany(cases.map(({ id }) => id));
  const facts = await deps.warnings.endsOf(...partiesOf([...files.values()]));
  const closes = await deps.sessions.closes();
  const results: CheckResult[] = [];
  for (const check of checks) {
    const file = files.get(check.id);
    if (!file) {
      results.push(tomorrow(check, now));
      continue;
    }
    const version = await processOf(deps, file);
    const { warnings, nextOn } = warningsOf(file.state, version.process, now, { ...version, closes }, facts);
    const about = { proposalId: check.id, idOf: warningIdOf(deps, tenant, check.id) };
    const changes = warningChanges(warnings, open.get(check.id) ?? [], now, about);
    results.push({ check, changes, nextAt: nextOn === null ? null : startOfDay(nextOn) });
  }
  await deps.warnings.record(results, now);
  return checks.length;
}

const partiesOf = (files: readonly CaseFile[]): [mandates: string[], units: string[]] => [
  [...new Set(files.flatMap(({ state }) => authorsOf(state)))],
  [...new Set(files.flatMap(({ state }) => state.assignments.map(({ unitId }) => unitId)))],
];

/** A locality is looked at every day. */
const tomorrow = (check: TimedCheck, now: string): CheckResult => ({
  check,
  changes: [],
  nextAt: startOfDay(addDays(dateInShanghai(now), 1)),
});
