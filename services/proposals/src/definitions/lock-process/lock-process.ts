import { lockDefinition, useCase } from '@duban/kernel';
import type { ProcessOfKinds } from '../../process/effective-process.js';

/** Drafts what a level above does not let those below change. */
export const lockProcess = useCase({ action: 'process:draft', execute: lockDefinition<ProcessOfKinds> });
