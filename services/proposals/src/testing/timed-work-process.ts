// Timed work as a process of its own, for the test that kills one: `node timed-work-process.js <app url> <relay url> <now>`.
import 'reflect-metadata';
import { createLog } from '@duban/kernel/runtime';
import { startTimedWork } from '../clocks/timed-work.relay.js';
import { dependencies, openProposals } from '../wiring.js';

const [appUrl = '', relayUrl = '', now = ''] = process.argv.slice(2);
const log = createLog('timed work', 'silent');
const clock = () => now;
const database = await openProposals(appUrl, log, 2);
const relay = await openProposals(relayUrl, log, 1);
const deps = dependencies(clock);
startTimedWork({
  database,
  relay,
  clock,
  log,
  everyMs: 20,
  deps: (tx) => {
    const parts = deps(tx);
    const record: typeof parts.warnings.record = async (results, at) => {
      await parts.warnings.record(results, at);
      process.stdout.write(`${results.length}\n`);
    };
    return { ...parts, warnings: { ...parts.warnings, record } };
  },
});
