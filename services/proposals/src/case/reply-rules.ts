import { accept, dateInShanghai, refuse } from '@duban/kernel';
import { asUnit, authorsOf, checkLine, checkTyped } from './actor-rules.js';
import { latest } from './clock.js';
import type { CommandOf } from './commands.js';
import { circumstancesOf } from './condition-facts.js';
import { dueFor } from './deadline-rules.js';
import { formalReply } from './facts.js';
import { ASSIGNMENT_PHASE_WORDS, worded } from './labels.js';
import { checkDraft, checkLetterForm, letterOf, promisesOf } from './letter-rules.js';
import { respondentsOf } from './respondents.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { Assignment } from './state.js';
import { REPLY_KINDS, type ReplyKind } from './vocabulary.js';

type Issue = CommandOf<'reply.issue'>;

/** A formal reply comes once in a round, interim ones before it, follow-ups after it. */
function checkTurn({ state }: Scene, assignment: Assignment, kind: ReplyKind): Refusal | null {
  const replied = formalReply(state, assignment.assignmentId) !== undefined;
  if (kind === 'FOLLOW_UP') return replied ? null : refuse('FORMAL_REPLY_MISSING');
  if (replied) return refuse('FORMAL_REPLY_EXISTS');
  return assignment.phase === 'CLOSED'
    ? refuse('ASSIGNMENT_WRONG_PHASE', worded('phase', ASSIGNMENT_PHASE_WORDS, assignment.phase))
    : null;
}

const mayIssue = (scene: Scene, assignment: Assignment, kind: ReplyKind): Refusal | null =>
  firstRefusal(
    () => asUnit(scene, assignment),
    () => (assignment.role === 'CO' ? refuse('CO_MAY_NOT_REPLY') : null),
    () => checkTurn(scene, assignment, kind),
    () => (kind === 'FORMAL' ? checkDraft(scene, assignment) : null),
  );

function checkClass({ process }: Scene, { replyKind, claimedClass = null }: Issue): Refusal | null {
  if (replyKind === 'FORMAL' && claimedClass === null) return refuse('CLASS_REQUIRED');
  if (claimedClass === null) return null;
  if (replyKind === 'INTERIM') return refuse('CLASS_NOT_ALLOWED');
  return process.outcomes.classes[claimedClass] ? null : refuse('CLASS_UNKNOWN', { class: claimedClass });
}

const checkLetter = (scene: Scene, assignment: Assignment, issue: Issue): Refusal | null =>
  firstRefusal(
    () => checkLine('documentNumber', issue.documentNumber),
    () => checkTyped(scene, 'body', issue.body, 'reply'),
    () => checkLine('signatory.name', issue.signatory.name),
    () => checkClass(scene, issue),
    () => checkLetterForm(scene, assignment, issue),
  );

/** How it was brought to the proposer, from the contacts at the reply in this round. */
function delivery({ state }: Scene, { assignmentId }: Assignment) {
  const contacts = state.contacts.filter(
    (one) => one.assignmentId === assignmentId && one.phase === 'AT_REPLY',
  );
  const inPerson = contacts.filter((one) => one.faceToFace);
  return { faceToFace: inPerson.length > 0, byHead: inPerson.some((one) => one.byHead) };
}

function timing(scene: Scene, issue: Issue, assignment: Assignment) {
  const { process, at, context } = scene;
  const circumstances = circumstancesOf(scene, { assignment, command: issue });
  const dueAt = assignment.due?.date ?? '';
  const feedbackBy =
    issue.replyKind === 'FORMAL' ? dueFor(process, 'FEEDBACK', circumstances, at, context) : null;
  return { dueAt, onTime: dateInShanghai(at) <= dueAt, feedbackBy };
}

const issueReply: Rule<'reply.issue', 'ASSIGNMENT'> = {
  action: 'reply:issue',
  on: 'ASSIGNMENT',
  variants: () => REPLY_KINDS,
  may: (scene, assignment, variant) =>
    mayIssue(scene, assignment, (variant as ReplyKind | undefined) ?? 'FORMAL'),
  since: (_, { handedOverAt, acknowledgedAt, repliedAt }, { replyKind }) =>
    latest(handedOverAt, acknowledgedAt, replyKind === 'FOLLOW_UP' ? repliedAt : null),
  decide(scene, assignment, issue): Decision {
    const { replyKind: kind, documentNumber, body, claimedClass = null } = issue;
    const refusal = checkLetter(scene, assignment, issue);
    if (refusal) return refusal;
    const { assignmentId, unitId, round } = assignment;
    const outcomes = claimedClass ? (scene.process.outcomes.classes[claimedClass]?.outcomes ?? []) : [];
    const { name, personId = null, role } = issue.signatory;
    return accept([
      happened(scene, 'reply.issued', {
        ...{ assignmentId, replyId: scene.context.newId(), unitId, round, kind, documentNumber, body },
        ...{
          claimedClass,
          outcomes,
          signatory: { name, personId, role },
          addresseeIds: authorsOf(scene.state),
          respondentIds: kind === 'FORMAL' ? respondentsOf(scene) : [],
          unitSees: scene.process.feedback.unitSees,
        },
        ...timing(scene, issue, assignment),
        ...delivery(scene, assignment),
        letter: letterOf(issue),
        commitments: promisesOf(scene, issue),
        warnings: [],
      }),
    ]);
  },
};

export const REPLY_RULES: RuleTable<'reply.issue'> = { 'reply.issue': issueReply };
