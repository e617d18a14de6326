import { accept, addUnits, dateInShanghai, type Outcome, refuse } from '@duban/kernel';
import { checkLine, checkTyped } from '../case/actor-rules.js';
import type { DueDate } from '../case/deadline.js';
import type { RefusalCode } from '../case/refusals.js';
import type { Refusal, Scene } from '../case/rule.js';
import type { ProposalKind } from '../case/vocabulary.js';
import type { Process } from '../process/process.js';
import type { RecordRule } from '../process/records.js';
import type { GivenValue } from './given-value.js';
import { audienceOf, concerns, maySeeRecord, rolesOf } from './record-parties.js';
import { ratingOf } from './record-rating.js';
import { fillIn, type Known, overcounted } from './record-values.js';
import { countVote } from './vote-count.js';
import type { RecordEvents, RecordSubject, RecordValue, WorkRecord } from './work-record.js';

/** What the rules of a record look at: the same on a case and apart from any. */
export type RecordScene = Pick<Scene, 'process' | 'viewer' | 'at' | 'source'> & {
  readonly context: Known & Pick<Scene['context'], 'calendar' | 'newId'>;
  /** Mandates of those who stand behind the case; empty apart from a case. */
  readonly authors: readonly string[];
  /** Whose process it is; null: what all kinds of cases share. */
  readonly caseKind: ProposalKind | null;
};

type Told<Type extends keyof RecordEvents> = Outcome<RecordEvents[Type], RefusalCode>;
type Given = { readonly values: readonly GivenValue[] };

/** A locality's kind of record by its code. */
export const recordKind = ({ records }: Pick<Process, 'records'>, kind: string): RecordRule | undefined =>
  Object.hasOwn(records, kind) ? records[kind] : undefined;

const allows = ({ source, viewer, authors }: RecordScene, roles: readonly string[]): boolean =>
  source.actor === 'ANY' || rolesOf(viewer, authors).some((role) => roles.includes(role));

/** Whether the viewer may enter a record of the kind about this subject. */
export function mayEnterRecord(scene: RecordScene, kind: string, subject: RecordSubject): Refusal | null {
  const rule = recordKind(scene.process, kind);
  if (!rule) return refuse('RECORD_KIND_UNKNOWN', { record: kind });
  const { label } = rule;
  const allowed =
    allows(scene, rule.enteredBy) && (scene.source.actor === 'ANY' || concerns(scene.viewer, subject));
  return allowed ? null : refuse('RECORD_NOT_YOURS_TO_ENTER', { labelZh: label.zh, labelEn: label.en });
}

/** 录入工作记录: the fields as the kind wants them, its signers, and when it has to be answered. */
export function enterRecord(
  scene: RecordScene,
  kind: string,
  subject: RecordSubject,
  { values: given }: Given,
): Told<'record.entered'> {
  const refusal = mayEnterRecord(scene, kind, subject);
  const rule = recordKind(scene.process, kind);
  if (refusal || !rule) return refusal ?? refuse('RECORD_KIND_UNKNOWN', { record: kind });
  const written = write(scene, rule, kind, given);
  if (!written.accepted) return written;
  const { values, verdict, count, flags, due } = written.value;
  const { label, canonical, enteredBy, answer } = rule;
  const signers = Object.entries(rule.signers ?? {}).map(([signer, one]) => ({ signer, ...one }));
  return accept({
    ...{
      recordId: scene.context.newId(),
      kind,
      caseKind: scene.caseKind,
      canonical,
      label,
      subject,
      values,
      verdict,
      ...(count && { count }),
      ...(flags && { flags }),
      signers,
    },
    answer: answer ? { by: answer.by, required: answer.required ?? false, due } : null,
    ...{ enteredBy, visibleTo: audienceOf(rule), processVersion: scene.process.version },
    ...(signers.length === 0 ? ratingOf({ ...scene, rule, values, subject }) : {}),
  });
}

type Written = Pick<RecordEvents['record.corrected'], 'values' | 'verdict' | 'count' | 'flags' | 'due'>;

function write(
  scene: RecordScene,
  rule: RecordRule,
  kind: string,
  given: readonly GivenValue[],
): Outcome<Written, RefusalCode> {
  const filled = fillIn(rule, given, scene.context, scene.process.limits.text);
  if ('refusal' in filled) return filled.refusal;
  const { values } = filled;
  const field = overcounted(rule.verdict, values);
  if (field !== null) return refuse('RECORD_BALLOTS_TOO_MANY', { field });
  const count = countVote(rule.verdict, values);
  const voted = { verdict: count?.verdict ?? null, ...(count && { count }) };
  const flags = rule.flags && { flags: flagsIn(rule.flags, values) };
  return accept({ values, ...voted, ...flags, due: dueOf(scene, rule, kind, values) });
}

/** What the record says of the handling, by the codes of its kind. */
const flagsIn = (
  rules: NonNullable<RecordRule['flags']>,
  values: readonly RecordValue[],
): readonly string[] =>
  Object.entries(rules)
    .filter(
      ([, { field, value }]) =>
        field === undefined || values.some((one) => one.field === field && one.value === value),
    )
    .map(([code]) => code);

/** When the answer is due: so long after the day of the record, or on the day it names itself. */
function dueOf(
  { at, context }: RecordScene,
  { answer }: RecordRule,
  kind: string,
  values: readonly RecordValue[],
): DueDate | null {
  const due = answer?.due;
  if (!due) return null;
  const rule = `records.${kind}.answer`;
  if ('field' in due) {
    const date = values.find(({ field }) => field === due.field)?.value;
    if (typeof date !== 'string') return null;
    return { date, rule, anchor: 'FIXED_DATE', anchorDate: date, amount: 0, unit: 'DAY', extensions: [] };
  }
  const { amount, unit } = due;
  const anchorDate = dateInShanghai(at);
  const date = addUnits(anchorDate, amount, unit, context.calendar);
  return { date, rule, anchor: 'RECORD', anchorDate, amount, unit, extensions: [] };
}

const seen = ({ viewer, authors }: RecordScene, record: WorkRecord): Refusal | null =>
  maySeeRecord(record, viewer, authors) ? null : refuse('RECORD_NOT_FOUND');

const open = (record: WorkRecord) => record.signers.filter(({ signedAt }) => signedAt === null);

/** The first open place that the viewer may sign in. */
const placeOf = (scene: RecordScene, record: WorkRecord, signer?: string) =>
  open(record).find((one) => (signer === undefined || one.signer === signer) && allows(scene, one.roles));

export function maySignRecord(scene: RecordScene, record: WorkRecord): Refusal | null {
  const hidden = seen(scene, record);
  if (hidden) return hidden;
  if (open(record).length === 0) return refuse('RECORD_FULLY_SIGNED');
  return placeOf(scene, record) ? null : refuse('RECORD_NOT_YOURS_TO_SIGN');
}

/** 签名: in the place that is given, or the first open one that the viewer's role may sign in. */
export function signRecord(
  scene: RecordScene,
  record: WorkRecord,
  { signer, name = null }: { readonly signer?: string; readonly name?: string | null },
): Told<'record.signed'> {
  const place = placeOf(scene, record, signer);
  if (!place) return refuse('RECORD_NOT_YOURS_TO_SIGN');
  const refusal = checkLine('name', name);
  if (refusal) return refusal;
  const { mandateId, personId } = scene.viewer;
  const { recordId, values, subject } = record;
  const rule = recordKind(scene.process, record.kind) ?? {};
  const rated = open(record).length === 1 ? ratingOf({ ...scene, rule, values, subject }) : {};
  return accept({ recordId, signer: place.signer, name, mandateId, personId, ...rated });
}

export function mayAnswerRecord(scene: RecordScene, record: WorkRecord): Refusal | null {
  const hidden = seen(scene, record);
  if (hidden) return hidden;
  if (!record.answer) return refuse('RECORD_NEEDS_NO_ANSWER');
  if (record.answered) return refuse('RECORD_ALREADY_ANSWERED');
  const allowed = scene.source.actor === 'ANY' || concerns(scene.viewer, record.subject);
  return allowed && allows(scene, record.answer.by) ? null : refuse('RECORD_NOT_YOURS_TO_ANSWER');
}

/** 答复: late ones are taken, and marked. */
export function answerRecord(
  scene: RecordScene,
  { recordId, answer }: WorkRecord,
  {
    text,
    evidence = [],
  }: Pick<RecordEvents['record.answered'], 'text'> & Partial<RecordEvents['record.answered']>,
): Told<'record.answered'> {
  const max = scene.process.limits.evidence;
  if (evidence.length > max) return refuse('TOO_MUCH_EVIDENCE', { max });
  const refusal =
    checkTyped(scene, 'text', text) ??
    evidence
      .map((one) => checkLine('evidence.title', one.title) ?? checkLine('evidence.reference', one.reference))
      .find(Boolean) ??
    null;
  if (refusal) return refusal;
  const late = answer?.due ? dateInShanghai(scene.at) > answer.due.date : false;
  return accept({ recordId, text, evidence, late });
}

export function mayCorrectRecord(scene: RecordScene, record: WorkRecord): Refusal | null {
  const { label } = record;
  const hidden = seen(scene, record);
  if (hidden) return hidden;
  const allowed = scene.source.actor === 'ANY' || concerns(scene.viewer, record.subject);
  return allowed && allows(scene, record.enteredBy)
    ? null
    : refuse('RECORD_NOT_YOURS_TO_ENTER', { labelZh: label.zh, labelEn: label.en });
}

/** 更正: all fields anew; what it said before stays readable, and whoever had signed signs again. */
export function correctRecord(
  scene: RecordScene,
  record: WorkRecord,
  { values: given, reason }: Given & { readonly reason: string },
): Told<'record.corrected'> {
  const rule = recordKind(scene.process, record.kind);
  if (!rule) return refuse('RECORD_KIND_UNKNOWN', { record: record.kind });
  const refusal = checkTyped(scene, 'reason', reason);
  if (refusal) return refusal;
  const written = write({ ...scene, at: record.at }, rule, record.kind, given);
  if (!written.accepted) return written;
  const { recordId, subject, signers } = record;
  const said = { ...scene, rule, values: written.value.values, subject };
  return accept({ recordId, ...written.value, reason, ...(signers.length === 0 ? ratingOf(said) : {}) });
}
