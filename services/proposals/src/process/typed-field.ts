import { isCalendarDate } from '@duban/kernel';
import type { Label } from './label.js';

export const FIELD_TYPES = ['TEXT', 'DATE', 'NUMBER', 'CHOICE', 'YES_NO', 'PERSON'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** A field that a locality asks for by its own name. Values travel as text; the type says which text is one. */
export type TypedField = {
  readonly label: Label;
  readonly order?: number;
  readonly type: FieldType;
  readonly required: boolean;
  /** For CHOICE: what may be chosen, by code. */
  readonly choices?: Readonly<Record<string, Label>>;
};

/** One value given. PERSON: the name is the value, `personId` who it is where that is known. */
export type FieldValue = {
  readonly field: string;
  readonly value: string;
  readonly personId: string | null;
};

const FITS: Readonly<Record<FieldType, (value: string, field: TypedField) => boolean>> = {
  TEXT: () => true,
  PERSON: () => true,
  DATE: (value) => isCalendarDate(value),
  NUMBER: (value) => /^-?\d{1,12}(\.\d{1,6})?$/.test(value),
  CHOICE: (value, { choices }) => choices?.[value] !== undefined,
  YES_NO: (value) => value === 'YES' || value === 'NO',
};

/** Whether a text is a value of the field's type. */
export const fitsField = (field: TypedField, value: string): boolean => FITS[field.type](value, field);
