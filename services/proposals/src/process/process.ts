import type { CalendarDate, DateUnit } from '@duban/kernel';
import type { DeadlineAnchor, DeadlineStep } from '../case/deadline.js';
import type {
  CanonicalLevel,
  CanonicalOutcome,
  ContactChannel,
  FeedbackAxis,
  KeyTier,
  ProposalKind,
  Source,
} from '../case/vocabulary.js';
import type { Condition, DerivedValues } from './condition.js';
import type { GrantForms } from './grants.js';
import type { Guard } from './guard.js';
import type { ArbitrationRung, HandoverRules, ResponsibilityField } from './handover.js';
import type { ItemRules } from './items.js';
import type { Label } from './label.js';
import type { PlanRules } from './plans.js';
import type { Publishing } from './publishing.js';
import type { RecordRules } from './records.js';
import type { Tracking } from './register.js';
import type { Commitments, Replies } from './replies.js';
import type { ReviewProcess } from './review.js';
import type { Schedule } from './schedule.js';
import type { FeedbackCorrection, OwnAxes, Rehandling, UnitSight } from './second-round.js';
import type { Sessions } from './sessions.js';
import type { SubmissionProcess } from './submission.js';
import type { Supervision } from './supervision.js';
import type { TermRule } from './terms.js';
import type { WarningLevels, WarningRules } from './warnings.js';
import type { LocalWords } from './words.js';

export type { Guard } from './guard.js';
export type { Label } from './label.js';

/** One clock: `amount` `unit`s after (before, when negative) `anchor`. Calendar months keep the day, clamped to the month's end. */
export type DeadlineRule = {
  readonly step: DeadlineStep;
  readonly when?: Condition;
  readonly anchor: DeadlineAnchor;
  /** For FIXED_DATE: `MM-DD` in the year of the anchor's moment. */
  readonly on?: string;
  readonly amount: number;
  readonly unit: DateUnit;
  /** What being late does: it is refused, or accepted and marked late. */
  readonly lateEffect: 'REFUSE' | 'ACCEPT';
};

/** `{year}` `{term}` `{session}` `{series}` `{serial}` or `{serial:4}` (zero-padded). Serials restart with each of `per`. */
export type NumberingRule = {
  readonly when?: Condition;
  readonly series: string;
  readonly pattern: string;
  /** The first serial of each series; 1 when left out. */
  readonly start?: number;
  readonly per: readonly ('YEAR' | 'TERM' | 'SESSION')[];
};

export type OutcomeClass = {
  readonly label: Label;
  readonly order: number;
  readonly outcomes: readonly CanonicalOutcome[];
};

export type SatisfactionLevel = {
  readonly label: Label;
  readonly order: number;
  readonly canonical: CanonicalLevel;
};

/**
 * How facts of one source are taken. `right`: the action one needs to
 * use the source at all; `eachAction`:
 * whether each command's own right is needed too. `actor` OWN: the acting person must be the one the
 * case names; ANY: an office enters it for them. `guards` and `windows` (time limits) may be OFF for
 * history that was never recorded; `numbers` GIVEN keeps the numbers of an old ledger.
 */
export type SourceRule = {
  readonly right: 'NONE' | 'paper:enter' | 'ledger:import';
  readonly eachAction: boolean;
  readonly actor: 'OWN' | 'ANY';
  readonly guards: 'AS_SET' | 'OFF';
  readonly windows: 'AS_SET' | 'OFF';
  readonly numbers: 'NEXT' | 'GIVEN';
};

/** A locality's whole process, after inheritance: base < province < city < county. */
export type Process = {
  /** Identifies this definition; a case keeps the one it was handed over under. */
  readonly version: string;
  readonly kinds: readonly ProposalKind[];
  /** Days off and days worked here that differ from the national calendar (公休、调休), by date. */
  readonly calendar: Readonly<Record<CalendarDate, 'OFF' | 'WORKED'>>;
  readonly sessions: Sessions;
  readonly term: TermRule;
  readonly limits: {
    readonly title: number;
    readonly body: number;
    readonly reply: number;
    readonly text: number;
    readonly cosigners: number;
    readonly evidence: number;
  };
  readonly cosign: { readonly enabled: boolean; readonly reconfirmOnRevision: boolean };
  readonly submission: SubmissionProcess;
  readonly review: ReviewProcess;
  readonly numbering: Readonly<Record<string, NumberingRule>>;
  readonly deadlines: Readonly<Record<string, DeadlineRule>>;
  readonly guards: Readonly<Record<string, Guard>>;
  /** Values of the locality's own, computed from facts, for its conditions. */
  readonly derived?: DerivedValues;
  readonly returns: {
    readonly arbiters: readonly string[];
    readonly clock: 'RESTART' | 'KEEP';
    readonly max: number;
    /** How often a case may go from unit to unit; then the last one keeps it. Left out: as often as it takes. */
    readonly rounds?: number | null;
    /** Who decides first, and to whom it goes when that is not settled; in place of `arbiters`. */
    readonly ladder?: Readonly<Record<string, ArbitrationRung>>;
    /** Whether lead and co-unit may change places (主办争议). */
    readonly leadDisputes?: boolean;
  };
  readonly handover?: HandoverRules;
  /** The receipt (回执): whether the unit has to say what it thinks of the handover. */
  readonly acknowledgement?: { readonly opinion: 'OPTIONAL' | 'REQUIRED' };
  readonly responsibility?: { readonly fields: Readonly<Record<string, ResponsibilityField>> };
  readonly plans?: PlanRules;
  /** 备案: who may file what cannot be handled now; nobody: it is not done here. */
  readonly filing?: { readonly by: readonly string[] };
  readonly extensions: {
    readonly max: number;
    readonly limit: { readonly amount: number; readonly unit: DateUnit };
    readonly approvers: readonly string[];
    /** What asking after the due date does. */
    readonly afterDue: 'REFUSE' | 'ACCEPT';
    /** What units with many items in the year get on top of `limit`: the rule with the most items met. */
    readonly byLoad?: Readonly<
      Record<string, { readonly atLeast: number; readonly amount: number; readonly unit: DateUnit }>
    >;
  };
  readonly contacts: {
    readonly faceToFaceChannels: readonly ContactChannel[];
    /** First before, then during: a contact of a phase needs one of the phase before it. */
    readonly inOrder?: boolean;
  };
  readonly replies: Replies;
  readonly commitments: Commitments;
  readonly outcomes: {
    readonly classes: Readonly<Record<string, OutcomeClass>>;
    readonly confirmers: readonly string[];
  };
  readonly feedback: {
    readonly respondents: 'LEAD_PROPOSER' | 'EVERY_PROPOSER';
    readonly axes: readonly FeedbackAxis[];
    readonly ownAxes: OwnAxes;
    readonly levels: Readonly<Record<string, SatisfactionLevel>>;
    readonly satisfied: readonly CanonicalLevel[];
    readonly correction: FeedbackCorrection;
    readonly unitSees: UnitSight;
  };
  /** How a case gets one value for figures and scores. */
  readonly items: ItemRules;
  readonly rehandling: Rehandling;
  readonly tracking: Tracking;
  readonly keyTiers: Readonly<Record<string, { readonly label: Label; readonly canonical: KeyTier }>>;
  readonly warnings: WarningRules;
  readonly warningLevels: WarningLevels;
  readonly sources: Readonly<Record<Source, SourceRule>>;
  /** What the place calls organs, roles, steps, phases and events, where it has its own words. */
  readonly words?: LocalWords;
  readonly publishing: Publishing;
  /** Forms of work across levels (跨层级协作). */
  readonly grants: GrantForms;
  /** Kinds of work records (工作记录). */
  readonly records: RecordRules;
  /** Supervision (督办): routing, key items by rule, quotas, reports. */
  readonly supervision: Supervision;
  /** What is to be held every year (定期工作). */
  readonly schedule: Schedule;
};
