import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import type { LedgerDeps } from './ledger.store.js';
import type { ImportLedger } from './ledger-input.js';
import { LedgerRun } from './ledger-run.js';

/**
 * A ledger's cases, decided by the ordinary rules and recorded as ordinary events, all of them or
 * none. Refuses LEDGER_HAS_PROBLEMS (each told to `report`) and LEDGER_DRY_RUN, which says what
 * would have been recorded.
 */
export const importLedger = useCase({
  action: 'ledger:import',
  async execute(deps: LedgerDeps, viewer: Viewer, input: ImportLedger) {
    const run = await LedgerRun.begin(deps, viewer, input);
    await run.read();
    await run.record();
    const { problems, imported } = run;
    if (problems > 0) return refuse('LEDGER_HAS_PROBLEMS', { problems });
    if (input.dryRun) return refuse('LEDGER_DRY_RUN', { ...imported });
    await deps.ledger.clear();
    return accept(imported);
  },
});
