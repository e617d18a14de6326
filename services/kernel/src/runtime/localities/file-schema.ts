import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { isCalendarDate } from '../../calendar.js';
import type { FileProblem, ProblemText } from './file-problem.js';
import type { LocatedYaml, YamlPath } from './located-yaml.js';
import { nearest } from './nearest.js';
import { unstorableTexts } from './storable-text.js';

type SchemaNode = { readonly [keyword: string]: unknown };

/** A JSON Schema (draft 2020-12) for files that people write; its descriptions say what to write: `中文 / English`. */
export type FileSchema = {
  /** Every way in which the file does not fit, each with its place. Empty: it fits. */
  check(yaml: LocatedYaml): FileProblem[];
};

/** Makes a checker of a schema's text. Throws when the schema itself is wrong. */
export function fileSchema(schemaText: string): FileSchema {
  const root = JSON.parse(schemaText) as SchemaNode;
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
  ajv.addFormat('date', isCalendarDate);
  const validate = ajv.compile(root);
  return {
    check: (yaml) => {
      if (yaml.problems.length > 0) return [...yaml.problems];
      if (validate(yaml.value)) return unstorableTexts(yaml);
      return [...(validate.errors ?? [])].filter(says).map((error) => locate(yaml, root, error));
    },
  };
}

/** `propertyNames` repeats what its inner error says better. */
const says = ({ keyword }: ErrorObject): boolean => keyword !== 'propertyNames' && keyword !== 'if';

function locate(yaml: LocatedYaml, root: SchemaNode, error: ErrorObject): FileProblem {
  const path = pathOf(error.instancePath, yaml.value);
  const key = error.keyword === 'additionalProperties' ? error.params.additionalProperty : error.propertyName;
  const schema = schemaAt(root, path);
  if (typeof key === 'string') return yaml.problemAtKey(path, key, keyText(root, schema, error, key));
  return yaml.problemAt(path, valueText(root, schema, error, valueAt(yaml.value, path)));
}

const pathOf = (pointer: string, value: unknown): YamlPath => {
  let at = value;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(at) ? Number(key) : key;
      at = (at as Record<string | number, unknown> | undefined)?.[step];
      return step;
    });
};

const valueAt = (value: unknown, path: YamlPath): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | undefined)?.[step], value);

/** The schema in force at a path. Beside a `$ref`, the description that stands nearer to the use wins. */
function schemaAt(root: SchemaNode, path: YamlPath): SchemaNode {
  let schema = resolve(root, root);
  for (const step of path) {
    const properties = (schema.properties ?? {}) as Record<string, SchemaNode>;
    const next = typeof step === 'number' ? schema.items : (properties[step] ?? schema.additionalProperties);
    schema = resolve(root, (typeof next === 'object' && next !== null ? next : {}) as SchemaNode);
  }
  return schema;
}

function resolve(root: SchemaNode, schema: SchemaNode): SchemaNode {
  if (typeof schema.$ref !== 'string') return schema;
  const target = valueAt(root, schema.$ref.replace('#/', '').split('/')) as SchemaNode;
  return { ...resolve(root, target), ...schema };
}

function keyText(root: SchemaNode, schema: SchemaNode, error: ErrorObject, key: string): ProblemText {
  if (error.keyword !== 'additionalProperties') {
    const names = resolve(root, (schema.propertyNames ?? {}) as SchemaNode);
    const allowed = nearest(key, (error.params.allowedValues as string[] | undefined) ?? []);
    return withHint(
      names,
      { zh: `键“${key}”不对。${allowed.zh}`, en: `the key "${key}" is wrong. ${allowed.en}` },
      null,
    );
  }
  const known = Object.keys((schema.properties ?? {}) as object);
  const allowed = nearest(key, known);
  return { zh: `不认识的键“${key}”。${allowed.zh}`, en: `unknown key "${key}". ${allowed.en}` };
}

function valueText(root: SchemaNode, schema: SchemaNode, error: ErrorObject, value: unknown): ProblemText {
  if (error.keyword === 'required' || error.keyword === 'dependentRequired') {
    const missing = String(error.params.missingProperty);
    const properties = (schema.properties ?? {}) as Record<string, SchemaNode>;
    const inner = resolve(root, properties[missing] ?? ((schema.additionalProperties || {}) as SchemaNode));
    return withHint(inner, { zh: `缺少“${missing}”。`, en: `"${missing}" is missing.` }, missing);
  }
  if (error.keyword === 'type' && schema.type === 'string' && typeof value === 'number') {
    return { zh: `请加引号,写作 "${value}"。`, en: `put it in quotes: "${value}".` };
  }
  return withHint(schema, reason(error, value), null);
}

function reason({ keyword, params }: ErrorObject, value: unknown): ProblemText {
  const shown = short(value);
  if (keyword === 'enum') {
    const allowed = nearest(
      String(value),
      (params.allowedValues as unknown[]).filter((allowed) => typeof allowed === 'string'),
    );
    return {
      zh: `${shown} 不在可选值之内。${allowed.zh}`,
      en: `${shown} is not one of the choices. ${allowed.en}`,
    };
  }
  if (keyword === 'type') return { zh: `${shown} 的类型不对。`, en: `${shown} is of the wrong kind.` };
  if (keyword === 'minItems') return { zh: '列表不能为空。', en: 'the list must not be empty.' };
  if (keyword === 'uniqueItems') return { zh: '列表中有重复。', en: 'the list repeats something.' };
  return { zh: `${shown} 不符合要求。`, en: `${shown} does not fit.` };
}

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'null';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** What the schema's description and example say to write. */
function withHint(schema: SchemaNode, text: ProblemText, key: string | null): ProblemText {
  const [zh = '', en = ''] = String(schema.description ?? '').split(' / ');
  const sample = (schema.examples as unknown[] | undefined)?.[0];
  const example = sample === undefined ? '' : `${key ? `${key}: ` : ''}${JSON.stringify(sample)}`;
  return {
    zh: `${text.zh}${zh}${example ? `例如 ${example}` : ''}`,
    en: `${text.en}${en ? ` ${en}` : ''}${example ? ` For example ${example}` : ''}`,
  };
}
