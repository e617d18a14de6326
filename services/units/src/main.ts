import 'reflect-metadata';
import { createLog, readConfig, WrongFiles } from '@duban/kernel/runtime';
import { configSchema } from './config.js';
import { startUnits } from './wiring.js';

const log = createLog('units');

startUnits(readConfig(configSchema), log).catch((error: Error) => {
  // Whoever wrote the files has to read this, line by line.
  if (error instanceof WrongFiles) process.stderr.write(`${error.message}\n`);
  else log.fatal({ error }, 'units cannot start');
  process.exit(1);
});
