/** What went wrong at start-up or in a command, told to a person: Chinese first, English beside it. */
export class Failure extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
    options?: ErrorOptions,
  ) {
    super(en, options);
  }
}

/** Prints a failure as one message and sets the exit code; anything unexpected keeps its stack. */
export function reportFailure(error: unknown): void {
  const told = error instanceof Failure;
  const text = told ? `\n✗ ${error.zh}\n  ${error.en}\n` : `\n✗ ${inspectError(error)}\n`;
  process.stderr.write(text);
  process.exitCode = 1;
}

const inspectError = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
