import { approveDefinition, useCase } from '@duban/kernel';
import type { ProcessOfKinds } from '../../process/effective-process.js';

/** Another person publishes a checked draft from a date on; cases that were handed over before keep their version. */
export const approveProcess = useCase({
  action: 'process:approve',
  execute: approveDefinition<ProcessOfKinds>,
});
