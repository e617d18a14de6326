import { WrongFiles } from './localities/file-problem.js';
import { createLog, type Log } from './log.js';

/** Runs a service's process. When it cannot start, it says why and ends with 1. */
export async function runService(name: string, start: (log: Log) => Promise<unknown>): Promise<void> {
  const log = createLog(name);
  try {
    await start(log);
  } catch (error) {
    // Whoever wrote the files has to read this, line by line.
    if (error instanceof WrongFiles) process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, `${name} cannot start`);
    process.exit(1);
  }
}
