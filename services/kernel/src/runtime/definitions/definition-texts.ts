import { readFileSync } from 'node:fs';
import type { CodedProblem, DefinitionTexts, TextProblem } from '../../definitions/definition-desk.js';
import type { DefinitionLabels } from '../../definitions/definition-labels.js';
import type { Mapping } from '../../layers/layer.js';
import { editYaml } from '../localities/edit-yaml.js';
import { type FileProblem, inReadingOrder } from '../localities/file-problem.js';
import { fileSchema } from '../localities/file-schema.js';
import { locateProblem } from '../localities/locate-problem.js';
import { locateYaml } from '../localities/located-yaml.js';

/** What a written definition is called, and where its schema stands. */
export type WrittenAs = {
  /** Such as `process.yaml`; the source of what does not fit the schema. */
  readonly name: string;
  readonly schema: string;
  labels(schema: Mapping): DefinitionLabels;
};

/** Texts by a schema, which is read once. */
export function definitionTexts({ name, schema: file, labels }: WrittenAs): DefinitionTexts {
  const text = readFileSync(file, 'utf8');
  const schema = fileSchema(text);
  return {
    labels: labels(JSON.parse(text) as Mapping),
    read: (written) => {
      const yaml = locateYaml(name, written);
      // An empty text says nothing of its own: all is as above.
      if (yaml.value === null && yaml.problems.length === 0) return { document: {}, problems: [] };
      const problems = inReadingOrder(schema.check(yaml)).map((problem) =>
        told(problem, { path: '', source: name }),
      );
      return { document: problems.length > 0 ? null : yaml.value, problems };
    },
    locate: (written, own, problems) => {
      const yaml = locateYaml(name, written);
      return problems.map((problem) => {
        const { source, path, zh, en } = problem;
        const found = source === own ? locateProblem(yaml, problem) : yaml.problemAt([], { zh, en });
        return told(found, { ...codeOf(problem), path: path.join('.'), source });
      });
    },
    edit: editYaml,
  };
}

const codeOf = ({ code }: CodedProblem): { readonly code?: string } => (code === undefined ? {} : { code });

const told = (
  { line, column, zh, en }: FileProblem,
  place: Pick<TextProblem, 'path' | 'source' | 'code'>,
): TextProblem => ({ ...place, line, column, zh, en });
