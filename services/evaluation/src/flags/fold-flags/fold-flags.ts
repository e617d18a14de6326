import type { CaseHistory } from '../../facts/fact.store.js';
import type { FlagFiles } from '../flag.store.js';
import { flagsOf } from '../flag-fold.js';

/** Brings the flags of some cases up to date with what their work records say. */
export const foldFlags = (files: FlagFiles, histories: readonly CaseHistory[]): Promise<void> =>
  files.set(histories.map(({ caseId, events }) => ({ caseId, flags: flagsOf(events) })));
