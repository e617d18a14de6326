import type { Log } from './log.js';

const LAST_MOMENT_MS = 10_500;

/**
 * Ends the process well: on SIGTERM or SIGINT it closes and exits; when the process that supervises it
 * (DUBAN_SUPERVISED=1) is gone, the same, so that nothing is left behind.
 */
export function stopWithProcess(close: () => Promise<void>, log: Log): void {
  let stopping = false;
  const stop = (reason: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, 'stopping');
    setTimeout(() => {
      log.error('did not stop in time');
      process.exit(1);
    }, LAST_MOMENT_MS).unref();
    close().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  if (process.env.DUBAN_SUPERVISED === '1' && process.connected) {
    process.on('disconnect', () => stop('the supervising process is gone'));
  }
}
