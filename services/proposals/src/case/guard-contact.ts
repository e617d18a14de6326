import { refuse } from '@duban/kernel';
import { latestAnswering } from './facts.js';
import type { GuardCheck, GuardTable, RequirementOf } from './guard.js';
import { CONTACT_PHASE_WORDS, CONTACT_PLACE_WORDS, worded } from './labels.js';
import { CONTACT_ROLE_WORDS } from './labels-answering.js';
import { firstRefusal, type Refusal, type Scene } from './rule.js';
import type { Contact } from './state.js';

type Wanted = RequirementOf<'CONTACT'>;
type Lack = readonly [zh: string, en: string];

const words = <Code extends string>(
  all: Readonly<Record<Code, readonly [string, string]>>,
  codes: readonly Code[],
): Lack => [codes.map((code) => all[code][0]).join('或'), codes.map((code) => all[code][1]).join(' or ')];

/** Whether somebody in this role took part. */
const took = ({ participants }: Contact, role: string): boolean =>
  participants.some((one) => one.role === role);

/** What a contact of the right phase lacks of what is asked for, in words. */
function lacksOf(contact: Contact, wanted: Wanted): Lack[] {
  const { by, places, attendees = [] } = wanted;
  const lacks: Lack[] = [];
  if (by && !by.some((role) => took(contact, role))) {
    const [zh, en] = words(CONTACT_ROLE_WORDS, by);
    lacks.push([`应由${zh}参加`, `${en} must take part`]);
  }
  if (places && !(contact.place !== null && places.includes(contact.place))) {
    const [zh, en] = words(CONTACT_PLACE_WORDS, places);
    lacks.push([`地点应为${zh}`, `the place must be ${en}`]);
  }
  for (const role of attendees) {
    if (took(contact, role)) continue;
    const [zh, en] = CONTACT_ROLE_WORDS[role];
    lacks.push([`应有${zh}参加`, `${en} must be present`]);
  }
  if (wanted.opinion && contact.proposerOpinion === null)
    lacks.push(['应记录提出人意见', "the proposer's opinion must be on record"]);
  return [...lacks, ...lacksInManner(contact, wanted)];
}

function lacksInManner(contact: Contact, { channel, faceToFace, byHead }: Wanted): Lack[] {
  const lacks: Lack[] = [];
  if (channel !== undefined && contact.channel !== channel)
    lacks.push(['沟通方式不符', 'it must be held in another way']);
  if (faceToFace && !contact.faceToFace) lacks.push(['应当面沟通', 'it must be in person']);
  if (byHead && !contact.byHead) lacks.push(['应由主要负责人参加', 'the head of the unit must take part']);
  return lacks;
}

/**
 * Contacts of the phase that have everything that is asked for. When there are contacts but none
 * that fits, the refusal says what the nearest one lacks.
 */
function checkOne({ state, at }: Scene, wanted: Wanted, assignmentId: string): Refusal | null {
  const held = state.contacts.filter(
    (one) =>
      one.assignmentId === assignmentId && one.phase === wanted.phase && Date.parse(one.at) <= Date.parse(at),
  );
  const lacking = held.map((one) => lacksOf(one, wanted));
  const count = lacking.filter((lacks) => lacks.length === 0).length;
  if (count >= wanted.min) return null;
  const phase = worded('phase', CONTACT_PHASE_WORDS, wanted.phase);
  const nearest = lacking
    .filter((lacks) => lacks.length > 0)
    .sort((one, other) => one.length - other.length)[0];
  if (count > 0 || !nearest) return refuse('CONTACT_MISSING', { ...phase, min: wanted.min, count });
  const lacksZh = nearest.map(([zh]) => zh).join('、');
  const lacksEn = nearest.map(([, en]) => en).join(', ');
  return refuse('CONTACT_UNFIT', { ...phase, lacksZh, lacksEn });
}

/** Before a step of the whole case, each unit that answers has had its contacts. */
const checkContact: GuardCheck<'CONTACT'> = (scene, wanted, { assignment }) => {
  const asked = assignment ? [assignment] : latestAnswering(scene.state);
  return firstRefusal(
    ...asked.map(
      ({ assignmentId }) =>
        () =>
          checkOne(scene, wanted, assignmentId),
    ),
  );
};

export const CONTACT_GUARDS: GuardTable<'CONTACT'> = { CONTACT: checkContact };
