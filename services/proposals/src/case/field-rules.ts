import { type Refused, refuse } from '@duban/kernel';
import { type FieldValue, fitsField, type TypedField } from '../process/typed-field.js';
import { checkTyped } from './actor-rules.js';
import { firstRefusal, type Refusal, type Scene } from './rule.js';

type Fields = Readonly<Record<string, TypedField>>;

/** A field in its locality's words, as refusal texts want it. */
const named = ({ label }: TypedField) => ({ fieldZh: label.zh, fieldEn: label.en });

export const missingField = (field: TypedField): Refusal => refuse('FIELD_MISSING', named(field));
export const unfitField = (field: TypedField): Refusal => refuse('FIELD_VALUE_INVALID', named(field));

/** A person of the locality; who is not in the directory is nobody that could be named. */
export const checkPerson = ({ context }: Scene, personId: string | null | undefined): Refusal | null =>
  personId == null || context.persons.has(personId) ? null : refuse('PERSON_NOT_FOUND');

function checkValue(scene: Scene, fields: Fields, { field: code, value, personId }: FieldValue) {
  const field = fields[code];
  if (!field) return refuse('FIELD_UNKNOWN', { field: code }) satisfies Refused;
  return firstRefusal(
    () => checkTyped(scene, field.label.zh, value),
    () => (fitsField(field, value) ? null : unfitField(field)),
    () => checkPerson(scene, personId),
  );
}

/** Every value is one of a field that there is; nothing is said of fields that are missing. */
export const checkValues = (scene: Scene, fields: Fields, values: readonly FieldValue[]): Refusal | null =>
  firstRefusal(...values.map((value) => () => checkValue(scene, fields, value)));

/** The first required field without a value. */
export function checkRequired(fields: Fields, values: readonly FieldValue[]): Refusal | null {
  const missing = Object.entries(fields).find(
    ([code, { required }]) => required && !values.some((one) => one.field === code),
  );
  return missing ? missingField(missing[1]) : null;
}

/** The value of the field with a meaning, with the field. */
export function meantBy<Meaning extends string>(
  fields: Readonly<Record<string, TypedField & { readonly meaning: Meaning }>>,
  values: readonly FieldValue[],
  meaning: Meaning,
): { readonly field: TypedField; readonly value: string } | null {
  for (const { field: code, value } of values) {
    const field = fields[code];
    if (field?.meaning === meaning) return { field, value };
  }
  return null;
}
