import type { RecordEvents, WorkRecord } from './work-record.js';

/** An event of a record apart from any case. */
export type NewRecordEvent = {
  readonly [Type in keyof RecordEvents]: {
    readonly type: Type;
    readonly payload: RecordEvents[Type];
    readonly occurredAt: string;
  };
}[keyof RecordEvents];

export type RecordFile = { readonly record: WorkRecord; readonly version: number };

/** Records about units, persons and the locality: each has a stream of its own. */
export interface RecordStore {
  find(recordId: string): Promise<RecordFile | null>;
  /** Records the event and the row; version 0 is a record that does not exist yet. */
  append(file: RecordFile | null, event: NewRecordEvent): Promise<WorkRecord>;
  /** Units, mandates and cases of the locality among these ids: what a field may name. */
  known(
    units: readonly string[],
    mandates: readonly string[],
    cases: readonly string[],
    at: string,
  ): Promise<KnownHere>;
}

export type KnownHere = {
  readonly units: ReadonlyMap<string, unknown>;
  readonly mandates: ReadonlyMap<string, unknown>;
  readonly caseIds: ReadonlySet<string>;
};
