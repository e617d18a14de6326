import {
  type RecordEvents,
  recordAnswered,
  recordCorrected,
  recordEntered,
  recordSigned,
  type WorkRecord,
} from '../records/work-record.js';
import type { FoldOf } from './fold-intake.js';
import type { CaseState } from './state.js';

const onRecord = (
  state: CaseState,
  recordId: string,
  change: (record: WorkRecord) => WorkRecord,
): Partial<CaseState> => ({
  records: state.records.map((one) => (one.recordId === recordId ? change(one) : one)),
});

/** Records of a case; those apart from cases fold with the same functions. */
export const RECORD_FOLDS: FoldOf<RecordEvents> = {
  'record.entered': (state, entered, at) => ({
    records: [...state.records, recordEntered(entered, at)],
  }),
  'record.signed': (state, signed, at) =>
    onRecord(state, signed.recordId, (one) => recordSigned(one, signed, at)),
  'record.answered': (state, answered, at) =>
    onRecord(state, answered.recordId, (one) => recordAnswered(one, answered, at)),
  'record.corrected': (state, corrected, at) =>
    onRecord(state, corrected.recordId, (one) => recordCorrected(one, corrected, at)),
};
