import type { Outcome } from '@duban/kernel';
import { createRunner, type Log, newId, openDatabase, operatorOf } from '@duban/kernel/runtime';
import { EVALUATION_ACCESS } from '../evaluation.access.js';
import { directoryReads } from '../facts/fold-units/unit-directory.read.js';
import { scoreReads } from '../runs/score.read.js';
import { type ImportSurvey, importSurvey } from './import-survey/import-survey.js';
import type { KeptSurvey } from './survey.store.js';
import { surveyStore } from './survey.store.typeorm.js';

export { SURVEY_REFUSALS } from './survey-refusals.js';

/** An import from the command line: the same use case and runner, on the service's own role. */
export type SurveyImport = {
  run(tenant: number, input: ImportSurvey): Promise<Outcome<KeptSurvey>>;
  close(): Promise<void>;
};

export async function openSurveyImport(url: string, log: Log): Promise<SurveyImport> {
  const database = await openDatabase({ url, schema: 'evaluation', poolSize: 1, log });
  const runner = createRunner({
    database,
    access: EVALUATION_ACCESS,
    log,
    deps: (tx) => ({
      surveys: surveyStore(tx),
      scores: scoreReads(tx),
      directory: directoryReads(tx),
      now: tx.recordedAt,
      newId,
    }),
  });
  return {
    run: (tenant, input) => runner.run(importSurvey, operatorOf(tenant), input),
    close: () => database.close(),
  };
}
