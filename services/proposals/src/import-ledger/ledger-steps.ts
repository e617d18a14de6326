import { startOfDay } from '@duban/kernel';
import type { Command } from '../case/commands.js';
import type { CaseState } from '../case/state.js';
import type { ConditionLanguage } from '../process/condition.js';
import type { Process } from '../process/process.js';
import type { LedgerKey, LedgerRow } from './ledger-columns.js';

/** One step of a case's history: which row and column it comes from, and the command it is, given where the case stands. */
export type LedgerStep = {
  readonly row: LedgerRow;
  readonly column: LedgerKey;
  /** Null when the case stands where no command can follow, e.g. a round that was never opened. */
  readonly command: (state: CaseState) => Command | null;
};

/** Who the names in a case's rows are: mandates by name. */
export type LedgerPeople = (name: string) => string | null;

export type LedgerCase = {
  readonly proposalId: string;
  readonly year: number;
  /** All rows of the case, in the file's order. */
  readonly rows: readonly [LedgerRow, ...LedgerRow[]];
};

/** The process, and what understands its conditions. */
export type LedgerRules = { readonly process: Process; readonly conditions: ConditionLanguage };

const HOUR = 3_600_000;

/** A ledger knows days only: steps of one day are a second apart, from nine in the morning, in their order. */
const instant = (date: string, order: number): string =>
  new Date(Date.parse(startOfDay(date)) + 9 * HOUR + order * 1000).toISOString();

/** One command of a case at its place in the day, e.g. the two halves of a merge. */
export const singleStep = (
  row: LedgerRow,
  column: LedgerKey,
  on: string,
  order: number,
  command: Command,
): LedgerStep => ({
  row,
  column,
  command: () => ({ ...command, occurredAt: instant(on, order) }),
});

/** Steps of a case in their order; those of intake begin at 0, those of handling at 200. */
export const dated = (steps: readonly Undated[], from: number): LedgerStep[] =>
  steps.map(({ row, column, on, command }, order) => ({
    row,
    column,
    command: (state) => {
      const ready = command(state);
      return ready && ({ ...ready, occurredAt: instant(on, from + order) } as Command);
    },
  }));

/** A step on a day, not yet at its second. */
export type Undated = Omit<LedgerStep, 'command'> & {
  readonly on: string;
  readonly command: (state: CaseState) => Command | null;
};
