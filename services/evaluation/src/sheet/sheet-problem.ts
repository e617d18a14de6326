import type { LocatedProblem } from '@duban/kernel';

/** What can be wrong with a sheet. An INCOMPLETE one can be kept as a draft and never be published. */
export const SHEET_FAULTS = {
  WEIGHT_MISSING: 'INCOMPLETE',
  WEIGHTS_NOT_MAXIMUM: 'WRONG',
  NOT_A_DECIMAL: 'WRONG',
  NUMBER_OUT_OF_RANGE: 'WRONG',
  PART_MISSING: 'WRONG',
  PART_NOT_USED: 'WRONG',
  UNKNOWN_FACT: 'WRONG',
  UNKNOWN_NAME: 'WRONG',
  DIVIDES_BY_ZERO: 'WRONG',
  REFERS_TO_ITSELF: 'WRONG',
  TOO_COSTLY: 'WRONG',
  WRONG_EXPRESSION: 'WRONG',
  ORDER_NOT_UNIQUE: 'WRONG',
  STEPS_NOT_FALLING: 'WRONG',
  EXAMPLE_DIFFERS: 'WRONG',
  WRONG_TEMPLATE: 'WRONG',
  LOCKED: 'WRONG',
} as const;
export type SheetFault = keyof typeof SHEET_FAULTS;

export type SheetProblem = LocatedProblem & { readonly code: SheetFault };

/** `path` is within the sheet. */
export type SheetReport = (
  code: SheetFault,
  path: readonly (string | number)[],
  zh: string,
  en: string,
  inside?: { readonly line: number; readonly column: number },
) => void;

export const isIncomplete = ({ code }: SheetProblem): boolean => SHEET_FAULTS[code] === 'INCOMPLETE';
