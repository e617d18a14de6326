import type { LocatedProblem } from '../../layers/layer.js';
import type { FileProblem } from './file-problem.js';
import type { LocatedYaml } from './located-yaml.js';

/** Where in the text a problem of the whole lies. */
export function locateProblem(yaml: LocatedYaml, { path, zh, en, inside }: LocatedProblem): FileProblem {
  const found = yaml.problemAt(path, { zh, en });
  return inside ? insideExpression(yaml, found, inside) : found;
}

/** An expression on one line is pointed into; of one over several lines the problem's text tells where. */
function insideExpression(
  { text }: LocatedYaml,
  at: FileProblem,
  inside: { readonly line: number; readonly column: number },
): FileProblem {
  const start = text.split('\n')[at.line - 1]?.[at.column - 1];
  if (inside.line > 1 || start === undefined || '|>'.includes(start)) return at;
  const quote = start === '"' || start === "'" ? 1 : 0;
  return { ...at, column: at.column + quote + inside.column - 1 };
}
