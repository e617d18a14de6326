import type { CalendarDate } from '@duban/kernel';
import type { Level, Outcomes } from './vocabulary.js';

/**
 * The canonical facts of one item: a case as a whole, or one unit's part of it. Everything a figure
 * counts is a column here, and nothing a figure counts is anywhere else. Dates are dates in
 * Asia/Shanghai. Replied, closed, solved and satisfied are four facts with four dates.
 */
export type Facts = {
  readonly year: number | null;
  readonly kind: string | null;
  readonly period: string | null;
  readonly category: string | null;
  readonly canonicalCategory: string | null;
  readonly proposerType: string | null;
  /** The system of the units that answer for it, as of the handover; SEVERAL where theirs differ. */
  readonly unitSystem: string | null;
  /** Canonical tiers of key designation, sorted, joined by `|`: an item may be in several. */
  readonly keyTiers: string | null;
  readonly submittedOn: CalendarDate | null;
  readonly acceptedOn: CalendarDate | null;
  readonly rejectedOn: CalendarDate | null;
  readonly convertedOn: CalendarDate | null;
  readonly mergedOn: CalendarDate | null;
  readonly withdrawnOn: CalendarDate | null;
  readonly handedOverOn: CalendarDate | null;
  /** Day on which the last reply that the first handover asked for went out. */
  readonly repliedOn: CalendarDate | null;
  readonly lastRepliedOn: CalendarDate | null;
  /** Latest due date of what is or was last to be answered, with approved extensions and as first set. */
  readonly dueOn: CalendarDate | null;
  readonly dueOriginalOn: CalendarDate | null;
  /** Earliest due date among replies still owed, in any round. */
  readonly openDueOn: CalendarDate | null;
  readonly openDueOriginalOn: CalendarDate | null;
  /** Replies given after their due date, in any round. */
  readonly lateReplies: number;
  readonly lateRepliesOriginal: number;
  readonly closedOn: CalendarDate | null;
  readonly solvedOn: CalendarDate | null;
  readonly satisfiedOn: CalendarDate | null;
  readonly outcomes: Outcomes | null;
  readonly localClass: string | null;
  readonly attitudeFirst: Level | null;
  readonly attitudeFinal: Level | null;
  readonly resultFirst: Level | null;
  readonly resultFinal: Level | null;
  readonly overallFirst: Level | null;
  readonly overallFinal: Level | null;
  /** 1 after handover, one more with each second handling. */
  readonly rounds: number;
  readonly contacts: number;
  readonly faceContacts: number;
  readonly faceReply: boolean;
  readonly headFaceReply: boolean;
  /** Assignments in force (unit x round), and those of them that owe a reply. */
  readonly assignments: number;
  readonly answering: number;
  readonly returns: number;
  readonly tracked: number;
  readonly struckOff: number;
  readonly openEntries: number;
  readonly yearsCarried: number;
  /** How it came in: ONLINE, PAPER or LEDGER. */
  readonly source: string | null;
  /** What its proposer agrees to disclose: FULL, TITLE_ONLY or NONE. */
  readonly disclosureConsent: string | null;
  /** Since when its result is open to the public: every letter says so, or it was published. */
  readonly disclosedOn: CalendarDate | null;
  /** Policies, standards, projects and the like that came of it. */
  readonly conversions: number;
  readonly convertedIntoOn: CalendarDate | null;
  /** By which rules of an item these values were made, as `countedBy` writes them; null: the common ones. */
  readonly countedBy: string | null;
};

export type FactColumn = keyof Facts;
export type ColumnType = 'text' | 'date' | 'int' | 'boolean';

/** Columns of the fact tables, in order, with their SQL types. The one list that tables, statements and comparisons are made from. */
export const FACT_COLUMNS = {
  year: 'int',
  kind: 'text',
  period: 'text',
  category: 'text',
  canonicalCategory: 'text',
  proposerType: 'text',
  unitSystem: 'text',
  keyTiers: 'text',
  submittedOn: 'date',
  acceptedOn: 'date',
  rejectedOn: 'date',
  convertedOn: 'date',
  mergedOn: 'date',
  withdrawnOn: 'date',
  handedOverOn: 'date',
  repliedOn: 'date',
  lastRepliedOn: 'date',
  dueOn: 'date',
  dueOriginalOn: 'date',
  openDueOn: 'date',
  openDueOriginalOn: 'date',
  lateReplies: 'int',
  lateRepliesOriginal: 'int',
  closedOn: 'date',
  solvedOn: 'date',
  satisfiedOn: 'date',
  outcomes: 'text',
  localClass: 'text',
  attitudeFirst: 'text',
  attitudeFinal: 'text',
  resultFirst: 'text',
  resultFinal: 'text',
  overallFirst: 'text',
  overallFinal: 'text',
  rounds: 'int',
  contacts: 'int',
  faceContacts: 'int',
  faceReply: 'boolean',
  headFaceReply: 'boolean',
  assignments: 'int',
  answering: 'int',
  returns: 'int',
  tracked: 'int',
  struckOff: 'int',
  openEntries: 'int',
  yearsCarried: 'int',
  source: 'text',
  disclosureConsent: 'text',
  disclosedOn: 'date',
  conversions: 'int',
  convertedIntoOn: 'date',
  countedBy: 'text',
} as const satisfies Record<FactColumn, ColumnType>;

export const FACT_COLUMN_NAMES = Object.keys(FACT_COLUMNS) as FactColumn[];

/** The column's name in the database. */
export const columnName = (column: FactColumn): string =>
  column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const sameFacts = (a: Facts, b: Facts): boolean =>
  FACT_COLUMN_NAMES.every((column) => a[column] === b[column]);
