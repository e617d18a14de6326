import 'reflect-metadata';
import { createLog, readConfig } from '@duban/kernel/runtime';
import { configSchema } from './config.js';
import { startUnits } from './wiring.js';

const log = createLog('units');

startUnits(readConfig(configSchema), log).catch((error: Error) => {
  log.fatal({ error }, 'units cannot start');
  process.exit(1);
});
