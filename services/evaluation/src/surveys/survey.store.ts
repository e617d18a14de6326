import type { Page, Slice } from '@duban/kernel/graphql';
import type { EvidenceEvent } from '../evidence/evidence.js';
import type { KeptEvidence, Key } from '../evidence/evidence.store.js';
import type { Survey, SurveyEvent } from './survey.js';

/** A survey with what has become of it. */
export type KeptSurvey = Survey & {
  /** ISO instant. */
  readonly importedAt: string;
  readonly replaced: boolean;
};

/** Surveys of the transaction's locality. */
export type SurveyStore = {
  /** Null too for another locality's. */
  find(survey: Key): Promise<KeptSurvey | null>;
  /** All of a year. */
  ofYear(year: number): Promise<readonly KeptSurvey[]>;
  /** The latest first, corrected ones included. */
  page(year: number, page: Page): Promise<Slice<KeptSurvey>>;
  count(year: number): Promise<number>;
  /** Of the own locality, in any order. */
  byIds(surveyIds: readonly string[]): Promise<readonly KeptSurvey[]>;
  /** What came of them, by question, unit and case; of one unit where one is named. */
  resultsOf(surveyIds: readonly string[], unitId: string | null): Promise<readonly KeptEvidence[]>;
  /** What surveys in force say of units in a year. */
  ofUnits(year: number, unitIds: readonly string[]): Promise<readonly KeptEvidence[]>;
  /** Which of these cases the locality has. */
  knownCases(caseIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** All of it or nothing; `before`: how many imports the year has seen. */
  keep(event: SurveyEvent, records: readonly EvidenceEvent[], before: number): Promise<void>;
};
