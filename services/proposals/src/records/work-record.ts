import type { CalendarDate, Role } from '@duban/kernel';
import type { DueDate } from '../case/deadline.js';
import type { Evidence } from '../case/events-tracking.js';
import type { CanonicalLevel, FeedbackAxis, ProposalKind } from '../case/vocabulary.js';
import type { Label } from '../process/label.js';
import type { CanonicalRecord, RecordAbout, RecordFieldType, RecordRatingRule } from '../process/records.js';

/** What a record is about; ids that do not apply are null. */
export type RecordSubject = {
  readonly about: RecordAbout;
  readonly proposalId: string | null;
  readonly assignmentId: string | null;
  readonly entryId: string | null;
  /** The unit itself, or that of the assignment or entry. */
  readonly unitId: string | null;
  readonly mandateId: string | null;
};

export type RecordPerson = { readonly name: string; readonly mandateId: string | null };
export type Ballots = Readonly<Record<string, number>>;
export type FieldValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly RecordPerson[]
  | readonly Evidence[]
  | Ballots;

/** A filled field, with its words as they were then: a record explains itself in ten years, too. */
export type RecordValue = {
  readonly field: string;
  readonly label: Label;
  readonly type: RecordFieldType;
  readonly choices: Readonly<Record<string, Label>>;
  readonly value: FieldValue;
};

export type RecordVerdict = 'PASSED' | 'FAILED';

/** How a vote was counted: kept with it, so that its verdict can be explained when the rule has long been another. */
export type VoteCount = {
  /** Those who could vote, where the rule counts them; else null. */
  readonly voters: number | null;
  readonly cast: number;
  readonly passing: number;
  readonly abstained: number;
  readonly invalid: number;
  /** What the share is of: all who could vote, or the valid ballots. */
  readonly base: number;
  /** As a fraction, such as `2/3`; `strict`: more than it, and not just as much. */
  readonly share: string;
  readonly strict: boolean;
  readonly verdict: RecordVerdict;
  /** What it says as a rating, by a rule that tells more than passed or failed. */
  readonly level?: CanonicalLevel;
};

/** What a record says as a rating, for those who keep ratings. */
export type RecordedRating = {
  readonly source: RecordRatingRule['source'];
  readonly axis: FeedbackAxis;
  readonly level: string;
  readonly canonicalLevel: CanonicalLevel;
  readonly satisfied: boolean;
  readonly agency: string | null;
  /** Mandate of who was asked; null: nobody by name. */
  readonly raterId: string | null;
  readonly assignmentId: string | null;
  readonly unitId: string | null;
};

/** The same events in a case's stream, and in a stream of the record's own. */
export type RecordEvents = {
  'record.entered': {
    readonly recordId: string;
    /** The locality's own kind. */
    readonly kind: string;
    /** Whose process has the kind: that of a kind of cases, or what all share. */
    readonly caseKind: ProposalKind | null;
    readonly canonical: CanonicalRecord;
    readonly label: Label;
    readonly subject: RecordSubject;
    readonly values: readonly RecordValue[];
    readonly verdict: RecordVerdict | null;
    /** How it was counted, of a vote; votes from before it was kept have none. */
    readonly count?: VoteCount;
    readonly signers: readonly {
      readonly signer: string;
      readonly label: Label;
      readonly roles: readonly Role[];
    }[];
    /** Codes of what it says of the handling; kinds that say nothing have none. */
    readonly flags?: readonly string[];
    readonly answer: {
      readonly by: readonly Role[];
      readonly required: boolean;
      readonly due: DueDate | null;
    } | null;
    readonly enteredBy: readonly Role[];
    readonly visibleTo: readonly Role[];
    readonly processVersion: string;
    /** Complete at once, and of a kind that is a rating. */
    readonly rated?: RecordedRating;
  };
  'record.signed': {
    readonly recordId: string;
    readonly signer: string;
    readonly name: string | null;
    readonly mandateId: string | null;
    readonly personId: string | null;
    /** The last signature, on a kind that is a rating. */
    readonly rated?: RecordedRating;
  };
  'record.answered': {
    readonly recordId: string;
    readonly text: string;
    readonly evidence: readonly Evidence[];
    readonly late: boolean;
  };
  /** What was signed is another text now, so all sign again. */
  'record.corrected': {
    readonly recordId: string;
    readonly values: readonly RecordValue[];
    readonly verdict: RecordVerdict | null;
    /** How it was counted, of a vote; votes from before it was kept have none. */
    readonly count?: VoteCount;
    readonly flags?: readonly string[];
    readonly due: DueDate | null;
    readonly reason: string;
    /** What it says as a rating now; absent: it has to be signed anew first, or is none. */
    readonly rated?: RecordedRating;
  };
};

export type RecordSignature = RecordEvents['record.entered']['signers'][number] & {
  readonly signedAt: string | null;
  readonly name: string | null;
};

export type RecordAnswer = {
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly at: string;
  readonly late: boolean;
};

/** One work record as it is now. */
export type WorkRecord = Omit<RecordEvents['record.entered'], 'signers' | 'rated'> & {
  /** When what it records took place. */
  readonly at: string;
  readonly signers: readonly RecordSignature[];
  /** When the last of the signers signed; at once when none is needed. */
  readonly completedAt: string | null;
  readonly answered: RecordAnswer | null;
  readonly corrections: readonly {
    readonly at: string;
    readonly reason: string;
    readonly before: readonly RecordValue[];
  }[];
  /** The latest moment of anything on it. */
  readonly changedAt: string;
};

const unsigned = (signers: RecordEvents['record.entered']['signers']): readonly RecordSignature[] =>
  signers.map(({ signer, label, roles }) => ({ signer, label, roles, signedAt: null, name: null }));

const completed = (signers: readonly RecordSignature[], at: string): string | null =>
  signers.every(({ signedAt }) => signedAt !== null) ? at : null;

export const recordEntered = (
  { rated: _rated, ...entered }: RecordEvents['record.entered'],
  at: string,
): WorkRecord => ({
  ...entered,
  at,
  signers: unsigned(entered.signers),
  completedAt: entered.signers.length === 0 ? at : null,
  answered: null,
  corrections: [],
  changedAt: at,
});

export function recordSigned(
  record: WorkRecord,
  { signer, name }: RecordEvents['record.signed'],
  at: string,
): WorkRecord {
  const signers = record.signers.map((one) => (one.signer === signer ? { ...one, signedAt: at, name } : one));
  return { ...record, signers, completedAt: completed(signers, at), changedAt: at };
}

export const recordAnswered = (
  record: WorkRecord,
  { text, evidence, late }: RecordEvents['record.answered'],
  at: string,
): WorkRecord => ({ ...record, answered: { text, evidence, at, late }, changedAt: at });

export function recordCorrected(
  record: WorkRecord,
  { values, verdict, count, due, reason }: RecordEvents['record.corrected'],
  at: string,
): WorkRecord {
  const signers = unsigned(record.signers);
  return {
    ...record,
    values,
    verdict,
    ...(count && { count }),
    answer: record.answer && { ...record.answer, due },
    signers,
    completedAt: completed(signers, record.at),
    corrections: [...record.corrections, { at, reason, before: record.values }],
    changedAt: at,
  };
}

/** The cases a record names in its fields of type CASES. */
export const casesOf = ({ values }: Pick<WorkRecord, 'values'>): readonly string[] =>
  values.flatMap(({ type, value }) => (type === 'CASES' ? (value as readonly string[]) : []));

/** The day on which the answer is still in time; null when nobody waits for one. */
export const answerDueOn = ({ answer, answered }: WorkRecord): CalendarDate | null =>
  answered === null ? (answer?.due?.date ?? null) : null;
