import type { CalendarDate, LocatedProblem, PinnedLayer } from '@duban/kernel';
import type { ConditionLanguage } from '../process/condition.js';
import type { ProcessOfKinds } from '../process/effective-process.js';
import type { LayerRef, NewDraftEvent } from './draft-events.js';
import type { DraftsState } from './draft-state.js';
import type { OwnEdit } from './merge-offers.js';
import type { ProcessLabels } from './process-labels.js';
import type { Judge } from './remembered-judge.js';

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
};

/** The written form of a process: YAML by process.schema.json. */
export interface ProcessTexts {
  readonly labels: ProcessLabels;
  /** What a text says; null, with every problem in reading order, when it does not fit the schema. */
  read(text: string): { readonly document: unknown; readonly problems: readonly TextProblem[] };
  /** Where in the text problems of the whole lie; one of a level above is told at the beginning. */
  locate(text: string, own: string, problems: readonly LocatedProblem[]): readonly TextProblem[];
  /** The text with some values said, or not said any more; comments stay. */
  edit(text: string, edits: readonly OwnEdit[]): string;
}

/** A version of the locality's process as it is stored. */
export type StoredDefinition = {
  readonly version: string;
  readonly serial: number;
  readonly effectiveFrom: CalendarDate;
  readonly origin: 'FILE' | 'PUBLISHED';
  readonly draftId: string | null;
  readonly recordedAt: string;
  readonly process: ProcessOfKinds;
  readonly layers: readonly PinnedLayer[];
};

/** What is published: the process, the documents it is made of, the own one last. */
export type Publication = {
  readonly draftId: string;
  readonly process: ProcessOfKinds;
  readonly layers: readonly PinnedLayer[];
  readonly text: string;
  readonly effectiveFrom: CalendarDate;
};

/** The stored versions of one locality. */
export interface StoredVersions {
  inForce(on: CalendarDate): Promise<StoredDefinition>;
  /** The version that comes into force last: what the next draft builds upon. */
  latest(): Promise<StoredDefinition>;
  /** The one stored before it; the first has none before it but itself. */
  before(serial: number): Promise<StoredDefinition>;
  find(version: string): Promise<StoredDefinition | null>;
  /** All versions, the latest first. */
  list(): Promise<readonly StoredDefinition[]>;
}

/** The definitions of the transaction's locality, and what those above it say. */
export interface DefinitionStore extends StoredVersions {
  /** Those of a locality below, under purpose COUNTS; null when it is not below. */
  below(locality: number): Promise<StoredVersions | null>;
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
  publish(publication: Publication): Promise<string>;
  /** Stores what holds on a day without what the draft published, from that day on; gives the version's name. */
  restore(draftId: string, from: CalendarDate): Promise<string>;
}

export type DefinitionDeps = {
  readonly definitions: DefinitionStore;
  readonly texts: ProcessTexts;
  readonly conditions: ConditionLanguage;
  readonly judge: Judge;
  now(): string;
  newId(): string;
};
