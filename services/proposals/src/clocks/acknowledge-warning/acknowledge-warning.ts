import { accept, checkText, dateInShanghai, type Outcome, refuse, useCase, type Viewer } from '@duban/kernel';
import { maySee } from '../../case/visibility.js';
import type { CaseLists } from '../../proposal.deps.js';
import { hiddenRecords } from '../../records/hidden-records.js';
import type { CommandDeps } from '../../store/proposal.store.js';
import { acknowledged, type RecordedWarning } from '../recorded-warning.js';
import { isTold, maySeeWarning } from '../seen-warnings.js';
import { AT_ONCE } from '../timed-check.js';
import type { WarningStore } from '../warning.store.js';

export type AcknowledgeWarning = { readonly warningId: string; readonly note: string | null };
export type AcknowledgeDeps = CommandDeps & {
  readonly warnings: WarningStore;
  readonly lists: Pick<CaseLists, 'recordsBy'>;
};

/**
 * 知悉预警: one of those it was told to takes note. What was only to be noted is over with it; what
 * holds on goes on, and rises and is told again or not as its rule says.
 */
export const acknowledgeWarning = useCase({
  action: 'warning:acknowledge',
  async execute(
    deps: AcknowledgeDeps,
    viewer: Viewer,
    { warningId, note }: AcknowledgeWarning,
  ): Promise<Outcome<{ readonly warningId: string }>> {
    const now = deps.now();
    const wrong = note === null ? null : await checkNote(deps, note);
    if (wrong) return wrong;
    const found = await deps.warnings.find(warningId);
    if (!found || !(await isShown(deps, viewer, found.warning))) return refuse('WARNING_NOT_FOUND');
    if (!isTold(found.warning, viewer)) return refuse('WARNING_NOT_YOURS');
    // Whoever looks at the clocks meanwhile is waited for: the warning may have risen or be over.
    const check = await deps.warnings.lock(found.check.kind, found.check.id);
    const before = (await deps.warnings.find(warningId))?.warning;
    if (!check || !before) return refuse('WARNING_NOT_FOUND');
    if (before.acknowledgedAt) return refuse('WARNING_ACKNOWLEDGED');
    if (before.resolvedAt) return refuse('WARNING_OVER');
    const changes = acknowledged(before, { role: viewer.role, note }, now);
    await deps.warnings.record([{ check, changes, nextAt: AT_ONCE }], now);
    return accept({ warningId });
  },
});

async function checkNote({ processes, now }: CommandDeps, note: string): Promise<Outcome<never> | null> {
  const { process } = await processes.getInForce(dateInShanghai(now()), null);
  return checkText('note', note, { max: process.limits.text });
}

/** As lists show it: on a case that the viewer may read, or apart from any to those it is told. */
async function isShown(
  { cases, lists }: AcknowledgeDeps,
  viewer: Viewer,
  warning: RecordedWarning,
): Promise<boolean> {
  const { proposalId, subject } = warning;
  if (!maySeeWarning(warning, viewer)) return false;
  if (proposalId !== null) {
    const file = await cases.find(proposalId);
    return Boolean(file && maySee(file.state, viewer) && !hiddenRecords(file.state, viewer).has(subject.id));
  }
  if (subject.kind === 'RECORD' && (await lists.recordsBy(viewer, 'id', [subject.id])).length === 0)
    return false;
  return viewer.unitId === null || isTold(warning, viewer);
}
