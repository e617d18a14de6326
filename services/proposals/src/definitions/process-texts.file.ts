import { readFileSync } from 'node:fs';
import {
  editYaml,
  type FileProblem,
  type FileSchema,
  fileSchema,
  inReadingOrder,
  locateProblem,
  locateYaml,
} from '@duban/kernel/runtime';
import type { ProcessTexts, TextProblem } from './definition-deps.js';
import { processLabels } from './process-labels.js';
import type { Tree } from './process-tree.js';

const FILE = 'process.yaml';

/** Texts by the schema in `file`, which is read once. */
export function processTexts(file: string): ProcessTexts {
  const text = readFileSync(file, 'utf8');
  const schema: FileSchema = fileSchema(text);
  return {
    labels: processLabels(JSON.parse(text) as Tree),
    read: (written) => {
      const yaml = locateYaml(FILE, written);
      // An empty text says nothing of its own: all is as above.
      if (yaml.value === null && yaml.problems.length === 0) return { document: {}, problems: [] };
      const problems = inReadingOrder(schema.check(yaml)).map((problem) => told(problem, '', FILE));
      return { document: problems.length > 0 ? null : yaml.value, problems };
    },
    locate: (written, own, problems) => {
      const yaml = locateYaml(FILE, written);
      return problems.map((problem) => {
        const { source, path, zh, en } = problem;
        const found = source === own ? locateProblem(yaml, problem) : yaml.problemAt([], { zh, en });
        return told(found, path.join('.'), source);
      });
    },
    edit: editYaml,
  };
}

const told = ({ line, column, zh, en }: FileProblem, path: string, source: string): TextProblem => ({
  path,
  source,
  line,
  column,
  zh,
  en,
});
