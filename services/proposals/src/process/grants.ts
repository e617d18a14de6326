import type { DateUnit } from '@duban/kernel';
import type { GrantKind, GrantRelation, GrantSight, OpinionKind } from '../grants/grant.js';
import type { Label } from './label.js';

/** One form of work across levels: to whom, how much is seen at most, what may be given, and for how long at most. */
export type GrantForm = {
  readonly label: Label;
  readonly canonical: GrantKind;
  readonly to: readonly GrantRelation[];
  readonly sees: GrantSight;
  readonly does: readonly OpinionKind[];
  readonly within: { readonly amount: number; readonly unit: DateUnit };
  /** Only after the own level has done its part: every unit has replied. */
  readonly ownLevelFirst?: boolean;
};

/** 跨层级协作: by the locality's own codes. */
export type GrantForms = Readonly<Record<string, GrantForm>>;
