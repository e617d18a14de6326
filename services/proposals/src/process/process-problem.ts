/** What is wrong with a whole process, and where: Chinese first, saying what to write. */
export type ProcessProblem = {
  readonly path: readonly string[];
  readonly zh: string;
  readonly en: string;
  /** For a problem inside an expression: where in it, from 1. */
  readonly inside?: { readonly line: number; readonly column: number };
};

export type Report = (
  path: readonly string[],
  zh: string,
  en: string,
  inside?: { readonly line: number; readonly column: number },
) => void;
