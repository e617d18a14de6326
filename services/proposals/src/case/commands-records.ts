import type { GivenValue } from '../records/given-value.js';
import type { Evidence } from './events-tracking.js';

type OnRecord = { readonly recordId: string };

export type RecordCommands = {
  /** `record` is the locality's kind of record; the ids say what on the case it is about. */
  'record.enter': {
    readonly record: string;
    readonly assignmentId?: string;
    readonly entryId?: string;
    readonly values: readonly GivenValue[];
  };
  'record.sign': OnRecord & { readonly signer?: string; readonly name?: string | null };
  'record.answer': OnRecord & { readonly text: string; readonly evidence?: readonly Evidence[] };
  'record.correct': OnRecord & { readonly values: readonly GivenValue[]; readonly reason: string };
};
