import 'reflect-metadata';
import { readConfig, runService, startServiceServer } from '@duban/kernel/runtime';
import { peopleConfig } from './config.js';
import { wire } from './wiring.js';

await runService('people', async (log) => startServiceServer(await wire(readConfig(peopleConfig), log)));
