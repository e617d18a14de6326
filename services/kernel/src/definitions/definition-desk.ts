import type { CalendarDate } from '../calendar.js';
import type { LocatedProblem } from '../layers/layer.js';
import type { Lock } from '../layers/locks.js';
import type { PinnedLayer } from '../layers/pinned-layer.js';
import type { DefinitionChange } from './definition-diff.js';
import type { DefinitionLabels } from './definition-labels.js';
import type { TreePath } from './definition-tree.js';
import type { LayerRef, NewDraftEvent } from './draft-events.js';
import type { DraftsState } from './draft-state.js';

/** A problem of the whole; `code` where the definition's language has codes for them. */
export type CodedProblem = LocatedProblem & { readonly code?: string };

/** What is wrong in a written document, and where: line and column count from 1. */
export type TextProblem = {
  /** Empty when the text is no YAML, so that nothing stands anywhere. */
  readonly path: string;
  /** The level whose document it is in. */
  readonly source: string;
  readonly line: number;
  readonly column: number;
  readonly zh: string;
  readonly en: string;
  readonly code?: string;
};

/** An edit of the locality's own document: a value, or nothing said any more. */
export type OwnEdit = { readonly path: TreePath } & ({ readonly value: unknown } | { readonly remove: true });

/** The written form of a definition: YAML by its schema. */
export interface DefinitionTexts {
  readonly labels: DefinitionLabels;
  /** What a text says; null, with every problem in reading order, when it does not fit the schema. */
  read(text: string): { readonly document: unknown; readonly problems: readonly TextProblem[] };
  /** Where in the text problems of the whole lie; one of a level above is told at the beginning. */
  locate(text: string, own: string, problems: readonly CodedProblem[]): readonly TextProblem[];
  /** The text with some values said, or not said any more; comments stay. */
  edit(text: string, edits: readonly OwnEdit[]): string;
}

/** A version of the locality's definition as it is stored. */
export type StoredDefinition<Definition> = {
  readonly version: string;
  readonly serial: number;
  readonly effectiveFrom: CalendarDate;
  readonly origin: 'FILE' | 'PUBLISHED';
  readonly draftId: string | null;
  readonly recordedAt: string;
  readonly definition: Definition;
  readonly layers: readonly PinnedLayer[];
};

/** What is published: the whole, the documents it is made of, the own one last. */
export type Publication<Definition> = {
  readonly draftId: string;
  readonly definition: Definition;
  readonly layers: readonly PinnedLayer[];
  readonly text: string;
  readonly effectiveFrom: CalendarDate;
};

/** The stored versions of one locality. */
export interface StoredVersions<Definition> {
  inForce(on: CalendarDate): Promise<StoredDefinition<Definition>>;
  /** The version that comes into force last: what the next draft builds upon. */
  latest(): Promise<StoredDefinition<Definition>>;
  /** The one stored before it; the first has none before it but itself. */
  before(serial: number): Promise<StoredDefinition<Definition>>;
  find(version: string): Promise<StoredDefinition<Definition> | null>;
  /** All versions, the latest first. */
  list(): Promise<readonly StoredDefinition<Definition>[]>;
}

/** The definitions of the transaction's locality, and what those above it say. */
export interface DefinitionStore<Definition> extends StoredVersions<Definition> {
  /** Those of a locality below, under purpose COUNTS; null when it is not below. */
  below(locality: number): Promise<StoredVersions<Definition> | null>;
  drafts(): Promise<DraftsState>;
  /** Throws StaleVersion when somebody was faster. Call it last. */
  append(state: DraftsState, events: readonly NewDraftEvent[]): Promise<void>;
  /** What each level above says on a date, from the base down. */
  above(on: CalendarDate): Promise<readonly PinnedLayer[]>;
  /** Documents of levels above by their content. */
  resolve(refs: readonly LayerRef[]): Promise<readonly PinnedLayer[]>;
  /** The locality's own file as it was loaded last. Throws when none ever was. */
  ownFile(): Promise<PinnedLayer>;
  /** The file as it was when it had this hash; null when it never had it. */
  findOwnFile(hash: string): Promise<PinnedLayer | null>;
  /** What the version that comes into force last was written as. */
  ownText(): Promise<string>;
  /** Stores the version and the own layer for those below; gives the version's name. */
  publish(publication: Publication<Definition>): Promise<string>;
  /** Stores what holds on a day without what the draft published, from that day on; gives the version's name. */
  restore(draftId: string, from: CalendarDate): Promise<string>;
}

/** What documents make together, and everything that keeps it from being published. */
export type Judged<Definition> = {
  readonly definition: Definition | null;
  readonly problems: readonly CodedProblem[];
};

export type Judge<Definition> = (layers: readonly PinnedLayer[]) => Judged<Definition>;

/** What a definition is made of and told in: a process, score sheets. */
export type DefinitionLanguage<Definition> = {
  /** Events, refusals and tables are called after it, such as `process`. */
  readonly noun: string;
  readonly labels: DefinitionLabels;
  /** What documents make together, from the base down; null when it cannot be used. */
  make(layers: readonly PinnedLayer[]): {
    readonly definition: Definition | null;
    readonly locks: readonly Lock[];
  };
  /** Where two of them differ, in plain words. */
  diff(from: Definition, to: Definition): readonly DefinitionChange[];
  /** The roles of which one approves the next, by somebody who did not write it. */
  approvers(definition: Definition): readonly string[];
};

/** What changing a definition takes, inside one transaction. */
export type DefinitionDesk<Definition> = {
  readonly definitions: DefinitionStore<Definition>;
  readonly texts: DefinitionTexts;
  readonly language: DefinitionLanguage<Definition>;
  readonly judge: Judge<Definition>;
  now(): string;
  newId(): string;
};
