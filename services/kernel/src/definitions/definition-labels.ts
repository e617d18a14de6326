import { isMapping, type Mapping, valueAt } from '../layers/layer.js';
import type { TreePath } from './definition-tree.js';
import type { Label } from './label.js';

/** What the parts of a definition are called: by the schema's descriptions, and entries by their own names. */
export type DefinitionLabels = {
  /** The whole way to a value, such as `前提“答复前须签收”的不满足时`. */
  of(path: TreePath, definition: unknown): Label;
};

/** A name for an entry that has none of its own; null where there is none either. */
export type EntryName = (path: TreePath, entry: unknown) => Label | null;

/** `schema` is the definition's JSON Schema; its descriptions are `中文。 / English.`. */
export const definitionLabels = (schema: Mapping, nameOf: EntryName = () => null): DefinitionLabels => ({
  of: (path, definition) => {
    const steps = path.map((_, length) => step(schema, path.slice(0, length + 1), definition, nameOf));
    const shown = steps.filter(({ kind }, index) => kind === 'entry' || !hidesIn(steps, index));
    return { zh: joined(shown, 'zh'), en: joined(shown, 'en') };
  },
});

type Step = Label & { readonly kind: 'part' | 'entry' };

/** The name of a mapping says nothing beside the name of one of its entries: 时限 · 答复时限 is 答复时限. */
const hidesIn = (steps: readonly Step[], index: number): boolean => steps[index + 1]?.kind === 'entry';

function joined(steps: readonly Step[], language: 'zh' | 'en'): string {
  return steps.map((one) => one[language]).join(language === 'zh' ? '的' : ', ');
}

function step(schema: Mapping, path: TreePath, definition: unknown, nameOf: EntryName): Step {
  const parent = schemaAt(schema, path.slice(0, -1));
  const key = path.at(-1) as string;
  const property = isMapping(parent.properties) ? parent.properties[key] : undefined;
  if (isMapping(property)) return { kind: 'part', ...described(resolved(schema, property), key) };
  const entry = valueAt(definition, path);
  return { kind: 'entry', ...entryLabel(key, entry, described(parent, ''), nameOf(path, entry)) };
}

function entryLabel(key: string, entry: unknown, parent: Label, name: Label | null): Label {
  const own = valueAt(entry, ['label']) ?? valueAt(entry, ['name']);
  if (isMapping(own))
    return { zh: `${parent.zh}“${String(own.zh)}”`, en: `${parent.en} "${String(own.en)}"` };
  return name ?? { zh: `${parent.zh}“${key}”`, en: `${parent.en} "${key}"` };
}

const CLAUSE = /^[^，。：；:;,.(（]+/;

function described(schema: Mapping, key: string): Label {
  const [zh = '', en = ''] = String(schema.description ?? '').split(' / ');
  return { zh: CLAUSE.exec(zh)?.[0].trim() || key, en: CLAUSE.exec(en)?.[0].trim().toLowerCase() || key };
}

function schemaAt(root: Mapping, path: TreePath): Mapping {
  return path.reduce<Mapping>(
    (here, key) => {
      const properties = isMapping(here.properties) ? here.properties : {};
      const next = properties[key] ?? here.additionalProperties;
      return resolved(root, isMapping(next) ? next : {});
    },
    resolved(root, root),
  );
}

/** Beside a `$ref` the description that stands nearer to the use wins. */
function resolved(root: Mapping, schema: Mapping): Mapping {
  if (typeof schema.$ref !== 'string') return schema;
  const target = valueAt(root, schema.$ref.replace('#/', '').split('/'));
  return { ...(isMapping(target) ? resolved(root, target) : {}), ...schema };
}
