import { useCase, withdrawDefinition } from '@duban/kernel';
import type { ProcessOfKinds } from '../../process/effective-process.js';

/** The draft is not pursued. */
export const withdrawDraft = useCase({
  action: 'process:withdraw-draft',
  execute: withdrawDefinition<ProcessOfKinds>,
});
