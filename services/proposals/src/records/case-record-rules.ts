import { accept, refuse } from '@duban/kernel';
import { authorsOf } from '../case/actor-rules.js';
import type { CommandOf } from '../case/commands.js';
import { worded } from '../case/labels.js';
import {
  type Decision,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from '../case/rule.js';
import type { CaseState } from '../case/state.js';
import type { RecordAbout, RecordMoment } from '../process/records.js';
import {
  answerRecord,
  correctRecord,
  enterRecord,
  mayAnswerRecord,
  mayCorrectRecord,
  mayEnterRecord,
  maySignRecord,
  type RecordScene,
  recordKind,
  signRecord,
} from './record-rules.js';
import { wrongSubject } from './record-subject.js';
import type { RecordSubject } from './work-record.js';

const onCase = (scene: Scene): RecordScene => ({
  ...scene,
  authors: authorsOf(scene.state),
  caseKind: scene.state.kind,
});

const NOTHING: Pick<RecordSubject, 'assignmentId' | 'entryId' | 'unitId' | 'mandateId'> = {
  assignmentId: null,
  entryId: null,
  unitId: null,
  mandateId: null,
};

/** Everything on this case that a kind of record could be about. */
function subjectsOf({ proposalId, assignments, entries }: CaseState, about: RecordAbout): RecordSubject[] {
  if (about === 'CASE') return [{ ...NOTHING, about, proposalId }];
  if (about === 'ASSIGNMENT')
    return assignments
      .filter(({ handedOverAt }) => handedOverAt !== null)
      .map(({ assignmentId, unitId }) => ({ ...NOTHING, about, proposalId, assignmentId, unitId }));
  if (about !== 'ENTRY') return [];
  return entries.map(({ entryId, assignmentId, unitId }) => {
    const place = { assignmentId, entryId, unitId };
    return { ...NOTHING, about, proposalId, ...place };
  });
}

type Enter = CommandOf<'record.enter'>;

const meant =
  ({ assignmentId, entryId }: Enter) =>
  (subject: RecordSubject): boolean =>
    subject.about === 'ENTRY' ? subject.entryId === entryId : subject.assignmentId === (assignmentId ?? null);

const MOMENT_WORDS: Readonly<Record<RecordMoment, readonly [zh: string, en: string]>> = {
  DRAFT: ['起草', 'it was drafted'],
  SUBMISSION: ['提交', 'the submission'],
  DOCKETING: ['立案编号', 'it was docketed'],
  HANDOVER: ['交办', 'the handover'],
  REPLY: ['答复', 'the reply'],
};

const REACHED: Readonly<Record<RecordMoment, (state: CaseState) => boolean>> = {
  DRAFT: () => true,
  SUBMISSION: ({ snapshot }) => snapshot !== null,
  DOCKETING: ({ docketing }) => docketing !== null,
  HANDOVER: ({ handedOverAt }) => handedOverAt !== null,
  REPLY: ({ repliedAt }) => repliedAt !== null,
};

/** Before the moment from which on its kind is entered; a draft is nobody's to supervise. */
function tooEarly({ process, state }: Scene, kind: string): Refusal | null {
  const rule = recordKind(process, kind);
  const { from = 'SUBMISSION', label } = rule ?? {};
  if (!label || REACHED[from](state)) return null;
  const words = { labelZh: label.zh, labelEn: label.en };
  return refuse('RECORD_TOO_EARLY', { ...words, ...worded('moment', MOMENT_WORDS, from) });
}

/** Some subject on the case that the viewer may enter one about; else why not. */
function mayEnter(scene: Scene, kind: string): Refusal | null {
  const early = tooEarly(scene, kind);
  if (early) return early;
  const about = recordKind(scene.process, kind)?.about ?? 'CASE';
  const [first, ...more] = subjectsOf(scene.state, about);
  if (!first) return wrongSubject(about);
  const refusals = [first, ...more].map((subject) => mayEnterRecord(onCase(scene), kind, subject));
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}

const KINDS_ON_CASE = ['CASE', 'ASSIGNMENT', 'ENTRY'];

const enter: Rule<'record.enter', 'CASE'> = {
  action: 'record:enter',
  on: 'CASE',
  variants: ({ records }) =>
    Object.keys(records).filter((kind) => KINDS_ON_CASE.includes(records[kind]?.about ?? '')),
  may: (scene, _, kind) => (kind === undefined ? null : mayEnter(scene, kind)),
  since: ({ state }) => state.draftedAt,
  decide(scene, _, command): Decision {
    const early = tooEarly(scene, command.record);
    if (early) return early;
    const about = recordKind(scene.process, command.record)?.about ?? 'CASE';
    const subject = subjectsOf(scene.state, about).find(meant(command));
    if (!subject) return wrongSubject(about);
    const entered = enterRecord(onCase(scene), command.record, subject, command);
    return entered.accepted ? accept([happened(scene, 'record.entered', entered.value)]) : entered;
  },
};

const sign: Rule<'record.sign', 'RECORD'> = {
  action: 'record:sign',
  on: 'RECORD',
  may: (scene, record) => maySignRecord(onCase(scene), record),
  since: (_, { at }) => at,
  decide(scene, record, command): Decision {
    const signed = signRecord(onCase(scene), record, command);
    return signed.accepted ? accept([happened(scene, 'record.signed', signed.value)]) : signed;
  },
};

const answer: Rule<'record.answer', 'RECORD'> = {
  action: 'record:answer',
  on: 'RECORD',
  may: (scene, record) => mayAnswerRecord(onCase(scene), record),
  since: (_, { at }) => at,
  decide(scene, record, command): Decision {
    const answered = answerRecord(onCase(scene), record, command);
    return answered.accepted ? accept([happened(scene, 'record.answered', answered.value)]) : answered;
  },
};

const correct: Rule<'record.correct', 'RECORD'> = {
  action: 'record:correct',
  on: 'RECORD',
  may: (scene, record) => mayCorrectRecord(onCase(scene), record),
  since: (_, { changedAt }) => changedAt,
  decide(scene, record, command): Decision {
    const corrected = correctRecord(onCase(scene), record, command);
    return corrected.accepted ? accept([happened(scene, 'record.corrected', corrected.value)]) : corrected;
  },
};

export const RECORD_RULES: RuleTable<'record.enter' | 'record.sign' | 'record.answer' | 'record.correct'> = {
  'record.enter': enter,
  'record.sign': sign,
  'record.answer': answer,
  'record.correct': correct,
};
