import type { DutyKind } from '../process/supervision.js';

export type DutyCommands = {
  'duty.assign': {
    readonly duty: DutyKind;
    readonly tier?: string | null;
    /** A person by name, or an organ of the locality by its code: one of the two. */
    readonly name?: string;
    readonly mandateId?: string | null;
    readonly personId?: string | null;
    readonly organ?: string;
  };
  'duty.end': { readonly dutyId: string; readonly reason?: string | null };
};
