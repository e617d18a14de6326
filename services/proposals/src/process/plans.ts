import type { DateUnit } from '@duban/kernel';
import type { Label } from './label.js';
import type { TypedField } from './typed-field.js';

/** To be solved within the year, by a schedule counted back from its end; or planned for later. */
export const PLAN_KINDS = ['THIS_YEAR', 'PLANNED'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** The four elements: who does it, how, by when, with what effect. */
export const PLAN_MEANINGS = ['WHO', 'HOW', 'BY', 'EFFECT', 'OTHER'] as const;
export type PlanMeaning = (typeof PLAN_MEANINGS)[number];
export type PlanField = TypedField & { readonly meaning: PlanMeaning };

export type PlanRules = {
  /** Empty: no plans are kept here. */
  readonly kinds: readonly PlanKind[];
  readonly fields: Readonly<Record<string, PlanField>>;
  readonly minMilestones: number;
  /** 倒排时间: the milestones of a THIS_YEAR plan that gives none itself, each so long before its end. */
  readonly reverse: Readonly<
    Record<string, { readonly label: Label; readonly amount: number; readonly unit: DateUnit }>
  >;
  /** Whether proposers see the plans. */
  readonly openToProposer: boolean;
};

const NO_PLANS: PlanRules = { kinds: [], fields: {}, minMilestones: 0, reverse: {}, openToProposer: true };

/** Versions that were stored before this part existed do not have it. */
export const planRules = ({ plans }: { readonly plans?: PlanRules }): PlanRules => plans ?? NO_PLANS;
