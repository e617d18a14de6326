import type { DefinitionTexts } from '@duban/kernel';
import { definitionTexts } from '@duban/kernel/runtime';
import { processLabels } from './process-labels.js';

/** Texts by process.schema.json, which is read once. */
export const processTexts = (schema: string): DefinitionTexts =>
  definitionTexts({ name: 'process.yaml', schema, labels: processLabels });
