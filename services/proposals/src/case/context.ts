import type { WorkingCalendar } from '@duban/kernel';
import type { GivenOpinion, GrantRelation } from '../grants/grant.js';
import type { ConditionLanguage } from '../process/condition.js';
import type { HeldDuty } from '../supervision/duty.js';
import type { CasePhase, ProposalKind, Source } from './vocabulary.js';

/** As of the moment the command says it happened. */
export type UnitFact = {
  readonly active: boolean;
  readonly system?: string | null;
  /** Code of the committee that liaises with the unit. */
  readonly liaisonCommittee?: string | null;
  /** Items the unit handles this year. */
  readonly load?: number | null;
};
/** As of the moment the command says it happened. */
export type MandateFact = { readonly active: boolean; readonly kind: 'DEPUTY' | 'CPPCC_MEMBER' };

/** What a merge has to know of the other case. */
export type OtherCase = {
  readonly proposalId: string;
  readonly kind: ProposalKind;
  readonly phase: CasePhase;
  readonly caseNumber: string | null;
  readonly authorIds: readonly string[];
};

/** Facts by id, to be asked for one by one. */
export type Lookup<Fact> = Pick<ReadonlyMap<string, Fact>, 'get' | 'has'>;
export type Membership = Pick<ReadonlySet<string>, 'has'>;

/** Facts from outside the case that rules need. The use case loads what its command mentions; the rest may stay empty. */
export type CaseContext = {
  readonly source: Source;
  /** What understands the conditions of the process. */
  readonly conditions: ConditionLanguage;
  readonly calendar: WorkingCalendar;
  /** Handling units of the locality by id. Absent: no such unit. */
  readonly units: Lookup<UnitFact>;
  /** Mandates of the locality by id. Absent: no such mandate. */
  readonly mandates: Lookup<MandateFact>;
  /** Those of the people a command names whom the locality knows. */
  readonly persons: Membership;
  /** Names of the locality's organs by code. */
  readonly organs: Lookup<string>;
  /** What the holder named in the command has on other cases of the same year. */
  readonly held: readonly HeldDuty[];
  /** Cases of the locality that the command names. */
  readonly caseIds: Membership;
  /** The locality's category codes with their canonical ones. */
  readonly categories: ReadonlyMap<string, string>;
  /** The next serial of the series that `seriesOf` names, read under a lock; null when docketing is not what is asked. */
  readonly nextSerial: number | null;
  /** True when a case of the locality already has the number a ledger gives. */
  readonly numberTaken: boolean;
  /** The next number of the tracking register of the year. */
  readonly nextEntrySerial: number;
  /** The other case of a merge; null when there is none with that id. */
  readonly other: OtherCase | null;
  /** Closing date of the session the case belongs to, for clocks that start there. */
  readonly sessionClose: string | null;
  /** Localities that a case may be granted to, by number: those above and below; beside, where the common level above decided so. */
  readonly relations?: ReadonlyMap<number, GrantRelation>;
  /** What other localities gave under grants of the case. */
  readonly opinions?: readonly GivenOpinion[];
  /** A fresh id (UUID) for what the command brings into being. */
  newId(): string;
};
