import { DEADLINE_STEP_WORDS } from '../case/labels.js';
import type { Label } from '../process/label.js';
import { at, isTree, type Tree, type TreePath } from './process-tree.js';
import { wordsOf } from './value-words.js';

type Schema = Tree;

/** What the parts of a definition are called: by the schema's descriptions, and entries by their own labels. */
export type ProcessLabels = {
  /** The whole way to a value, such as `前提“答复前须签收”的不满足时`. */
  of(path: TreePath, definition: unknown): Label;
};

/** `schema` is process.schema.json; its descriptions are `中文。 / English.`. */
export const processLabels = (schema: Schema): ProcessLabels => ({
  of: (path, definition) => {
    const steps = path.map((_, length) => step(schema, path.slice(0, length + 1), definition));
    const known = steps.filter((one) => one !== null);
    const shown = known.filter(
      ({ kind }, index) => kind === 'entry' || index === known.length - 1 || !hidesIn(known, index),
    );
    return { zh: joined(shown, 'zh'), en: joined(shown, 'en') };
  },
});

type Step = Label & { readonly kind: 'part' | 'entry' };

/** The name of a mapping says nothing beside the name of one of its entries: 时限 · 答复时限 is 答复时限. */
const hidesIn = (steps: readonly Step[], index: number): boolean => steps[index + 1]?.kind === 'entry';

function joined(steps: readonly Step[], language: 'zh' | 'en'): string {
  return steps.map((one) => one[language]).join(language === 'zh' ? '的' : ', ');
}

function step(schema: Schema, path: TreePath, definition: unknown): Step | null {
  const parent = schemaAt(schema, path.slice(0, -1));
  const key = path.at(-1) as string;
  const property = isTree(parent.properties) ? parent.properties[key] : undefined;
  if (isTree(property)) return { kind: 'part', ...described(resolved(schema, property), key) };
  return { kind: 'entry', ...entryLabel(path, key, at(definition, path), described(parent, '')) };
}

/** `when` of a rule, in brackets. */
function entryLabel(path: TreePath, key: string, entry: unknown, parent: Label): Label {
  const label = at(entry, ['label']);
  if (isTree(label))
    return { zh: `${parent.zh}“${String(label.zh)}”`, en: `${parent.en} "${String(label.en)}"` };
  const words = DEADLINE_STEP_WORDS[at(entry, ['step']) as keyof typeof DEADLINE_STEP_WORDS];
  if (path[0] !== 'deadlines' || !words) return { zh: `${parent.zh}“${key}”`, en: `${parent.en} "${key}"` };
  const when = at(entry, ['when']);
  if (when === undefined) return { zh: `${words[0]}时限`, en: `time limit for ${words[1]}` };
  const condition = wordsOf(when);
  return { zh: `${words[0]}时限(${condition.zh})`, en: `time limit for ${words[1]} (${condition.en})` };
}

const CLAUSE = /^[^，。：；:;,.(（]+/;

function described(schema: Schema, key: string): Label {
  const [zh = '', en = ''] = String(schema.description ?? '').split(' / ');
  return { zh: CLAUSE.exec(zh)?.[0].trim() || key, en: CLAUSE.exec(en)?.[0].trim().toLowerCase() || key };
}

function schemaAt(root: Schema, path: TreePath): Schema {
  return path.reduce<Schema>(
    (here, key) => {
      const properties = isTree(here.properties) ? here.properties : {};
      const next = properties[key] ?? here.additionalProperties;
      return resolved(root, isTree(next) ? next : {});
    },
    resolved(root, root),
  );
}

/** Beside a `$ref` the description that stands nearer to the use wins. */
function resolved(root: Schema, schema: Schema): Schema {
  if (typeof schema.$ref !== 'string') return schema;
  const target = at(root, schema.$ref.replace('#/', '').split('/'));
  return { ...(isTree(target) ? resolved(root, target) : {}), ...schema };
}
