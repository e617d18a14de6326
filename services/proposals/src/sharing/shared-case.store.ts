import type { Page, Slice } from '@duban/kernel/graphql';

/** A case of a locality below: which locality's, and which. */
export type SharedReference = { readonly ownerId: number; readonly proposalId: string };

/** A case with its texts, as a locality that shares all of it is read from above. */
export type SharedText = SharedReference & {
  readonly kind: string;
  readonly phase: string;
  readonly caseNumber: string | null;
  readonly title: string;
  readonly body: string;
  readonly submittedAt: Date;
  readonly replies: readonly SharedReply[];
};

export type SharedReply = {
  readonly documentNumber: string;
  readonly class: string | null;
  readonly body: string;
  readonly issuedAt: string;
};

/** That somebody above opened a case of the own locality. */
export type Opening = {
  readonly id: string;
  readonly readerId: number;
  readonly role: string;
  readonly proposalId: string;
  readonly openedAt: Date;
};

/** Under purpose SHARED the database shows cases of those below that share all of them. */
export interface SharedCaseStore {
  /** Null when there is none, or it is not shared: the same. */
  findShared(reference: SharedReference): Promise<SharedText | null>;
  recordOpening(reference: SharedReference): Promise<void>;
  /** Of the own locality's cases, the last first. */
  openings(page: Page): Promise<Slice<Opening>>;
  countOpenings(): Promise<number>;
}
