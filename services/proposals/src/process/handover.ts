import type { AssignmentRole } from '../case/vocabulary.js';
import type { Condition } from './condition.js';
import type { Label } from './label.js';
import type { TypedField } from './typed-field.js';

/** How the units share a case: alone, a lead with co-units, or each for itself (独办、主办加协办、分办). */
export const HANDLING_MODES = ['SOLE', 'LEAD_AND_CO', 'SEPARATE'] as const;
export type HandlingMode = (typeof HANDLING_MODES)[number];

export const modeOf = (roles: readonly AssignmentRole[]): HandlingMode => {
  if (roles.includes('SEPARATE')) return 'SEPARATE';
  return roles.includes('LEAD') ? 'LEAD_AND_CO' : 'SOLE';
};

/**
 * What a field of the handover means, whatever it is called here. CATEGORY, LEAD_UNIT and CO_UNITS are
 * known from the docketing and the allocation; the others are given. DUE sets the due date.
 */
export const HANDOVER_MEANINGS = [
  'CATEGORY',
  'LEAD_UNIT',
  'CO_UNITS',
  'PERSON',
  'DUE',
  'LEADING_OFFICIAL',
  'SUPERVISING_LEADER',
  'STANDARD',
  'OTHER',
] as const;
export type HandoverMeaning = (typeof HANDOVER_MEANINGS)[number];

export type HandoverField = TypedField & {
  readonly meaning: HandoverMeaning;
  /** To be given for each unit (定具体人员), or once for the case. */
  readonly perUnit?: boolean;
  readonly when?: Condition;
};

export type HandoverRules = {
  readonly fields: Readonly<Record<string, HandoverField>>;
  readonly modes: readonly HandlingMode[];
  /** Whether the mode has to be stated with the allocation. */
  readonly modeRequired: boolean;
  /** The number of the notice (交办通知). */
  readonly notice: 'OPTIONAL' | 'REQUIRED';
  /** Whether a case is split into matters, each with its units, before it is handed over. */
  readonly matters: 'OPTIONAL' | 'REQUIRED';
  /**
   * 预交办: those named are asked about the units before the handover. After `rounds` proposals the
   * office decides whatever is said; who is silent until the PRECHECK deadline agrees.
   */
  readonly precheck: {
    readonly mode: 'OFF' | 'REQUIRED';
    readonly by: readonly ('PROPOSER' | 'UNITS')[];
    readonly rounds: number;
  };
};

/** What a unit says of who is responsible there, and by when (四级责任、五定). */
export const RESPONSIBILITY_MEANINGS = [
  'HEAD',
  'DEPUTY_HEAD',
  'SECTION',
  'HANDLER',
  'STANDARD',
  'DEADLINE',
  'SUPERVISOR',
  'OTHER',
] as const;
export type ResponsibilityMeaning = (typeof RESPONSIBILITY_MEANINGS)[number];
export type ResponsibilityField = TypedField & { readonly meaning: ResponsibilityMeaning };

/** One rung of the ladder on which a return or a quarrel over the lead is decided. */
export type ArbitrationRung = {
  readonly order: number;
  readonly label: Label;
  readonly roles: readonly string[];
};

export const NO_HANDOVER_RULES: HandoverRules = {
  fields: {},
  modes: HANDLING_MODES,
  modeRequired: false,
  notice: 'OPTIONAL',
  matters: 'OPTIONAL',
  precheck: { mode: 'OFF', by: [], rounds: 1 },
};

/** Versions that were stored before this part existed do not have it. */
export const handoverRules = ({ handover }: { readonly handover?: HandoverRules }): HandoverRules =>
  handover ?? NO_HANDOVER_RULES;

export const responsibilityFields = ({
  responsibility,
}: {
  readonly responsibility?: { readonly fields: ResponsibilityFields };
}): ResponsibilityFields => responsibility?.fields ?? {};

type ResponsibilityFields = Readonly<Record<string, ResponsibilityField>>;

/** The rungs in order, with their codes; none when the arbiters decide alone. */
export const rungsOf = ({
  returns,
}: {
  readonly returns: { readonly ladder?: Readonly<Record<string, ArbitrationRung>> };
}): (ArbitrationRung & { readonly code: string })[] =>
  Object.entries(returns.ladder ?? {})
    .map(([code, rung]) => ({ ...rung, code }))
    .sort((one, other) => one.order - other.order);
