import { rejectDefinition, useCase } from '@duban/kernel';
import type { ProcessOfKinds } from '../../process/effective-process.js';

/** Whoever could approve it says why not. */
export const rejectProcess = useCase({
  action: 'process:approve',
  execute: rejectDefinition<ProcessOfKinds>,
});
