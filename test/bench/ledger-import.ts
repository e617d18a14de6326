import { table } from './samples.js';
import type { World } from './world.js';

/** A year's ledger from a CSV file, through the ordinary rules, all or nothing. */
export async function ledgerImport(world: World): Promise<string> {
  const imports = await world.loaded();
  return table([
    [
      'rows',
      'cases',
      'events',
      'seconds',
      'rows a second',
      'most memory of the import, MiB',
      'figures complete after, s',
    ],
    ...imports.map(({ rows, cases, events, seconds, peakMib, foldSeconds }) => [
      String(rows),
      String(cases),
      String(events),
      seconds.toFixed(1),
      (rows / seconds).toFixed(0),
      peakMib.toFixed(0),
      foldSeconds.toFixed(1),
    ]),
  ]);
}
