import { dateInShanghai, refuse } from '@duban/kernel';
import { numberExample, numberTest } from '../process/replies.js';
import { checkLine, checkTyped } from './actor-rules.js';
import type { CommandOf } from './commands.js';
import { coUnitsOf, draftOf } from './draft-rules.js';
import type { Letter, Promised } from './events-answering.js';
import { checkPerson } from './field-rules.js';
import { CONTACT_ROLE_WORDS, LETTER_FIELD_WORDS, worded } from './labels-answering.js';
import { firstRefusal, type Refusal, type Scene } from './rule.js';
import type { Assignment } from './state.js';
import type { LetterField } from './vocabulary-answering.js';

type Issue = CommandOf<'reply.issue'>;

/** The draft agreed and checked, as far as the process asks for it. Old ledgers know of none. */
export function checkDraft({ process, source, state }: Scene, assignment: Assignment): Refusal | null {
  if (source.guards === 'OFF') return null;
  const { countersign, review } = process.replies;
  const draft = draftOf(state, assignment.assignmentId);
  if (countersign === 'REQUIRED') {
    const missing = coUnitsOf(state, assignment).filter(
      ({ assignmentId }) =>
        !draft?.countersigns.some((one) => one.assignmentId === assignmentId && one.agreed),
    );
    if (missing.length > 0) return refuse('COUNTERSIGN_MISSING', { count: missing.length });
  }
  const rejected = review !== 'OFF' && draft?.review?.verdict === 'REJECT';
  const unread = review === 'REQUIRED' && draft?.review?.verdict !== 'PASS';
  return rejected || unread ? refuse('REPLY_NOT_REVIEWED') : null;
}

/** What was agreed is what is sent. */
function checkSame({ process, source, state }: Scene, { assignmentId }: Assignment, issue: Issue) {
  const { countersign, review } = process.replies;
  const draft = draftOf(state, assignmentId);
  const agreed = draft && (draft.countersigns.length > 0 || draft.review !== null);
  if (!agreed || source.guards === 'OFF' || (countersign === 'OFF' && review === 'OFF')) return null;
  const same = draft.body === issue.body && draft.claimedClass === issue.claimedClass;
  return same ? null : refuse('REPLY_DIFFERS_FROM_DRAFT');
}

const HAS: Readonly<Record<LetterField, (issue: Issue) => boolean>> = {
  COPIES: ({ copies = [] }) => copies.length > 0,
  CONTACT: ({ contactName, contactPhone }) => Boolean(contactName && contactPhone),
  DISCLOSURE: ({ disclosure }) => disclosure != null,
  FEEDBACK_FORM: ({ feedbackForm }) => feedbackForm === true,
  COMMITMENTS: ({ commitments = [] }) => commitments.length > 0,
};

function checkFields({ process }: Scene, issue: Issue): Refusal | null {
  const missing = process.replies.required.find((field) => !HAS[field](issue));
  return missing ? refuse('LETTER_FIELD_MISSING', worded('field', LETTER_FIELD_WORDS, missing)) : null;
}

function checkNumber({ process }: Scene, { documentNumber }: Issue): Refusal | null {
  const pattern = process.replies.documentNumber;
  const fits = pattern === undefined || numberTest(pattern)?.test(documentNumber);
  return fits ? null : refuse('DOCUMENT_NUMBER_MALFORMED', { example: numberExample(pattern) });
}

function checkSignatory({ process, state }: Scene, { signatory }: Issue): Refusal | null {
  const { signatories, keySignatories } = process.replies;
  const key = state.keyDesignations.length > 0;
  const allowed = (key ? keySignatories : undefined) ?? signatories;
  if (!allowed || allowed.includes(signatory.role)) return null;
  const words = (at: 0 | 1) => allowed.map((role) => CONTACT_ROLE_WORDS[role][at]);
  return refuse('SIGNATORY_NOT_ALLOWED', { rolesZh: words(0).join('、'), rolesEn: words(1).join(', ') });
}

/** One matter, one answer (一事一答): those the unit has. */
function checkMatters({ process, state }: Scene, { unitId }: Assignment, issue: Issue): Refusal | null {
  const { matters: answered = [] } = issue;
  const strange = answered.find((number) => !state.matters.some((one) => one.number === number));
  if (strange !== undefined) return refuse('MATTER_NOT_ON_CASE', { number: strange });
  const owed = state.matters.filter(({ unitIds }) => unitIds.includes(unitId));
  const count = owed.filter(({ number }) => !answered.includes(number)).length;
  return count === 0 || process.replies.matters === 'OFF' ? null : refuse('MATTERS_NOT_COVERED', { count });
}

/** What every letter must be like, and a formal one in particular. */
export function checkLetterForm(scene: Scene, assignment: Assignment, issue: Issue): Refusal | null {
  const { copies = [], contactName, contactPhone } = issue;
  const formal = issue.replyKind === 'FORMAL' && scene.source.guards === 'AS_SET';
  return firstRefusal(
    ...copies.map((one) => () => checkLine('copies', one)),
    () => checkLine('contactName', contactName),
    () => checkLine('contactPhone', contactPhone),
    () => checkPerson(scene, issue.signatory.personId),
    () => checkCommitments(scene, issue),
    () => (formal ? checkFormal(scene, assignment, issue) : null),
  );
}

const checkFormal = (scene: Scene, assignment: Assignment, issue: Issue): Refusal | null =>
  firstRefusal(
    () => checkSame(scene, assignment, issue),
    () => checkNumber(scene, issue),
    () => checkSignatory(scene, issue),
    () => checkFields(scene, issue),
    () => checkMatters(scene, assignment, issue),
  );

function checkCommitments(scene: Scene, { commitments = [] }: Issue): Refusal | null {
  const { max } = scene.process.commitments;
  if (commitments.length > max) return refuse('TOO_MANY_COMMITMENTS', { max });
  const today = dateInShanghai(scene.at);
  const past = commitments.find(({ dueOn }) => dueOn < today);
  if (past) return refuse('COMMITMENT_DUE_PAST', { due: past.dueOn });
  return firstRefusal(
    ...commitments.map(
      ({ text }) =>
        () =>
          checkTyped(scene, 'commitments.text', text),
    ),
  );
}

export const letterOf = (issue: Issue): Letter => ({
  copies: issue.copies ?? [],
  contactName: issue.contactName ?? null,
  contactPhone: issue.contactPhone ?? null,
  disclosure: issue.disclosure ?? null,
  feedbackForm: issue.feedbackForm ?? false,
  matters: issue.matters ?? [],
});

export const promisesOf = ({ context }: Scene, { commitments = [] }: Issue): readonly Promised[] =>
  commitments.map(({ text, dueOn }) => ({ commitmentId: context.newId(), text, dueOn }));
