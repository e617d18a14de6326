// A consumer as a process of its own, for the test that kills one: `node consumer-process.js <admin url>`.
import { startConsumer } from '../consumer.js';
import { hear } from './sample-fold.js';
import { openSample, quiet } from './sample-services.js';

const database = await openSample(process.argv[2] ?? '', 'reader', 'relay');
startConsumer({
  database,
  source: 'teller',
  consumer: 'reader',
  log: quiet,
  pollMs: 20,
  batch: 50,
  apply: async (tx, tenant, events) => {
    await hear(tx, tenant, events);
    process.stdout.write(`${events.length}\n`);
  },
});
