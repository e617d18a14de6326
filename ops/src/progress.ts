import { performance } from 'node:perf_hooks';

/** One line per step: what is being done, then how long it took. Chinese first. */
export async function step<Result>(zh: string, en: string, work: () => Promise<Result>): Promise<Result> {
  const begun = performance.now();
  const live = process.stdout.isTTY === true;
  if (live) process.stdout.write(`  … ${zh} ${en}`);
  try {
    const result = await work();
    done(live, '✓', `${zh} ${en}`, begun);
    return result;
  } catch (error) {
    done(live, '✗', `${zh} ${en}`, begun);
    throw error;
  }
}

function done(live: boolean, mark: string, text: string, begun: number): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${live ? '\r\x1b[2K' : ''}  ${mark} ${text}  ${seconds} s\n`);
}

/** Something worth knowing while everything runs. */
export function note(text: string): void {
  process.stdout.write(`  ${text}\n`);
}
