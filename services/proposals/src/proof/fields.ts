import type { FieldValue, TypedField } from '../process/typed-field.js';
import { PERSONS } from './world.js';

const VALUES: Readonly<Record<TypedField['type'], (field: TypedField) => string>> = {
  TEXT: () => '写明',
  DATE: () => '2026-02-10',
  NUMBER: () => '1',
  CHOICE: ({ choices = {} }) => Object.keys(choices)[0] ?? '',
  YES_NO: () => 'YES',
  PERSON: () => '甲',
};

/** A value for each field that a locality asks for. */
export const valuesFor = (fields: Readonly<Record<string, TypedField>>): readonly FieldValue[] =>
  Object.entries(fields).map(([field, rule]) => ({
    field,
    value: VALUES[rule.type](rule),
    personId: rule.type === 'PERSON' ? (PERSONS[0] ?? null) : null,
  }));
