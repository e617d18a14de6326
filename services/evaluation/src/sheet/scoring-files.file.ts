import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  celExpressions,
  contentHash,
  type FileProblem,
  fileLayersIn,
  fileSchema,
  type LocalityFolders,
  locateInLayers,
  madeOnce,
  type ReadLayer,
  refuseWrong,
} from '@duban/kernel/runtime';
import { type EffectiveSheets, effectiveSheets, type JudgeSheet } from './effective-sheets.js';
import { SCORING_FACTS } from './scoring-facts.js';
import { isIncomplete } from './sheet-problem.js';

/** What a locality's files say about scoring now, from the base down. */
export type ScoringToLoad = {
  readonly number: number;
  readonly effective: EffectiveSheets;
  readonly layers: readonly ReadLayer[];
  /** Of what the sheets say. */
  readonly hash: string;
};

const LANGUAGE = celExpressions(SCORING_FACTS);

/**
 * The sheets of each locality, made of the files from the base down to its own. Throws WrongFiles with
 * every problem of every file at once; a weight that still has to be entered is none: such a sheet is a
 * draft.
 */
export function scoringOf(root: string, folders: LocalityFolders, judge: JudgeSheet): ScoringToLoad[] {
  const { baseScoring: base, localities } = folders;
  const files = [base, ...localities.map(({ scoring }) => scoring)].filter((file) => file !== null);
  const schemaFile = join(resolve(root), '..', 'schema', 'locality', 'scoring.schema.json');
  const schema = fileSchema(readFileSync(schemaFile, 'utf8'));
  refuseWrong(files.flatMap((file) => schema.check(file)));
  const problems: FileProblem[] = [];
  const layersOf = fileLayersIn(folders, { base, of: ({ scoring }) => scoring });
  const effectiveOf = madeOnce((layers) => {
    const effective = effectiveSheets(layers, LANGUAGE, judge);
    return { effective, hash: contentHash(effective.sheets) };
  });
  const wanted = localities.map((folder): ScoringToLoad => {
    const layers = layersOf(folder);
    const { effective, hash } = effectiveOf(layers);
    const wrong = effective.problems.filter((problem) => !isIncomplete(problem));
    problems.push(...wrong.map((problem) => locateInLayers(problem, layers)));
    return { number: folder.locality.number, effective, layers, hash };
  });
  refuseWrong(problems);
  return wanted;
}
