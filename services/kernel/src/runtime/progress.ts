import type { Log } from './log.js';

/** Goes through a long list and says now and then how far it is. */
export type Told = <Item>(what: string, items: readonly Item[]) => Iterable<Item>;

export const silently: Told = (_, items) => items;

const EVERY_MS = 5_000;

/** Says it in the log, where whoever waits for the service to be ready looks for it. */
export const tellTo = (log: Log): Told =>
  function* (what, items) {
    let last = performance.now();
    for (const [at, item] of items.entries()) {
      if (performance.now() - last > EVERY_MS) {
        last = performance.now();
        log.info({ progress: at, of: items.length }, `${what} ${at}/${items.length}`);
      }
      yield item;
    }
  };
