import { isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { FileProblem, ProblemText } from './file-problem.js';

/** Where in a file: keys of mappings and indexes of lists, from the top. */
export type YamlPath = readonly (string | number)[];

/** A YAML file that knows where everything stands. `value` is null when the text is not YAML at all. */
export type LocatedYaml = {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** Duplicate keys, tabs, unclosed brackets: what keeps the text from being YAML. */
  readonly problems: readonly FileProblem[];
  /** A problem at the value a path leads to, or at the nearest thing above it that exists. */
  problemAt(path: YamlPath, text: ProblemText): FileProblem;
  /** The same at the key instead of at its value. */
  problemAtKey(path: YamlPath, key: string, text: ProblemText): FileProblem;
};

const MAX_LENGTH = 2_000_000;

/** Reads YAML 1.2 (dates stay text, `no` is a word). Never throws: what is wrong is in `problems`. */
export function locateYaml(file: string, text: string): LocatedYaml {
  const lines = new LineCounter();
  const tooLong = text.length > MAX_LENGTH;
  const document = parseDocument(tooLong ? '' : text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const at = (offset: number | undefined, texts: ProblemText): FileProblem => {
    const place = offset === undefined ? { line: 1, col: 1 } : lines.linePos(offset);
    return { file, line: Math.max(place.line, 1), column: Math.max(place.col, 1), ...texts };
  };
  const problems = [...document.errors, ...document.warnings].map((error) =>
    at(error.pos[0], describe(error, text)),
  );
  if (tooLong) problems.push(at(0, TOO_LONG));
  const offsetOf = (path: YamlPath): number | undefined => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return undefined;
  };
  const keyOffset = (path: YamlPath, key: string): number | undefined => {
    const map = path.length === 0 ? document.contents : document.getIn(path, true);
    const pair = isMap(map)
      ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : undefined;
    return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(path);
  };
  const value = problems.length === 0 ? toValue(document) : null;
  if (value instanceof Error) problems.push(at(0, TOO_MANY_ALIASES));
  return {
    file,
    text,
    value: value instanceof Error ? null : value,
    problems,
    problemAt: (path, texts) => at(offsetOf(path), texts),
    problemAtKey: (path, key, texts) => at(keyOffset(path, key), texts),
  };
}

/** Aliases may not blow a small file up: a hundred uses are plenty for a person. */
function toValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const TOO_LONG: ProblemText = {
  zh: `文件超过 ${MAX_LENGTH} 字,请拆分或精简。`,
  en: `the file is longer than ${MAX_LENGTH} characters; shorten it.`,
};

const TOO_MANY_ALIASES: ProblemText = {
  zh: '别名(*)展开过多或指向不存在的锚点。请直接写出内容。',
  en: 'aliases (*) expand too far or point nowhere. Write the content out.',
};

const TEXTS: Readonly<Record<string, ProblemText>> = {
  DUPLICATE_KEY: {
    zh: '同一层里这个键写了两次。请删去一个。',
    en: 'this key stands here twice. Remove one.',
  },
  TAB_AS_INDENT: {
    zh: '缩进用了制表符。请改用空格。',
    en: 'a tab is used for indentation. Use spaces.',
  },
  BAD_INDENT: {
    zh: '缩进不对,或前面有没写完的括号、引号。同一层须左对齐,每深一层多两个空格。',
    en: 'the indentation is wrong, or a bracket or quote before it was not closed. Align what is on one level; two more spaces for each level.',
  },
  BAD_ALIAS: { zh: '引用了没有定义的锚点。', en: 'there is no anchor of this name.' },
  MULTIPLE_DOCS: {
    zh: '一个文件只能有一份内容。请删去“---”及其后的部分。',
    en: 'a file holds one document. Remove the "---" and what follows.',
  },
  MISSING_CHAR: {
    zh: '缺少结束的括号、引号或冒号、逗号。',
    en: 'a closing bracket or quote, a colon or a comma is missing.',
  },
  TAG_RESOLVE_FAILED: {
    zh: '不支持“!”开头的标记。请删去。',
    en: 'tags that begin with "!" are not supported. Remove it.',
  },
};

function describe(error: YAMLError, text: string): ProblemText {
  const known = TEXTS[error.code];
  if (error.code === 'DUPLICATE_KEY' && known) return { ...known, ...duplicate(error, text) };
  if (known) return known;
  return {
    zh: `不是有效的 YAML(${error.code})。请检查本行的缩进、冒号后的空格和引号。`,
    en: `this is not YAML: ${error.message}. Check the indentation, the space after colons and the quotes of this line.`,
  };
}

function duplicate(error: YAMLError, text: string): ProblemText | undefined {
  const key = /^[\w.-]+/.exec(text.slice(error.pos[0], error.pos[0] + 80))?.[0];
  if (!key) return undefined;
  return {
    zh: `“${key}”在同一层里写了两次。请删去一个。`,
    en: `"${key}" stands here twice. Remove one.`,
  };
}
