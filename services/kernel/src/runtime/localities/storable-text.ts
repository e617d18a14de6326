import { isStorable } from '../../text.js';
import type { FileProblem } from './file-problem.js';
import type { LocatedYaml, YamlPath } from './located-yaml.js';

const UNSTORABLE = {
  zh: '含有控制字符或半个字符。请删除后重新输入。',
  en: 'it contains a control character or half a character. Remove it and type the text again.',
};

/** Every text of a file that could not be stored, at its place. */
export function unstorableTexts(yaml: LocatedYaml): FileProblem[] {
  const found: FileProblem[] = [];
  const visit = (value: unknown, path: YamlPath): void => {
    if (typeof value === 'string' && !isStorable(value)) found.push(yaml.problemAt(path, UNSTORABLE));
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, [...path, index]);
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
  };
  visit(yaml.value, []);
  return found;
}
