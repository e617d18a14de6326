import { dateInShanghai } from '@duban/kernel';
import type { FieldValue, TypedField } from '../process/typed-field.js';
import { PERSONS } from './world.js';

const VALUES: Readonly<Record<TypedField['type'], (field: TypedField, today: string) => string>> = {
  TEXT: () => '写明',
  DATE: (_, today) => today,
  NUMBER: () => '1',
  CHOICE: ({ choices = {} }) => Object.keys(choices)[0] ?? '',
  YES_NO: () => 'YES',
  PERSON: () => '甲',
};

/** A value for each field that a locality asks for; dates are the day on which they are given. */
export const valuesFor = (fields: Readonly<Record<string, TypedField>>, now: string): readonly FieldValue[] =>
  Object.entries(fields).map(([field, rule]) => ({
    field,
    value: VALUES[rule.type](rule, dateInShanghai(now)),
    personId: rule.type === 'PERSON' ? (PERSONS[0] ?? null) : null,
  }));
