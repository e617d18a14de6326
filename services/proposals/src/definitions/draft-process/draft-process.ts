import { draftDefinition, useCase } from '@duban/kernel';
import type { ProcessOfKinds } from '../../process/effective-process.js';

/** A change of the locality's own process, on top of the version that comes into force last. */
export const draftProcess = useCase({ action: 'process:draft', execute: draftDefinition<ProcessOfKinds> });
