import {
  accept,
  type CalendarDate,
  checkText,
  dateInShanghai,
  type NewEvent,
  type Outcome,
  type Refused,
  refuse,
} from '@duban/kernel';
import type { EvidenceEvent } from '../evidence/evidence.js';
import type { SurveyResult } from './survey-row.js';

/** What is said of a survey beside its results. */
export type SurveyWish = {
  /** Whose scores it counts in. */
  readonly year: number;
  readonly title: string;
  readonly organiser: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** How many were asked. */
  readonly sampleSize: number;
};

/** A survey as it is kept. Never changed: what corrects it is another one. */
export type Survey = SurveyWish & {
  readonly surveyId: string;
  readonly replaces: string | null;
  readonly reason: string | null;
};

export type SurveyEvent = NewEvent<'survey.imported', Survey>;

/** An earlier import, and whether another one has taken its place. */
export type KnownSurvey = Pick<Survey, 'surveyId' | 'title' | 'organiser'> & { readonly replaced: boolean };

export type SurveyScene = {
  /** Imports of the same year. */
  readonly known: readonly KnownSurvey[];
  /** What it corrects and why; `survey` is null where there is none. */
  readonly correction: { readonly survey: KnownSurvey | null; readonly reason: string } | null;
  readonly now: string;
};

const LARGEST_SAMPLE = 100_000_000;

/** 导入测评: one survey once; a correction is another import of the whole, with its reason. */
export function decideSurvey(surveyId: string, wish: SurveyWish, scene: SurveyScene): Outcome<SurveyEvent> {
  const { correction } = scene;
  const wrong = checkWish(wish, scene) ?? checkCorrection(correction) ?? checkKnown(wish, scene);
  if (wrong) return wrong;
  const payload = {
    ...wish,
    surveyId,
    replaces: correction?.survey?.surveyId ?? null,
    reason: correction?.reason ?? null,
  };
  return accept({ type: 'survey.imported', payload, occurredAt: scene.now });
}

function checkWish(
  { title, organiser, from, to, sampleSize }: SurveyWish,
  { now }: SurveyScene,
): Refused | null {
  const wrong = checkText('title', title, { max: 200 }) ?? checkText('organiser', organiser, { max: 200 });
  if (wrong) return wrong;
  if (from > to) return refuse('SURVEY_PERIOD_INVALID', { from, to });
  if (to > dateInShanghai(now)) return refuse('DATE_IN_FUTURE', { field: 'to' });
  const possible = sampleSize >= 1 && sampleSize <= LARGEST_SAMPLE;
  return possible ? null : refuse('SURVEY_SAMPLE_INVALID', { max: LARGEST_SAMPLE });
}

function checkCorrection(correction: SurveyScene['correction']): Refused | null {
  if (!correction) return null;
  if (!correction.survey) return refuse('SURVEY_NOT_FOUND');
  if (correction.survey.replaced) return refuse('SURVEY_CORRECTED_BEFORE');
  return checkText('reason', correction.reason, { max: 500 });
}

function checkKnown({ title, organiser }: SurveyWish, { known, correction }: SurveyScene): Refused | null {
  const same = known.find(
    (one) =>
      !one.replaced &&
      one.surveyId !== correction?.survey?.surveyId &&
      one.title === title &&
      one.organiser === organiser,
  );
  return same ? refuse('SURVEY_IMPORTED_BEFORE', { title }) : null;
}

/** What scores read of a survey: a record for each result, which points back to it. */
export const recordsOf = (
  { surveyId, year }: Survey,
  results: readonly SurveyResult[],
  { now, newId }: { readonly now: string; readonly newId: () => string },
): EvidenceEvent[] =>
  results.map(({ code, unitId, caseId, answers, value }) => ({
    type: 'evidence.recorded',
    payload: {
      ...{ source: 'SURVEY', code, year, value, caseId },
      ...{ recordId: newId(), subject: { kind: 'UNIT', id: unitId }, survey: { id: surveyId, answers } },
      ...{ documents: [], note: null, replaces: null, reason: null },
    },
    occurredAt: now,
  }));
