import type { Outcome, Viewer } from '@duban/kernel';
import { createRunner, type Log, seededId } from '@duban/kernel/runtime';
import { PROPOSAL_ACCESS } from '../proposal.access.js';
import { dependencies, openProposals } from '../wiring.js';
import { importLedger } from './import-ledger.js';
import type { ImportedLedger, ImportLedger } from './ledger-input.js';

export type { CellProblem } from './ledger-columns.js';
export type { ImportedLedger } from './ledger-input.js';
export { LEDGER_REFUSALS } from './ledger-refusals.js';

/** An import from the command line: the same use case and runner, on the service's own role. */
export type LedgerImport = {
  run(tenant: number, input: Omit<ImportLedger, 'content'>): Promise<Outcome<ImportedLedger>>;
  close(): Promise<void>;
};

export async function openLedgerImport(url: string, log: Log): Promise<LedgerImport> {
  const database = await openProposals(url, log, 1);
  const runner = createRunner({ database, access: PROPOSAL_ACCESS, log, deps: dependencies() });
  return {
    run: (tenant, input) => runner.run(importLedger, operatorOf(tenant), { ...input, content: null }),
    close: () => database.close(),
  };
}

/** Whoever runs commands on the server: no account, but an actor of one locality like any other. */
const operatorOf = (tenant: number): Viewer => ({
  accountId: seededId(`${tenant}/operator`),
  grantId: seededId(`${tenant}/operator-grant`),
  login: `${tenant}.operator`,
  tenant,
  role: 'TENANT_ADMIN',
  personId: null,
  mandateId: null,
  unitId: null,
  sectionId: null,
});
