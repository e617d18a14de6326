import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { together, type Viewer } from '@duban/kernel';
import { Context } from '@duban/kernel/graphql';
import {
  celExpressions,
  createRunner,
  type Database,
  type Follower,
  type Log,
  loadOnce,
  newId,
  openDatabase,
  readLocalityFolders,
  startConsumer,
  type Transaction,
} from '@duban/kernel/runtime';
import { assessmentStore } from './assessments/assessment.store.typeorm.js';
import { awardStore } from './awards/award.store.typeorm.js';
import { cellStore } from './cells/cell.store.typeorm.js';
import { keepCells } from './cells/keep-cells.runtime.js';
import { confirmationStore } from './confirmation/confirmation.store.typeorm.js';
import { keepWatch } from './confirmation/watch-figures/watch-figures.runtime.js';
import { sheetDesks } from './definitions/sheet-desk.file.js';
import { dutyFiles, dutyReads } from './duty/duty.store.typeorm.js';
import { foldDuty } from './duty/fold-duty/fold-duty.js';
import { EVALUATION_ACCESS } from './evaluation.access.js';
import type { EvaluationContext } from './evaluation.context.js';
import type { EvaluationDeps } from './evaluation.deps.js';
import { evidenceStore } from './evidence/evidence.store.typeorm.js';
import { factStore } from './facts/fact.store.typeorm.js';
import { type FoldedCase, foldCases } from './facts/fold-cases/fold-cases.js';
import { foldEntered } from './facts/fold-entered/fold-entered.js';
import { foldUnits } from './facts/fold-units/fold-units.js';
import { directoryReads } from './facts/fold-units/unit-directory.read.js';
import { unitDirectory } from './facts/fold-units/unit-directory.store.typeorm.js';
import { DEFAULT_ITEM_RULES } from './facts/item-rules.js';
import { UnitsSaid } from './facts/units-said.read.js';
import { figureReads } from './figures/figures.read.js';
import { freshnessReads } from './figures/freshness.read.js';
import { flagFiles } from './flags/flag.store.typeorm.js';
import { foldFlags } from './flags/fold-flags/fold-flags.js';
import { traceReads } from './gaming/trace.read.js';
import type { Night } from './proof/night.js';
import { proofReads } from './proof/proof.store.typeorm.js';
import { verifyCells } from './proof/verify-cells.runtime.js';
import { foldRatings } from './ratings/fold-ratings/fold-ratings.js';
import { ratingStore } from './ratings/rating.store.typeorm.js';
import { ratingFiles } from './ratings/rating-files.store.typeorm.js';
import { loadSheets } from './runs/load-sheets/load-sheets.js';
import { sheetLoads } from './runs/load-sheets/load-sheets.store.typeorm.js';
import { scoreReads } from './runs/score.read.js';
import { runStore } from './runs/score-run.store.typeorm.js';
import { exampleJudge } from './score/run-examples.js';
import { cardFiles } from './shared-cases/case-card.store.typeorm.js';
import { foldCards } from './shared-cases/fold-cards/fold-cards.js';
import { readingLog, readingReads } from './shared-cases/reading.store.typeorm.js';
import { sharedCaseReads } from './shared-cases/shared-case.read.js';
import { SCORING_FACTS } from './sheet/scoring-facts.js';
import { scoringOf, standardsOf } from './sheet/scoring-files.file.js';
import type { Standards } from './sheet/sheet.js';
import { sheetTexts } from './sheet/sheet-texts.file.js';
import { surveyStore } from './surveys/survey.store.typeorm.js';
import { themeStore } from './themes/theme.store.typeorm.js';
import { foldTree } from './tree/fold-tree/fold-tree.js';
import { treeStore } from './tree/tree.store.typeorm.js';

type WiringOptions = {
  readonly databaseUrl: string;
  readonly relayUrl: string;
  /** The folder with the localities; left out, no sheets are loaded. */
  readonly localities?: string;
  /** What the base says for everybody; read from the folder when left out. */
  readonly standards?: Standards;
  /** How much of the time sums are recounted, by day; nothing said: a twentieth. */
  readonly recountShare?: number;
  /** When all sums are recounted; nothing said: from two to six. */
  readonly night?: Night;
  readonly log: Log;
};

export type Wiring = {
  readonly database: Database;
  readonly consumers: readonly Follower[];
  context(request: { readonly viewer: Viewer; readonly requestId: string }): EvaluationContext;
  close(): Promise<void>;
};

const SCHEMA = 'evaluation';
const SCORING_SCHEMA = join(import.meta.dirname, '../../../../schema/locality/scoring.schema.json');
/** What is recorded within this time of a fold is folded together; the second when there is much of it. */
const GATHER_MS = 400;
const GATHER_MOST_MS = 1200;
/** Between looks at logs that little is written to. */
const SELDOM_MS = 500;
const LANGUAGE = celExpressions(SCORING_FACTS);
const EXAMPLES = exampleJudge(LANGUAGE);

/** Reads the localities' sheets and stores those that changed; gives their numbers. */
export const loadFolders = (database: Database, root: string): Promise<number[]> =>
  loadSheets(sheetLoads(database, LANGUAGE, EXAMPLES), scoringOf(root, readLocalityFolders(root), EXAMPLES));

async function loadFolder(database: Database, root: string, log: Log): Promise<void> {
  const folder = { root, code: import.meta.dirname };
  const changed = await loadOnce(database, folder, () => loadFolders(database, root));
  log.info({ changed: changed?.length ?? 0 }, 'score sheets loaded');
}

/** Puts the service together: reads as the app role, folding as the relay role. */
export async function wire(options: WiringOptions): Promise<Wiring> {
  const {
    databaseUrl,
    relayUrl,
    localities,
    standards = standardsOf(localities),
    recountShare,
    night,
    log,
  } = options;
  const database = await openDatabase({ url: databaseUrl, schema: SCHEMA, log });
  const relay = await openDatabase({ url: relayUrl, schema: SCHEMA, poolSize: 8, log });
  const freshness = freshnessReads(relay);
  const readings = readingLog(database);
  const texts = sheetTexts(SCORING_SCHEMA, LANGUAGE, EXAMPLES);
  const desk = sheetDesks(SCORING_SCHEMA, LANGUAGE, EXAMPLES);
  const deps = (tx: Transaction): EvaluationDeps => ({
    figures: figureReads(tx),
    sharedCases: sharedCaseReads(tx),
    readings: readingReads(tx),
    readingLog: readings,
    freshness,
    proofs: proofReads(tx),
    scores: scoreReads(tx),
    traces: traceReads(tx),
    language: LANGUAGE,
    texts,
    standards,
    sheets: desk(tx),
    evidence: evidenceStore(tx),
    runs: runStore(tx),
    directory: directoryReads(tx),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    ratings: ratingStore(tx, standards.ratings),
    confirmations: confirmationStore(tx),
    assessments: assessmentStore(tx),
    awards: awardStore(tx),
    surveys: surveyStore(tx),
    themes: themeStore(tx),
    duties: dutyReads(tx),
    now: tx.recordedAt,
    newId,
  });
  if (localities !== undefined) await loadFolder(database, localities, log);
  const runner = createRunner({ database, access: EVALUATION_ACCESS, log, deps });
  const consumers = startConsumers(relay, log);
  const watch = keepWatch({ database, relay, log });
  const verifier = verifyCells({ database: relay, share: recountShare, night, log });
  return {
    database,
    consumers,
    context: (request) => new Context({ ...request, database, runner, deps }),
    close: async () => {
      await Promise.all([watch, verifier, ...consumers].map((worker) => worker.stop()));
      await Promise.all([database.close(), relay.close()]);
    },
  };
}

/** What else is folded from the same histories. */
const besideFacts =
  (tx: Transaction) =>
  async (histories: readonly FoldedCase[]): Promise<void> => {
    await together([
      foldRatings(ratingFiles(tx), histories),
      foldFlags(flagFiles(tx), histories),
      foldDuty(dutyFiles(tx), histories),
      foldCards(cardFiles(tx), histories),
    ]);
  };

/** Localities are worked on side by side, each in the order of its own log. */
function startConsumers(database: Database, log: Log): Follower[] {
  const gather = { gatherMs: GATHER_MS, gatherMostMs: GATHER_MOST_MS };
  const common = { database, consumer: SCHEMA, log, parallel: 3, ...gather };
  const units = new UnitsSaid();
  const consumers = [
    startConsumer({
      ...common,
      source: 'units',
      pollMs: SELDOM_MS,
      apply: async (tx, tenant, events) => {
        await foldTree(treeStore(tx), tenant, events);
        await foldUnits(unitDirectory(tx), events);
      },
    }),
    startConsumer({
      ...common,
      source: 'proposals',
      apply: (tx, _tenant, events) =>
        foldCases(factStore(tx, units), cellStore(tx), DEFAULT_ITEM_RULES, events, besideFacts(tx)),
    }),
    startConsumer({
      ...common,
      source: SCHEMA,
      pollMs: SELDOM_MS,
      apply: (tx, _tenant, events) =>
        foldEntered(
          {
            facts: factStore(tx, units),
            cells: cellStore(tx),
            rules: DEFAULT_ITEM_RULES,
            beside: besideFacts(tx),
          },
          events,
        ),
    }),
  ];
  return [...consumers, keepCells({ database, log, after: consumers })];
}
