import { type DefinitionLabels, definitionLabels, type Label, type Mapping, valueAt } from '@duban/kernel';
import { DEADLINE_STEP_WORDS } from '../case/labels.js';
import { PROCESS_WORDS } from './value-words.js';

/** What the parts of a process are called; `schema` is process.schema.json. */
export const processLabels = (schema: Mapping): DefinitionLabels =>
  definitionLabels(schema, ([section], entry) => (section === 'deadlines' ? limitName(entry) : null));

/** A time limit goes by what it is for, and `when` of the rule, in brackets. */
function limitName(entry: unknown): Label | null {
  const words = DEADLINE_STEP_WORDS[valueAt(entry, ['step']) as keyof typeof DEADLINE_STEP_WORDS];
  if (!words) return null;
  const when = valueAt(entry, ['when']);
  if (when === undefined) return { zh: `${words[0]}时限`, en: `time limit for ${words[1]}` };
  const condition = PROCESS_WORDS.of(when);
  return { zh: `${words[0]}时限(${condition.zh})`, en: `time limit for ${words[1]} (${condition.en})` };
}
