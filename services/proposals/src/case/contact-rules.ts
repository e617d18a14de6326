import { accept, refuse } from '@duban/kernel';
import { asUnit, authorsOf, checkLine, checkTyped } from './actor-rules.js';
import { before } from './clock.js';
import type { CommandOf } from './commands.js';
import { checkPerson } from './field-rules.js';
import { CONTACT_PHASE_WORDS, worded } from './labels.js';
import {
  type Decision,
  firstRefusal,
  happened,
  isHistory,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { Assignment } from './state.js';
import type { ContactPhase, ContactRole } from './vocabulary.js';

type Recorded = CommandOf<'contact.record'>;

const UNIT_SIDE: readonly ContactRole[] = ['UNIT_HEAD', 'UNIT_DEPUTY_HEAD', 'SECTION_HEAD', 'UNIT_HANDLER'];

function checkParticipants(scene: Scene, { participants }: Recorded): Refusal | null {
  const proposers = participants.filter((one) => one.role === 'PROPOSER');
  const unitSide = participants.some((one) => UNIT_SIDE.includes(one.role));
  if (proposers.length === 0 || !unitSide || participants.length > 50) return refuse('PARTICIPANTS_REQUIRED');
  const authors = authorsOf(scene.state);
  const known = proposers.every((one) => one.mandateId !== null && authors.includes(one.mandateId));
  if (!known) return refuse('PARTICIPANT_NOT_PROPOSER');
  return firstRefusal(
    ...participants.flatMap((one) => [
      () => checkLine('participants.name', one.name),
      () => checkPerson(scene, one.personId),
    ]),
  );
}

/** The formal reply is the boundary: BEFORE and DURING lie before it, AFTER lies after it. */
function checkMoment({ at }: Scene, { repliedAt }: Assignment, { phase }: Recorded): Refusal | null {
  if (phase === 'AT_REPLY') return null;
  const after = repliedAt !== null && before(repliedAt, at);
  const fits = phase === 'AFTER' ? repliedAt !== null && !before(at, repliedAt) : !after;
  return fits ? null : refuse('CONTACT_PHASE_MISMATCH', worded('phase', CONTACT_PHASE_WORDS, phase));
}

const EARLIER: Readonly<Record<ContactPhase, readonly ContactPhase[]>> = {
  BEFORE: [],
  DURING: ['BEFORE'],
  AT_REPLY: ['BEFORE', 'DURING'],
  AFTER: [],
};

/** 先会商、后办理: where phases follow one another, each needs a contact of those before it. */
function checkOrder(scene: Scene, { assignmentId }: Assignment, { phase }: Recorded) {
  const { process, state } = scene;
  if (!process.contacts.inOrder || isHistory(scene)) return null;
  const missing = EARLIER[phase].find(
    (earlier) => !state.contacts.some((one) => one.assignmentId === assignmentId && one.phase === earlier),
  );
  return missing
    ? refuse('CONTACT_MISSING', { ...worded('phase', CONTACT_PHASE_WORDS, missing), min: 1, count: 0 })
    : null;
}

const recordContact: Rule<'contact.record', 'ASSIGNMENT'> = {
  action: 'contact:record',
  on: 'ASSIGNMENT',
  may: asUnit,
  since: (_, { handedOverAt }) => handedOverAt,
  decide(scene, assignment, command): Decision {
    const { phase, channel, participants, record = null } = command;
    const { place = null, placeName = null, proposerOpinion = null } = command;
    const refusal = firstRefusal(
      () => checkParticipants(scene, command),
      () => checkMoment(scene, assignment, command),
      () => checkOrder(scene, assignment, command),
      () => checkLine('placeName', placeName),
      () => checkTyped(scene, 'proposerOpinion', proposerOpinion),
      () => checkTyped(scene, 'record', record),
    );
    if (refusal) return refusal;
    const { assignmentId, round } = assignment;
    const faceToFace = scene.process.contacts.faceToFaceChannels.includes(channel);
    const byHead = participants.some((one) => one.role === 'UNIT_HEAD');
    const said = { record, place, placeName, proposerOpinion };
    const what = { phase, channel, at: scene.at, participants, faceToFace, byHead, ...said };
    const contactId = scene.context.newId();
    return accept([happened(scene, 'contact.recorded', { assignmentId, contactId, round, ...what })]);
  },
};

export const CONTACT_RULES: RuleTable<'contact.record'> = { 'contact.record': recordContact };
