import type { ExpressionLanguage } from '@duban/kernel';
import type { AssessmentStore } from './assessments/assessment.store.js';
import type { AwardStore } from './awards/award.store.js';
import type { ConfirmationStore } from './confirmation/confirmation.store.js';
import type { SheetDesk } from './definitions/sheet-desk.js';
import type { DutyReads } from './duty/duty.store.js';
import type { EvidenceStore } from './evidence/evidence.store.js';
import type { DirectoryReads } from './facts/fold-units/unit-directory.store.js';
import type { FigureReads } from './figures/figures.read.js';
import type { FreshnessReads } from './figures/freshness.read.js';
import type { TraceReads } from './gaming/trace.read.js';
import type { ProofReads } from './proof/proof.store.js';
import type { RatingStore } from './ratings/rating.store.js';
import type { ScoreReads } from './runs/score.store.js';
import type { RunStore } from './runs/score-run.store.js';
import type { ReadingLog, ReadingReads } from './shared-cases/reading.store.js';
import type { SharedCaseReads } from './shared-cases/shared-case.store.js';
import type { Standards } from './sheet/sheet.js';
import type { SheetTexts } from './sheet/sheet-texts.file.js';
import type { SurveyStore } from './surveys/survey.store.js';
import type { ThemeStore } from './themes/theme.store.js';

/** What use cases and resolvers work with, inside one transaction. */
export type EvaluationDeps = {
  readonly figures: FigureReads;
  readonly sharedCases: SharedCaseReads;
  readonly readings: ReadingReads;
  readonly readingLog: ReadingLog;
  readonly freshness: FreshnessReads;
  readonly proofs: ProofReads;
  readonly scores: ScoreReads;
  readonly traces: TraceReads;
  readonly evidence: EvidenceStore;
  readonly runs: RunStore;
  readonly directory: DirectoryReads;
  /** SHA-256 of a text, in hexadecimal digits. */
  readonly digest: (text: string) => string;
  readonly ratings: RatingStore;
  readonly confirmations: ConfirmationStore;
  readonly assessments: AssessmentStore;
  readonly awards: AwardStore;
  readonly surveys: SurveyStore;
  readonly themes: ThemeStore;
  readonly duties: DutyReads;
  readonly language: ExpressionLanguage;
  readonly texts: SheetTexts;
  /** What the base says for everybody. */
  readonly standards: Standards;
  readonly sheets: SheetDesk;
  /** ISO instant of the transaction. */
  readonly now: string;
  readonly newId: () => string;
};
