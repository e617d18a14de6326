import { accept, type CalendarDate, dateInShanghai, query, refuse } from '@duban/kernel';
import type { EvaluationAction } from '../../evaluation.access.js';
import type { EvaluationDeps } from '../../evaluation.deps.js';
import type { SubjectKind } from '../../sheet/sheet.js';
import { differencesOf, type ScoreDifference } from '../run-differences.js';
import { type RunRecord, readRecord, readTree, runOver } from '../run-record.js';
import type { KeptRun } from '../score-run.js';

/** Over what a run is run again: what it read then, what is known today of the same instant, or what is so today. */
export const RERUN_FACTS = ['AS_PUBLISHED', 'AS_KNOWN_NOW', 'AS_OF_TODAY'] as const;
export type RerunFacts = (typeof RERUN_FACTS)[number];

export type RerunScores = { readonly run: KeptRun; readonly facts: RerunFacts };
export type Rerun = {
  readonly subject: SubjectKind;
  /** Every byte is what was published. */
  readonly equal: boolean;
  readonly hash: string;
  readonly differences: readonly ScoreDifference[];
};

type Deps = Pick<EvaluationDeps, 'scores' | 'runs' | 'language' | 'digest' | 'now'>;

/** 重算: by the sheet of then, and compared with what was published. Nothing is stored. */
export const rerunScores = query({
  action: 'score:rerun' satisfies EvaluationAction,
  async execute({ scores, runs, language, digest, now }: Deps, _viewer, { run, facts }: RerunScores) {
    const version = await scores.sheetsOf(run.sheetSerial);
    const sheet = version?.sheets.sheets[run.sheet];
    if (!sheet) return refuse('SHEET_NOT_FOUND', { sheet: run.sheet });
    const published = await runs.results(run.runId);
    const written = await runs.record(run.runId);
    const pinned = readRecord(written);
    const read = async (asOf: string, day: CalendarDate): Promise<RunRecord> => ({
      ...(await scores.facts(sheet.subject, { year: run.year, asOf })),
      day,
    });
    const over: Readonly<Record<RerunFacts, () => Promise<RunRecord>>> = {
      AS_PUBLISHED: async () => pinned,
      AS_KNOWN_NOW: () => read(run.asOf, pinned.day),
      AS_OF_TODAY: () => read(now, dateInShanghai(now)),
    };
    const record = await over[facts]();
    const again = runOver(sheet, record, language);
    const hash = digest(again.bytes);
    const stored = published.map(({ tree }) => `${tree}\n`).join('');
    const before = { record: pinned, scores: published.map(readTree) };
    const equal = hash === run.hash && stored === again.bytes && digest(written) === run.inputHash;
    const differences = equal ? [] : differencesOf({ before, after: { record, scores: again.scores } });
    return accept<Rerun>({ subject: sheet.subject, equal, hash, differences });
  },
});
