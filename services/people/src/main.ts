import 'reflect-metadata';
import { readConfig, startServiceServer } from '@duban/kernel/runtime';
import { peopleConfig } from './config.js';
import { wire } from './wiring.js';

await startServiceServer(await wire(readConfig(peopleConfig)));
