import type { FileProblem } from './file-problem.js';
import type { LocatedYaml, YamlPath } from './located-yaml.js';

const UNSTORABLE = {
  zh: '含有控制字符或半个字符。请删除后重新输入。',
  en: 'it contains a control character or half a character. Remove it and type the text again.',
};

/** Control characters and halves of characters break everything that later shows or stores the text. */
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

const isStorable = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
