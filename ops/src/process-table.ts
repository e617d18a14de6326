import { join } from 'node:path';
import type { ServicePlan } from '@duban/kernel/provision';
import { repository } from './paths.js';

/** A subgraph: one process, one schema, one set of roles. */
export type ServiceEntry = ServicePlan & {
  readonly zh: string;
  /** The port to prefer; when it is taken, any free one. */
  readonly port: number;
};

/** Every subgraph of the platform. docker-compose.yml names the same ones; a test compares them. */
export const SERVICES: readonly ServiceEntry[] = [
  { name: 'units', zh: '单位', port: 4001 },
  { name: 'people', zh: '人员', port: 4002 },
  { name: 'proposals', zh: '建议提案', port: 4003, consumes: ['units', 'people', 'evaluation'] },
  { name: 'evaluation', zh: '评价', port: 4004, consumes: ['units', 'proposals', 'evaluation'] },
];

export const GATEWAY_PORT = 4000;

export const serviceEntryPoint = (name: string): string =>
  join(repository, 'services', name, 'dist', 'src', 'main.js');

export const gatewayEntryPoint = join(repository, 'gateway', 'dist', 'main.js');
