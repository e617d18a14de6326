/** A published score: which sheet, over which facts, and what it came to. */
export type ScoreRun = {
  readonly runId: string;
  readonly sheet: string;
  readonly sheetSerial: number;
  readonly sheetVersion: string;
  readonly year: number;
  readonly asOf: string;
  readonly dataPosition: number;
  /** Of every subject's tree, in order: the same sheet over the same facts gives the same. */
  readonly hash: string;
  readonly subjects: number;
  readonly note: string | null;
  readonly publishedBy: string | null;
  readonly publishedAt: string;
};
