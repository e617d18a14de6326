import type { Viewer } from '@duban/kernel';
import { processOf } from '../../case-command/case-command.js';
import type { WarningLevels } from '../../process/warnings.js';
import { hiddenRecords } from '../../records/hidden-records.js';
import type { CaseFile } from '../../store/proposal.store.js';
import { surroundings, type WarningDeps, warningIdOf } from '../check-clocks/check-clocks.js';
import { asHeard, isSettled, type RecordedWarning } from '../recorded-warning.js';
import { maySeeWarning, type SeenWarning } from '../seen-warnings.js';
import type { Warning } from '../warning.js';
import { warningsOf } from '../warnings-of.js';

export type WarningsOnCase = {
  /** What holds now, with what was recorded of it. */
  readonly holding: readonly (Warning & { readonly id: string; readonly recorded: RecordedWarning | null })[];
  /** What is over. */
  readonly past: readonly RecordedWarning[];
  readonly levels: WarningLevels | undefined;
};

/** The warnings of several cases that a viewer is shown; as many statements for fifty cases as for one. */
export async function warningsOn(
  deps: WarningDeps,
  viewer: Viewer,
  files: readonly CaseFile[],
): Promise<readonly WarningsOnCase[]> {
  const now = deps.now();
  const recorded = Map.groupBy(
    await deps.warnings.ofCases(files.map(({ proposalId }) => proposalId)),
    ({ proposalId }) => proposalId,
  );
  const { closes, facts } = await surroundings(deps, files);
  const shown: WarningsOnCase[] = [];
  for (const file of files) {
    const version = await processOf(deps, file);
    const idOf = warningIdOf(deps, viewer.tenant, file.proposalId);
    const known = recorded.get(file.proposalId) ?? [];
    const { warnings } = warningsOf(file.state, version.process, now, { ...version, closes }, facts);
    const hidden = hiddenRecords(file.state, viewer);
    const maySee = (one: SeenWarning): boolean => !hidden.has(one.subject.id) && maySeeWarning(one, viewer);
    const holding = warnings.filter(maySee).flatMap((one) => {
      const id = idOf(one.key);
      const recorded = known.find((each) => each.id === id) ?? null;
      return recorded && isSettled(recorded) ? [] : [{ ...asHeard(one, recorded), id, recorded }];
    });
    const past = known.filter((one) => one.resolvedAt !== null && maySee(one));
    shown.push({ holding, past, levels: version.process.warningLevels });
  }
  return shown;
}
