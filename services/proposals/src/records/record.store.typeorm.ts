import { type EventRow, fromRow, type Transaction } from '@duban/kernel/runtime';
import { lookAtLocality } from '../clocks/warning.store.typeorm.js';
import { writeTable } from '../store/case-rows.store.js';
import { knownCases, mandateFacts, unitFacts } from '../store/known-facts.read.js';
import { workRecordRow } from '../store/projection-records.js';
import type { NewRecordEvent, RecordFile, RecordStore } from './record.store.js';
import {
  recordAnswered,
  recordCorrected,
  recordEntered,
  recordSigned,
  type WorkRecord,
} from './work-record.js';

const streamOf = (recordId: string): string => `record:${recordId}`;

export function recordStore(tx: Transaction): RecordStore {
  return {
    async find(recordId) {
      const rows = await tx.query<EventRow>(
        `SELECT * FROM proposals.event WHERE tenant_id = $1 AND stream = $2 ORDER BY stream_version`,
        [tx.tenant, streamOf(recordId)],
      );
      const events = rows.map((row) => fromRow(row) as unknown as NewRecordEvent);
      const record = events.reduce(evolve, null);
      return record && { record, version: events.length };
    },
    append: (file, event) => append(tx, file, event),
    known: async (units, mandates, cases, at) => ({
      units: await unitFacts(tx, units, at),
      mandates: await mandateFacts(tx, mandates, at),
      caseIds: await knownCases(tx, cases),
    }),
  };
}

async function append(tx: Transaction, file: RecordFile | null, event: NewRecordEvent): Promise<WorkRecord> {
  const record = evolve(file?.record ?? null, event);
  if (!record) throw new Error('a record begins with record.entered');
  await writeTable(tx, 'work_record', [workRecordRow(record)]);
  await lookAtLocality(tx);
  await tx.appendAll([
    { stream: streamOf(record.recordId), expectedVersion: file?.version ?? 0, events: [event] },
  ]);
  return record;
}

function evolve(record: WorkRecord | null, { type, payload, occurredAt }: NewRecordEvent): WorkRecord | null {
  if (type === 'record.entered') return recordEntered(payload, occurredAt);
  if (!record) return null;
  if (type === 'record.signed') return recordSigned(record, payload, occurredAt);
  if (type === 'record.answered') return recordAnswered(record, payload, occurredAt);
  return recordCorrected(record, payload, occurredAt);
}
