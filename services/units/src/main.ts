import 'reflect-metadata';
import { readConfig, runService } from '@duban/kernel/runtime';
import { configSchema } from './config.js';
import { startUnits } from './wiring.js';

await runService('units', (log) => startUnits(readConfig(configSchema), log));
