import type { ConfirmedNumber, FiguresEvent, FigureYear } from './confirmation.js';

/** The latest word on a year's figures of a locality. */
export type KeptConfirmation = FigureYear & {
  readonly tenant: number;
  readonly serial: number;
  readonly confirmed: boolean;
  readonly numbers: readonly ConfirmedNumber[];
  readonly note: string | null;
  /** ISO instant. */
  readonly saidAt: string;
};

export type ConfirmationStore = {
  /** Of these localities, as far as the transaction sees them; those that never said anything are left out. */
  latest(tenants: readonly number[], years: readonly FigureYear[]): Promise<readonly KeptConfirmation[]>;
  append(known: KeptConfirmation | null, event: FiguresEvent): Promise<void>;
};
