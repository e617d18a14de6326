import { useCase, withdrawDefinition } from '@duban/kernel';
import type { ProcessOfKinds } from '../../process/effective-process.js';

/** The draft is not pursued. */
export const withdrawDraft = useCase({
  action: 'process:draft',
  execute: withdrawDefinition<ProcessOfKinds>,
});
