import {
  accept,
  addDays,
  type CalendarDate,
  checkText,
  dateInShanghai,
  type NewEvent,
  type Outcome,
  type Role,
  refuse,
} from '@duban/kernel';
import {
  type Correction,
  checkDocuments,
  decideCorrection,
  type EvidenceDocument,
  type EvidenceEvent,
  type Verdict,
} from '../evidence/evidence.js';
import { isContested, type KeptEvidence } from '../evidence/evidence.store.js';
import { manualCode } from '../evidence/evidence-codes.js';
import { decidersOf } from '../sheet/assessment.js';
import type { Sheets } from '../sheet/sheet.js';

export type Objection = { readonly reason: string; readonly documents: readonly EvidenceDocument[] };

export type ObjectionEvent = NewEvent<
  'evidence.objected',
  Objection & { readonly objectionId: string; readonly recordId: string }
>;

type Scene = { readonly sheets: Sheets | null; readonly now: string };

/** The last day on which the unit may object; null where the sheet foresees no objection. */
export function lastDayToObject(record: KeptEvidence, sheets: Sheets | null): CalendarDate | null {
  const days = record.source === 'MANUAL' && manualCode(sheets, record.code)?.assessment?.objectionDays;
  return typeof days === 'number' ? addDays(dateInShanghai(record.recordedAt), days) : null;
}

/** 申诉: by the unit that was graded, once, in time, with a reason. Until it is decided the grade does not count. */
export function decideObjection(
  objectionId: string,
  record: KeptEvidence,
  { reason, documents }: Objection,
  { sheets, now }: Scene,
): Outcome<ObjectionEvent> {
  if (record.replaced) return refuse('EVIDENCE_ALREADY_CORRECTED');
  if (record.objection || record.decided) return refuse('OBJECTION_MADE_BEFORE');
  const until = lastDayToObject(record, sheets);
  if (until === null) return refuse('OBJECTION_NOT_FORESEEN', { code: record.code });
  if (dateInShanghai(now) > until) return refuse('OBJECTION_PERIOD_OVER', { until });
  const wrong = checkText('reason', reason, { max: 500 }) ?? checkDocuments({ documents, note: null });
  if (wrong) return wrong;
  const payload = { objectionId, recordId: record.recordId, reason, documents };
  return accept({ type: 'evidence.objected', payload, occurredAt: now });
}

export type Ruling = {
  readonly verdict: Verdict;
  readonly reason: string;
  /** What counts instead, when upheld. */
  readonly value: string | null;
  readonly documents: readonly EvidenceDocument[];
};

export type RulingEvent = NewEvent<
  'objection.decided',
  {
    readonly objectionId: string;
    readonly recordId: string;
    readonly verdict: Verdict;
    readonly reason: string;
    readonly replacedBy: string | null;
  }
>;

export type Ruled = { readonly ruling: RulingEvent; readonly replacement: EvidenceEvent | null };

type Judge = { readonly role: Role; readonly accountId: string };

/** 裁定申诉: by whom the sheet names, and never by whoever gave the grade. Upheld, another record counts; both are kept. */
export function decideRuling(
  replacementId: string,
  record: KeptEvidence,
  { verdict, reason, value, documents }: Ruling,
  judge: Judge,
  { sheets, now }: Scene,
): Outcome<Ruled> {
  const { objection, recordId } = record;
  if (!objection || !isContested(record)) return refuse('OBJECTION_DECIDED_BEFORE');
  const deciders = decidersOf(manualCode(sheets, record.code)?.assessment ?? {});
  if (!deciders.includes(judge.role))
    return refuse('OBJECTION_DECIDER_OTHER', { roles: deciders.join('、') });
  if (judge.accountId === record.recordedBy) return refuse('OBJECTION_TO_OWN_GRADE');
  const wrong = checkText('reason', reason, { max: 500 });
  if (wrong) return wrong;
  if ((verdict === 'UPHELD') !== (value !== null)) return refuse('OBJECTION_VALUE_WRONG');
  const told = { objectionId: objection.objectionId, recordId, verdict, reason };
  const ruling = (replacedBy: string | null): RulingEvent => ({
    type: 'objection.decided',
    payload: { ...told, replacedBy },
    occurredAt: now,
  });
  if (value === null) return accept({ ruling: ruling(null), replacement: null });
  const correction: Correction = { value, documents, note: null, reason };
  const replacement = decideCorrection(replacementId, record, correction, { sheets, now });
  return replacement.accepted
    ? accept({ ruling: ruling(replacementId), replacement: replacement.value })
    : replacement;
}
