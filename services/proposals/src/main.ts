import 'reflect-metadata';
import { createLog, readConfig, WrongFiles } from '@duban/kernel/runtime';
import { configSchema } from './config.js';
import { startProposals } from './wiring.js';

const log = createLog('proposals');

startProposals(readConfig(configSchema), log).catch((error: Error) => {
  // Whoever wrote the files has to read this, line by line.
  if (error instanceof WrongFiles) process.stderr.write(`${error.message}\n`);
  else log.fatal({ error }, 'proposals cannot start');
  process.exit(1);
});
