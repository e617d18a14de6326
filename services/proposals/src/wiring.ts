import { join } from 'node:path';
import { rememberedJudge, type Viewer } from '@duban/kernel';
import { Context } from '@duban/kernel/graphql';
import {
  createRunner,
  type Database,
  type Log,
  loadOnce,
  newId,
  openDatabase,
  readLocalityFolders,
  type ServiceServer,
  seededId,
  startServiceServer,
  type Told,
  type Transaction,
  tellTo,
  workingCalendar,
} from '@duban/kernel/runtime';
import { startTimedWork } from './clocks/timed-work.relay.js';
import { warningStore } from './clocks/warning.store.typeorm.js';
import { countWarnings, listWarnings, standsBelow } from './clocks/warning-list/warning-list.read.js';
import { type Config, clockOf } from './config.js';
import { processDefinitions } from './definitions/definition.store.typeorm.js';
import { judgeProcess } from './definitions/judge-process.js';
import { processLanguage } from './definitions/process-language.js';
import { processTexts } from './definitions/process-texts.file.js';
import { followDirectories } from './follow-directories/follow-directories.relay.js';
import { grantStore } from './grants/grant.store.typeorm.js';
import { unitYearStore } from './handling/close-unit-year/unit-year.store.typeorm.js';
import { followEvaluation } from './hear-evaluation/hear-evaluation.relay.js';
import { differingFigures } from './hear-evaluation/heard-figures.store.js';
import { runsWithVetoes } from './hear-evaluation/heard-scores.store.js';
import { ledgerStore } from './import-ledger/ledger.store.typeorm.js';
import { movingStore } from './moving/moving.store.typeorm.js';
import { celConditions } from './process/conditions.cel.js';
import type { ProcessOfKinds } from './process/effective-process.js';
import { processesOf } from './process/load-process/process-files.file.js';
import { loadProcesses } from './process/load-process/process-version.store.js';
import { refuseUnknown } from './process/load-process/proven-shapes.file.js';
import { localDays } from './process/local-days.js';
import { processStore } from './process/process.store.typeorm.js';
import { ProcessCopies } from './process/process-copies.runtime.js';
import { PROPOSAL_ACCESS } from './proposal.access.js';
import type { CaseLists, ProposalDeps } from './proposal.deps.js';
import { countWorkload, listAssignments } from './reading/assignment-list/assignment-list.read.js';
import { readHeadQuotaItems, readHeadQuotaItemsOfAll } from './reading/head-quota/head-quota.read.js';
import { listProposals } from './reading/proposal-list/proposal-list.read.js';
import { readTermClearance } from './reading/term-clearance/term-clearance.read.js';
import { listTrackingEntries } from './reading/tracking-list/tracking-list.read.js';
import { openRecords, recordsMade } from './records/open-records.read.js';
import { recordStore } from './records/record.store.typeorm.js';
import { listRecords, recordsBy } from './records/record-list/record-list.read.js';
import { sharedCaseStore } from './sharing/shared-case.store.typeorm.js';
import { caseReads } from './store/case.read.js';
import { factStore } from './store/facts.store.typeorm.js';
import { handoverBatches } from './store/handover-batch.store.js';
import { caseStore } from './store/proposal.store.typeorm.js';
import { proposalsSubgraph } from './subgraph.js';
import { heldDuties, organNames, unitNames } from './supervision/duty.read.js';
import { heldRecords, keyCases } from './supervision/schedule.read.js';
import { declaredClose, sessionsOf } from './supervision/session.read.js';
import { sessionStore } from './supervision/session.store.typeorm.js';
import { talliedRegisters } from './tracking/register-tally.store.js';
import { trialCases, trialEvents } from './trial/trial-cases.read.js';

const SCHEMA = 'proposals';

const PROCESS_SCHEMA = join(import.meta.dirname, '../../../../schema/locality/process.schema.json');

export const openProposals = (url: string, log: Log, poolSize?: number): Promise<Database> =>
  openDatabase({ url, schema: SCHEMA, log, poolSize });

/** Makes the dependencies of one open transaction. `clock` is only ever another one than the database's in tests. */
export function dependencies(clock?: () => string): (tx: Transaction) => ProposalDeps {
  const texts = processTexts(PROCESS_SCHEMA);
  const conditions = celConditions();
  const copies = new ProcessCopies(conditions);
  const judge = rememberedJudge<ProcessOfKinds>((layers) => judgeProcess(layers, conditions));
  const language = processLanguage(texts.labels, conditions);
  return (tx) => {
    const cases = caseStore(tx);
    return {
      grants: grantStore(tx),
      shared: sharedCaseStore(tx),
      cases,
      processes: processStore(tx, copies),
      facts: factStore(tx, cases),
      records: recordStore(tx),
      sessions: sessionStore(tx),
      ledger: ledgerStore(tx, cases),
      definitions: processDefinitions(tx),
      moving: movingStore(tx),
      texts,
      conditions,
      language,
      warnings: warningStore(tx),
      trials: { page: (range) => trialCases(tx, range), eventsOf: (ids) => trialEvents(tx, ids) },
      calendarOf: (process) => workingCalendar(localDays(process)),
      judge,
      reads: caseReads(tx),
      lists: listsOf(tx),
      batches: handoverBatches(tx),
      unitYears: unitYearStore(tx),
      now: clock ?? (() => tx.recordedAt),
      newId,
      seededId,
    };
  };
}

const listsOf = (tx: Transaction): CaseLists => ({
  proposals: (...args) => listProposals(tx, ...args),
  assignments: (...args) => listAssignments(tx, ...args),
  trackingEntries: (...args) => listTrackingEntries(tx, ...args),
  duties: (year) => heldDuties(tx, year),
  heldRecords: (...args) => heldRecords(tx, ...args),
  keyCases: (...args) => keyCases(tx, ...args),
  sessionClose: (...args) => declaredClose(tx, ...args),
  sessions: (year) => sessionsOf(tx, year),
  organNames: () => organNames(tx),
  records: (...args) => listRecords(tx, ...args),
  recordsBy: (...args) => recordsBy(tx, ...args),
  termClearance: (...args) => readTermClearance(tx, ...args),
  talliedRegisters: (term) => talliedRegisters(tx, term),
  warnings: (...args) => listWarnings(tx, ...args),
  warningCounts: () => countWarnings(tx),
  standsBelow: (number) => standsBelow(tx, number),
  headQuotaItems: (...args) => readHeadQuotaItems(tx, ...args),
  headQuotaItemsOfAll: (...args) => readHeadQuotaItemsOfAll(tx, ...args),
  unitNames: (unitIds) => unitNames(tx, unitIds),
  openRecords: (...args) => openRecords(tx, ...args),
  recordsMade: (...args) => recordsMade(tx, ...args),
  runsWithVetoes: () => runsWithVetoes(tx),
  differingFigures: () => differingFigures(tx),
  workload: (...args) => countWorkload(tx, ...args),
});

/** Makes the context of one operation. */
export function contexts(
  database: Database,
  log: Log,
  clock?: () => string,
  deps: (tx: Transaction) => ProposalDeps = dependencies(clock),
) {
  const runner = createRunner({ database, access: PROPOSAL_ACCESS, log, deps });
  const now = clock && (() => new Date(clock()));
  return (request: { readonly viewer: Viewer; readonly requestId: string }): Context<ProposalDeps> =>
    new Context({ ...request, database, runner, deps, now });
}

/** Reads the localities' processes and stores those that changed; gives their numbers. */
export function loadFolders(database: Database, root: string, told?: Told): Promise<number[]> {
  const wanted = processesOf(root, readLocalityFolders(root), told);
  return loadProcesses(database, wanted, refuseUnknown(root, told), told);
}

/** Database, processes, directories, server: the whole process. */
export async function startProposals(config: Config, log: Log): Promise<ServiceServer> {
  const database = await openProposals(config.DATABASE_URL, log, config.DUBAN_POOL);
  const root = config.DUBAN_LOCALITIES;
  const folder = { root, code: import.meta.dirname };
  const changed = await loadOnce(database, folder, () => loadFolders(database, root, tellTo(log)));
  log.info({ changed: changed?.length ?? 0 }, 'processes loaded');
  const relay = await openProposals(config.DUBAN_RELAY_URL, log, 8);
  const consumers = [...followDirectories(relay, log), followEvaluation(relay, log)];
  const clock = clockOf(config);
  if (clock) log.warn({ now: clock() }, 'the clock is not the real one');
  const everyMs = config.DUBAN_TIMED_WORK_MS;
  // Requests and timed work keep the processes they read, and the conditions they checked, together.
  const deps = dependencies(clock);
  const timed = startTimedWork({ database, relay, deps, clock, log, everyMs });
  return startServiceServer({
    name: SCHEMA,
    port: config.DUBAN_PORT,
    host: config.DUBAN_HOST,
    keys: config.DUBAN_GATEWAY_KEYS,
    schema: proposalsSubgraph().schema,
    context: contexts(database, log, clock, deps),
    health: () => database.ping(),
    onClose: async () => {
      await Promise.all([timed, ...consumers].map((worker) => worker.stop()));
      await Promise.all([database.close(), relay.close()]);
    },
    log,
  });
}
