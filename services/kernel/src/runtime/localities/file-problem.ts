/** Something wrong in a file a person writes: where it is, and what to write instead, in Chinese and English. */
export type FileProblem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly zh: string;
  readonly en: string;
};

/** A problem's texts before its place is known. */
export type ProblemText = { readonly zh: string; readonly en: string };

/** One problem on one line, in the form editors make clickable. */
export const formatProblem = ({ file, line, column, zh, en }: FileProblem): string =>
  `${file}:${line}:${column} ${zh} / ${en}`;

/** Files are wrong: every problem of every file at once. */
export class WrongFiles extends Error {
  override readonly name = 'WrongFiles';
  constructor(readonly problems: readonly FileProblem[]) {
    super(
      `${problems.length} 处有误 / ${problems.length} problem(s):\n${problems.map(formatProblem).join('\n')}`,
    );
  }
}

/** In the order in which a person reads: by file, then from top to bottom. */
export const inReadingOrder = (problems: readonly FileProblem[]): FileProblem[] =>
  [...problems].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
