import { accept, refuse, useCase, type Viewer } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import { runOver, writeRecord } from '../run-record.js';
import { inRanking } from '../score-board.js';
import { isFault, readQuestion } from '../score-question.js';
import { decidePublication } from '../score-run.js';
import { scoringSheet } from '../sheet-version.js';
import { standingVetoes } from '../standing-vetoes.js';

export type PublishScores = {
  readonly sheet: string;
  readonly year: number;
  /** ISO instant; null: as things stand now. */
  readonly asOf: string | null;
  readonly note: string | null;
  readonly reason: string | null;
};

type Deps = Pick<EvaluationDeps, 'scores' | 'runs' | 'directory' | 'language' | 'digest' | 'now' | 'newId'>;

/**
 * 发布考核结果: everybody's score as of an instant, frozen with what was read. It is never changed:
 * another publication takes its place, with a reason.
 */
export const publishScores = useCase({
  action: 'score:publish' satisfies EvaluationAction,
  async execute(deps: Deps, { tenant }: Viewer, { sheet, year, asOf, ...said }: PublishScores) {
    const { scores, runs, directory, language, digest, now, newId } = deps;
    const question = readQuestion({ sheet, year, asOf: asOf ?? now }, new Date(now));
    if (isFault(question)) return refuse('DATE_IN_FUTURE', { field: 'asOf' });
    const found = scoringSheet(await scores.sheetsOn(question.sheetDay), sheet);
    if (!found.accepted) return found;
    const { version, sheet: by } = found.value;
    const { positions, ...facts } = await scores.facts(by.subject, question);
    const record = { ...facts, day: question.day };
    const run = runOver(by, record, language);
    const written = writeRecord(record);
    const ran = {
      runId: newId(),
      sheet,
      sheetSerial: version.serial,
      sheetVersion: version.version,
      year,
      asOf: question.asOf ?? now,
      positions,
      inputHash: digest(written),
      hash: digest(run.bytes),
      subjects: run.results.length,
      vetoes: standingVetoes(by, run.scores, by.subject === 'SECTION' ? await directory.sections() : []),
    };
    const decision = decidePublication(ran, said, await runs.of(sheet, year));
    if (!decision.accepted) return decision;
    const places = new Map(inRanking(by, run.scores).map(({ subjectId }, place) => [subjectId, place]));
    const placed = run.results.map((one) => ({ ...one, place: places.get(one.subjectId) ?? 0 }));
    await runs.publish(decision.value, written, placed);
    const kept = await runs.find({ tenant, id: ran.runId });
    return kept ? accept(kept) : refuse('SCORE_RUN_NOT_FOUND');
  },
});
