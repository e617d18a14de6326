import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  celExpressions,
  contentHash,
  type FileLayer,
  type FileProblem,
  fileLayersIn,
  fileSchema,
  type LocalityFolders,
  locateInLayers,
  locateYaml,
  madeOnce,
  refuseWrong,
} from '@duban/kernel/runtime';
import { DEFAULT_RATING_RULES } from '../ratings/rating-rules.js';
import { type EffectiveSheets, effectiveSheets, type JudgeSheet } from './effective-sheets.js';
import { SCORING_FACTS } from './scoring-facts.js';
import type { Standards } from './sheet.js';
import { isIncomplete } from './sheet-problem.js';

/** What a locality's files say about scoring now, from the base down. */
export type ScoringToLoad = {
  readonly number: number;
  readonly effective: EffectiveSheets;
  readonly layers: readonly FileLayer[];
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
    const documents = layers.map(({ yaml: _, ...document }) => document);
    return { number: folder.locality.number, effective, layers: documents, hash };
  });
  refuseWrong(problems);
  return wanted;
}

/** What the base says for everybody; a folder that is not there says nothing. */
export function standardsOf(root: string | undefined): Standards {
  const file = root === undefined ? null : join(root, 'base', 'scoring.yaml');
  const base = file && existsSync(file) ? locateYaml(file, readFileSync(file, 'utf8')) : null;
  const layers = base ? [{ source: 'base', document: base.value }] : [];
  const {
    version: _,
    sheets: __,
    publishing: ___,
    ...standards
  } = effectiveSheets(layers, LANGUAGE, () => undefined).sheets;
  return { reports: {}, signs: {}, ratings: DEFAULT_RATING_RULES, ...standards };
}
