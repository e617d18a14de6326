import type { ExpressionProblem } from '../../expressions/expression.js';
import type { FactTable } from '../../expressions/fact-table.js';
import { nearest } from '../localities/nearest.js';
import type { Finding } from './walk.js';

/** What the library says about an expression it does not accept. */
export type LibraryError = {
  readonly code: string;
  readonly summary: string;
  readonly range?: { readonly start: number; readonly end: number } | undefined;
};

const ZH: Readonly<Record<string, string>> = {
  unexpected_token: '此处多了或少了什么(括号、引号、运算符)。',
  unterminated_string: '字符串缺少结束的引号。',
  no_such_overload: '两边的类型不同,不能这样运算。文字须加引号,数字不加。',
  no_matching_overload: '没有接受这种参数的函数。',
  no_such_key: '没有这个字段。',
};

/** The library's error in the words of whoever wrote the expression. */
export function tellLibraryError(
  table: FactTable,
  expression: string,
  { code, summary, range }: LibraryError,
): Finding {
  const at = range?.start ?? 0;
  if (code === 'unknown_variable') {
    const name = expression.slice(at, range?.end ?? at);
    const meant = nearest(name, [...Object.keys(table), 'derived']);
    return {
      code: 'UNKNOWN_FACT',
      at,
      zh: `不认识“${name}”。${meant.zh}`,
      en: `"${name}" is not known. ${meant.en}`,
    };
  }
  return { at, zh: ZH[code] ?? '这不是有效的 CEL 表达式。', en: `${summary}.` };
}

/** Counts line and column inside the expression, from 1. */
export function placed(expression: string, { at, zh, en, code }: Finding): ExpressionProblem {
  const before = expression.slice(0, at).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  return {
    ...(code && { code }),
    line,
    column,
    zh: `条件第 ${line} 行第 ${column} 列:${zh}`,
    en: `condition, line ${line}, column ${column}: ${en}`,
  };
}
