import { checkDefinition, useCase } from '@duban/kernel';
import type { ProcessOfKinds } from '../../process/effective-process.js';

/** Form, whole and proof. Only a draft without any problem counts as checked. */
export const checkProcess = useCase({ action: 'process:check', execute: checkDefinition<ProcessOfKinds> });
