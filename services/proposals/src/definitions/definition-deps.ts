import type * as kernel from '@duban/kernel';
import type { ConditionLanguage } from '../process/condition.js';
import type { ProcessOfKinds } from '../process/effective-process.js';

/** A version of the locality's process as it is stored. */
export type StoredDefinition = kernel.StoredDefinition<ProcessOfKinds>;
export type StoredVersions = kernel.StoredVersions<ProcessOfKinds>;
export type DefinitionStore = kernel.DefinitionStore<ProcessOfKinds>;

export type DefinitionDeps = kernel.DefinitionDesk<ProcessOfKinds> & {
  readonly conditions: ConditionLanguage;
};
