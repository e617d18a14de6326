import { reviseDefinition, useCase } from '@duban/kernel';
import type { ProcessOfKinds } from '../../process/effective-process.js';

/** Another text for a draft that has not ended; it has to be checked again. */
export const reviseProcess = useCase({ action: 'process:draft', execute: reviseDefinition<ProcessOfKinds> });
