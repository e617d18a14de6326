import type { DefinitionLabels, DefinitionLanguage } from '@duban/kernel';
import type { ConditionLanguage } from '../process/condition.js';
import { effectiveProcess, type ProcessOfKinds } from '../process/effective-process.js';
import { diffProcesses } from './process-diff.js';

/** Processes as definitions that are drafted, compared and offered. */
export const processLanguage = (
  labels: DefinitionLabels,
  conditions: ConditionLanguage,
): DefinitionLanguage<ProcessOfKinds> => ({
  noun: 'process',
  labels,
  make: (layers) => {
    const { process: definition, locks } = effectiveProcess(layers, conditions);
    return { definition, locks };
  },
  diff: (from, to) => diffProcesses(from, to, labels),
  approvers: ({ publishing }) => publishing.approvers,
});
