import type { Outcome } from '@duban/kernel';
import { createRunner, type Log, operatorOf } from '@duban/kernel/runtime';
import { PROPOSAL_ACCESS } from '../proposal.access.js';
import { dependencies, openProposals } from '../wiring.js';
import { importLedger } from './import-ledger.js';
import type { ImportedLedger, ImportLedger } from './ledger-input.js';

export type { ImportedLedger } from './ledger-input.js';
export { LEDGER_REFUSALS } from './ledger-refusals.js';

/** An import from the command line: the same use case and runner, on the service's own role. */
export type LedgerImport = {
  run(tenant: number, input: Omit<ImportLedger, 'content'>): Promise<Outcome<ImportedLedger>>;
  close(): Promise<void>;
};

/** A batch of a large ledger may take a busy server longer than a page would wait. */
const LONG_WORK = { statementTimeoutMs: 120_000 };

export async function openLedgerImport(url: string, log: Log): Promise<LedgerImport> {
  const database = await openProposals(url, log, 1);
  const runner = createRunner({ database, access: PROPOSAL_ACCESS, log, deps: dependencies() });
  return {
    run: (tenant, input) =>
      runner.run(importLedger, operatorOf(tenant), { ...input, content: null }, LONG_WORK),
    close: () => database.close(),
  };
}
