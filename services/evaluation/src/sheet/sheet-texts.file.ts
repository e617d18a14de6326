import { readFileSync } from 'node:fs';
import type { ExpressionLanguage, PinnedLayer } from '@duban/kernel';
import {
  type FileProblem,
  fileSchema,
  inReadingOrder,
  locateProblem,
  locateYaml,
} from '@duban/kernel/runtime';
import { type EffectiveSheets, effectiveSheets, type JudgeSheet } from './effective-sheets.js';

/** What is wrong with a written sheet, and where in its text. */
export type WrittenProblem = Pick<FileProblem, 'line' | 'column' | 'zh' | 'en'> & {
  readonly code: string;
  readonly path: string;
};

export type WrittenSheets = {
  /** Null when the text does not fit the schema. */
  readonly effective: EffectiveSheets | null;
  readonly problems: readonly WrittenProblem[];
};

/** Reads a locality's own layer as text, on top of what stands above it. */
export interface SheetTexts {
  read(text: string, above: readonly PinnedLayer[]): WrittenSheets;
}

const OWN = 'scoring.yaml';

/** Texts by the schema in `file`, which is read once. */
export function sheetTexts(file: string, language: ExpressionLanguage, judge: JudgeSheet): SheetTexts {
  const schema = fileSchema(readFileSync(file, 'utf8'));
  return {
    read(text, above) {
      const yaml = locateYaml(OWN, text);
      const misfits = inReadingOrder(schema.check(yaml));
      if (misfits.length > 0)
        return {
          effective: null,
          problems: misfits.map((one) => ({ ...one, code: 'NOT_THE_SCHEMA', path: '' })),
        };
      const layers = [...above, { source: OWN, document: yaml.value }];
      const effective = effectiveSheets(layers, language, judge);
      const problems = effective.problems.map((problem) => {
        const { code, zh, en } = problem;
        const at = problem.source === OWN ? locateProblem(yaml, problem) : yaml.problemAt([], { zh, en });
        return { ...at, code, path: problem.path.join('.') };
      });
      return { effective, problems };
    },
  };
}
