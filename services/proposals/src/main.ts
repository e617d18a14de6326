import 'reflect-metadata';
import { readConfig, runService } from '@duban/kernel/runtime';
import { configSchema } from './config.js';
import { startProposals } from './wiring.js';

await runService('proposals', (log) => startProposals(readConfig(configSchema), log));
