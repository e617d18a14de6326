import { dateInShanghai, startOfDay } from '@duban/kernel';
import { authorsOf } from '../../case/actor-rules.js';
import { processOf } from '../../case-command/case-command.js';
import { closesOf, type DeclaredCloses } from '../../process/sessions.js';
import { termsOf } from '../../process/terms.js';
import type { CaseFile, CommandDeps } from '../../store/proposal.store.js';
import { warningChanges } from '../recorded-warning.js';
import type { TimedCheck } from '../timed-check.js';
import type { WarningFacts } from '../warning.js';
import type { CheckResult, WarningStore } from '../warning.store.js';
import { warningsOf } from '../warnings-of.js';
import { checkLocality, type LocalityDeps, type Look } from './check-locality.js';

/** What telling the warnings of cases needs. One set for each transaction. */
export type WarningDeps = Pick<CommandDeps, 'cases' | 'processes' | 'sessions' | 'now'> & {
  readonly warnings: WarningStore;
  seededId(name: string): string;
};

/** What looking at clocks needs besides: a locality's register is carried on as well. */
export type CheckDeps = WarningDeps & LocalityDeps;

/** The id of an occurrence: the same whoever records it, and however often they try. */
export const warningIdOf =
  ({ seededId }: Pick<WarningDeps, 'seededId'>, tenant: number, checkId: string) =>
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
  const look = (check: TimedCheck): Look => ({
    ...{ check, now, known: open.get(check.id) ?? [] },
    idOf: warningIdOf(deps, tenant, check.id),
  });
  // First the locality: what it carries on is looked at as it is then.
  const results: CheckResult[] = [];
  for (const check of checks.filter((one) => !isCase(one)))
    results.push(await checkLocality(deps, tenant, look(check)));
  const cases = checks.filter(isCase);
  const files = await deps.cases.findMany(cases.map(({ id }) => id));
  const around = await surroundings(deps, [...files.values()]);
  for (const check of cases) {
    const file = files.get(check.id);
    results.push(
      file ? await checkCase(deps, file, around, look(check)) : { check, changes: [], nextAt: null },
    );
  }
  await deps.warnings.record(results, now);
  return checks.length;
}

const isCase = ({ kind }: TimedCheck): boolean => kind === 'CASE';

async function checkCase(
  deps: WarningDeps,
  file: CaseFile,
  { closes, facts }: Surroundings,
  { check, now, known, idOf }: Look,
): Promise<CheckResult> {
  const version = await processOf(deps, file);
  const { warnings, nextOn } = warningsOf(file.state, version.process, now, { ...version, closes }, facts);
  const changes = warningChanges(warnings, known, now, { proposalId: check.id, idOf });
  return { check, changes, nextAt: nextOn === null ? null : startOfDay(nextOn) };
}

export type Surroundings = { readonly closes: DeclaredCloses; readonly facts: WarningFacts };

/** What has to be known around some cases to tell their warnings: as many statements for fifty as for one. */
export async function surroundings(
  { warnings, sessions, processes, now }: WarningDeps,
  files: readonly CaseFile[],
): Promise<Surroundings> {
  const mandates = new Set(files.flatMap(({ state }) => authorsOf(state)));
  const units = new Set(files.flatMap(({ state }) => state.assignments.map(({ unitId }) => unitId)));
  const ends = await warnings.endsOf([...mandates], [...units]);
  const heardRatings = await warnings.heardAbout(files.map(({ state }) => state.proposalId));
  const declared = await sessions.all();
  const { process } = await processes.getInForce(dateInShanghai(now()), null);
  return {
    closes: closesOf(declared),
    facts: { ...ends, heardRatings, terms: termsOf(process.term, declared) },
  };
}
