import type { RecordedCaseEvent } from '../case/events.js';
import type { GrantMetadata } from '../store/projection-grants.js';
import type { GivenOpinion, GrantKind, GrantRelation, GrantSight, OpinionKind } from './grant.js';

/** A grant as the locality has it that it was given to. */
export type HeldGrant = {
  readonly ownerId: number;
  readonly id: string;
  readonly proposalId: string;
  readonly kind: GrantKind;
  /** Code and Chinese name of the form in the process of the locality that gave it. */
  readonly form: string;
  readonly label: string;
  readonly sees: GrantSight;
  readonly does: readonly OpinionKind[];
  readonly givenAt: Date;
  readonly endsAt: Date;
  readonly metadata: GrantMetadata;
};

export type GrantReading = {
  readonly grantId: string;
  readonly role: string;
  readonly saw: GrantSight;
  readonly readAt: Date;
};

export type NewOpinion = Omit<GivenOpinion, 'opinionId' | 'fromId' | 'at' | 'grantId'>;

/**
 * Work across levels. What was granted to the own locality is only there under purpose GRANT, while
 * it holds; all that is written stays in rows and events of the own locality.
 */
export interface GrantStore {
  /** Standing grants of other localities to this one. */
  held(): Promise<readonly HeldGrant[]>;
  /** Null when there is none, it has ended, or is not for this locality. */
  findHeld(ownerId: number, grantId: string): Promise<HeldGrant | null>;
  /** All of the case, where the grant lets all of it be seen; else nothing. */
  eventsOf(grant: HeldGrant): Promise<readonly RecordedCaseEvent[]>;
  recordReading(grant: HeldGrant): Promise<void>;
  recordOpinion(grant: HeldGrant, opinion: NewOpinion): Promise<string>;
  /** Of grants that this locality gave: who read, and what was given. */
  readingsOf(grantIds: readonly string[]): Promise<readonly GrantReading[]>;
  opinionsOf(grantIds: readonly string[]): Promise<readonly GivenOpinion[]>;
  /** Those above and below the own locality, by number. */
  relations(): Promise<ReadonlyMap<number, GrantRelation>>;
}
