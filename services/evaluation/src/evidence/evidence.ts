import { accept, checkText, type NewEvent, type Outcome, type Refused, refuse } from '@duban/kernel';
import type { Evidence } from '../score/score-input.js';
import { type Assessor, rolesOf } from '../sheet/assessment.js';
import { decimal, ZERO } from '../sheet/decimal.js';
import type { Sheets } from '../sheet/sheet.js';
import { codesIn, type EvidenceCode, manualCode, notAsked } from './evidence-codes.js';

/** What a record is about: a unit, a section of one, or the locality's case itself. */
export type EvidenceSubject = { readonly kind: 'UNIT' | 'SECTION' | 'PROPOSAL'; readonly id: string };
export type EvidenceDocument = { readonly title: string; readonly reference: string };

/** What somebody says when they record a grade, a rating or a flag. */
export type EvidenceWish = {
  readonly source: Evidence['source'];
  readonly code: string;
  readonly year: number;
  readonly subject: EvidenceSubject;
  /** The case it is about; null: about the subject as a whole. */
  readonly caseId: string | null;
  /** A decimal as text. */
  readonly value: string;
  readonly documents: readonly EvidenceDocument[];
  readonly note: string | null;
  /** ISO instant at which it was given; null: now. */
  readonly at: string | null;
};

/** A record as it is kept. Never changed: what corrects it is another one. */
export type EvidenceRecord = Omit<EvidenceWish, 'at'> & {
  readonly recordId: string;
  readonly replaces: string | null;
  readonly reason: string | null;
  /** Left out: whoever scores recorded it. */
  readonly given?: GivenBy;
  /** The survey it came of, and how many answers it rests on; left out for what was recorded by hand. */
  readonly survey?: { readonly id: string; readonly answers: number };
};

/** Who gave a grade: a unit about itself or another one, somebody who took part, or an office, by account. */
export type GivenBy = { readonly assessor: Assessor; readonly id: string };

export const VERDICTS = ['UPHELD', 'REJECTED'] as const;
/** What came of an objection. */
export type Verdict = (typeof VERDICTS)[number];

export type EvidenceEvent = NewEvent<'evidence.recorded', EvidenceRecord>;

/** What the rules look at beside the wish itself. */
export type EvidenceScene = {
  readonly sheets: Sheets | null;
  /** The locality has, or had, such a unit, section or case. */
  readonly subjectKnown: boolean;
  readonly caseKnown: boolean;
  readonly now: string;
};

const ONE = decimal(1);
const DOCUMENTS_AT_MOST = 20;

/** 记录评分依据: the sheets in force say which codes there are and how much is full. */
export function decideRecord(
  recordId: string,
  wish: EvidenceWish,
  scene: EvidenceScene,
): Outcome<EvidenceEvent> {
  const { at, ...said } = wish;
  const wrong = checkSubject(scene) ?? checkSaid(wish, scene) ?? checkOrganiser(wish, scene);
  if (wrong) return wrong;
  const occurredAt = at ?? scene.now;
  if (occurredAt > scene.now) return refuse('DATE_IN_FUTURE', { field: 'at' });
  return accept({
    type: 'evidence.recorded',
    payload: { ...said, recordId, replaces: null, reason: null },
    occurredAt,
  });
}

export type Correction = Pick<EvidenceWish, 'value' | 'documents' | 'note'> & { readonly reason: string };

/** 更正评分依据: another record from now on, with the reason; what was counted before then stays as it was. */
export function decideCorrection(
  recordId: string,
  old: EvidenceRecord & { readonly replaced: boolean; readonly contested?: boolean },
  correction: Correction,
  { sheets, now }: Pick<EvidenceScene, 'sheets' | 'now'>,
): Outcome<EvidenceEvent> {
  if (old.replaced) return refuse('EVIDENCE_ALREADY_CORRECTED');
  if (old.contested) return refuse('EVIDENCE_CONTESTED');
  if (old.survey) return refuse('EVIDENCE_OF_SURVEY');
  const { source, code, year, subject, caseId, given } = old;
  const wish = { source, code, year, subject, caseId, ...(given && { given }), ...correction };
  const wrong = checkText('reason', correction.reason, { max: 500 }) ?? checkSaid(wish, { sheets });
  if (wrong) return wrong;
  if (decimal(correction.value).eq(decimal(old.value)))
    return refuse('EVIDENCE_UNCHANGED', { value: old.value });
  const payload = { ...wish, recordId, replaces: old.recordId };
  return accept({ type: 'evidence.recorded', payload, occurredAt: now });
}

export function checkSubject({ subjectKnown, caseKnown }: EvidenceScene): Refused | null {
  if (!subjectKnown) return refuse('EVIDENCE_SUBJECT_NOT_FOUND');
  return caseKnown ? null : refuse('PROPOSAL_NOT_FOUND');
}

type Said = Pick<EvidenceWish, 'source' | 'code' | 'value' | 'documents' | 'note'>;

export function checkSaid(said: Said, { sheets }: Pick<EvidenceScene, 'sheets'>): Refused | null {
  const codes = sheets ? codesIn(sheets).filter(({ source }) => source === said.source) : [];
  const code = codes.find((one) => one.code === said.code);
  if (!code) {
    const known = codes.map((one) => one.code).join('、') || '—';
    return refuse('EVIDENCE_CODE_UNKNOWN', { code: said.code, source: said.source, known });
  }
  return checkValue(said.value, code) ?? checkDocuments(said);
}

/** A sheet that asks others, and not the organiser, lets nobody record in their place. */
function checkOrganiser({ source, code }: EvidenceWish, { sheets }: EvidenceScene): Refused | null {
  const asked = source === 'MANUAL' ? manualCode(sheets, code)?.assessment : undefined;
  return rolesOf(asked, 'ORGANISER').length > 0 ? null : notAsked('ORGANISER', code, asked);
}

function checkValue(value: string, { full }: EvidenceCode): Refused | null {
  const given = decimal(value);
  if (full === null) return given.eq(ONE) ? null : refuse('EVIDENCE_FLAG_VALUE');
  const within = given.gte(ZERO) && given.lte(decimal(full));
  return within ? null : refuse('EVIDENCE_VALUE_OUT_OF_RANGE', { value, max: full });
}

export function checkDocuments({ documents, note }: Pick<Said, 'documents' | 'note'>): Refused | null {
  if (documents.length > DOCUMENTS_AT_MOST)
    return refuse('EVIDENCE_TOO_MANY_DOCUMENTS', { max: DOCUMENTS_AT_MOST });
  for (const { title, reference } of documents) {
    const wrong =
      checkText('documents.title', title, { max: 200 }) ??
      checkText('documents.reference', reference, { max: 500 });
    if (wrong) return wrong;
  }
  return note === null ? null : checkText('note', note, { max: 2000 });
}
