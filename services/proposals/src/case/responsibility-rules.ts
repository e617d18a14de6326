import { accept, dateInShanghai } from '@duban/kernel';
import { responsibilityFields } from '../process/handover.js';
import { asUnit, checkTyped } from './actor-rules.js';
import type { DueDate } from './deadline.js';
import { isPast } from './deadline-rules.js';
import { checkRequired, checkValues, meantBy, unfitField } from './field-rules.js';
import { type Decision, firstRefusal, happened, type Rule, type Scene } from './rule.js';
import type { Assignment } from './state.js';

/** A date that the unit set itself, inside the one it was given. */
const ownDate = (date: string): DueDate => ({
  date,
  rule: 'unit',
  anchor: 'FIXED_DATE',
  anchorDate: date,
  amount: 0,
  unit: 'DAY',
  extensions: [],
});

/** The unit's own deadline lies between today and the due date, while that is not past (限时办结). */
function deadlineOf(scene: Scene, { due }: Assignment, fields: Parameters<typeof meantBy>[1]) {
  const given = meantBy(responsibilityFields(scene.process), fields, 'DEADLINE');
  if (!given) return { refusal: null, deadline: null };
  const open = due === null || isPast(due, scene.at);
  const fits = given.value >= dateInShanghai(scene.at) && (open || given.value <= due.date);
  return fits
    ? { refusal: null, deadline: ownDate(given.value) }
    : { refusal: unfitField(given.field), deadline: null };
}

/** 责任到人: head, deputy head, section, handler; leader, section, standard, deadline, supervisor. */
export const nameResponsible: Rule<'responsible.name', 'ASSIGNMENT'> = {
  action: 'responsible:name',
  on: 'ASSIGNMENT',
  may: asUnit,
  since: (_, { handedOverAt }) => handedOverAt,
  decide(scene, assignment, { fields }): Decision {
    const wanted = responsibilityFields(scene.process);
    const { refusal: late, deadline } = deadlineOf(scene, assignment, fields);
    const refusal = firstRefusal(
      () => checkValues(scene, wanted, fields),
      () => checkRequired(wanted, fields),
      () => late,
    );
    if (refusal) return refusal;
    const named = fields.map(({ field, value, personId }) => ({
      ...{ field, value, personId },
      ...(wanted[field] && { meaning: wanted[field].meaning }),
    }));
    const { assignmentId } = assignment;
    return accept([happened(scene, 'responsible.named', { assignmentId, fields: named, deadline })]);
  },
};

/** 阅签: the head of the unit has read it; access leaves this to heads. */
export const signRead: Rule<'assignment.sign_read', 'ASSIGNMENT'> = {
  action: 'assignment:sign-read',
  on: 'ASSIGNMENT',
  may: asUnit,
  since: (_, { handedOverAt }) => handedOverAt,
  decide(scene, { assignmentId }, { note = null }): Decision {
    const refusal = checkTyped(scene, 'note', note);
    return refusal ?? accept([happened(scene, 'assignment.head_signed', { assignmentId, note })]);
  },
};
