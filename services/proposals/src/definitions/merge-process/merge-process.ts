import { mergeDefinition, useCase } from '@duban/kernel';
import type { ProcessOfKinds } from '../../process/effective-process.js';

/** Takes chosen changes of a level above (or of the own file) into a draft. */
export const mergeProcess = useCase({ action: 'process:draft', execute: mergeDefinition<ProcessOfKinds> });
