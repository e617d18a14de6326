/** A piece of a written sentence: words, or a placeholder such as `{closed.share}`. */
export type Piece =
  | { readonly words: string }
  | { readonly name: string; readonly part: string | null; readonly column: number };

export type TemplateFault = { readonly column: number; readonly zh: string; readonly en: string };

const PIECE = /\{([^{}]*)\}|[{}]|[0-9０-９]+/g;
const PLACEHOLDER = /^([a-z][A-Za-z0-9]*)(?:\.([a-z]+))?$/;

export type Template = { readonly pieces: readonly Piece[]; readonly faults: readonly TemplateFault[] };

/**
 * Reads a sentence. A number that somebody typed would stand there whatever the records say, so digits
 * come from placeholders alone.
 */
export function readTemplate(text: string): Template {
  const pieces: Piece[] = [];
  const faults: TemplateFault[] = [];
  let from = 0;
  for (const match of text.matchAll(PIECE)) {
    const column = match.index + 1;
    pieces.push({ words: text.slice(from, match.index) });
    from = match.index + match[0].length;
    const [, name, part] = PLACEHOLDER.exec(match[1] ?? '') ?? [];
    if (name) pieces.push({ name, part: part ?? null, column });
    else faults.push({ column, ...faultOf(match[0]) });
  }
  pieces.push({ words: text.slice(from) });
  return { pieces, faults };
}

function faultOf(found: string): Omit<TemplateFault, 'column'> {
  if (/^[0-9０-９]/.test(found))
    return {
      zh: `文字中不能直接写数字“${found}”,数字一律由占位符从统计中取得。`,
      en: `the text cannot hold the number "${found}" itself: numbers come from placeholders alone.`,
    };
  return {
    zh: `“${found}”不是占位符。请写成 {名称.部分},如 {closed.share}。`,
    en: `"${found}" is no placeholder. Write {name.part}, such as {closed.share}.`,
  };
}

/** The text with every placeholder filled; `null` when one of them has nothing to say. */
export function fillTemplate(
  text: string,
  wordsOf: (name: string, part: string | null) => string | null,
): string | null {
  const said = readTemplate(text).pieces.map((piece) =>
    'words' in piece ? piece.words : wordsOf(piece.name, piece.part),
  );
  return said.includes(null) ? null : said.join('');
}
