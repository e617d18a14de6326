import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

/** Registers an enum whose values are their own names; every value has its description. */
export function enumOf<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): { readonly [Name in Value]: Name } {
  const entries = Object.entries<string>(values);
  const object = Object.fromEntries(entries.map(([value]) => [value, value]));
  const valuesConfig = Object.fromEntries(entries.map(([value, text]) => [value, { description: text }]));
  registerEnumType(object, { name, description, valuesConfig });
  return object as { readonly [Name in Value]: Name };
}
