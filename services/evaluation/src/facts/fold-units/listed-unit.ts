/** A unit, and a section of one, as the locality's directory has them. */
export type ListedUnit = { readonly id: string; readonly name: string; readonly system: string | null };
export type ListedSection = {
  readonly id: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
};
