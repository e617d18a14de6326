import { dateInShanghai, refuse } from '@duban/kernel';
import { holds } from '../process/condition.js';
import { type HandoverField, handoverRules, modeOf } from '../process/handover.js';
import { checkLine } from './actor-rules.js';
import type { CommandOf } from './commands.js';
import { circumstancesOf } from './condition-facts.js';
import type { DueDate } from './deadline.js';
import type { HandedOverAssignment } from './events-handling.js';
import { checkValues, meantBy, missingField, unfitField } from './field-rules.js';
import { firstRefusal, isHistory, type Refusal, type Scene } from './rule.js';
import type { HandoverDetails, HandoverValue } from './state-handover.js';

type HandOver = CommandOf<'proposal.hand_over'>;
type Fields = Readonly<Record<string, HandoverField>>;

/** What the locality wants to know of this case at its handover. */
function fieldsFor(scene: Scene, hard: boolean): Fields {
  const circumstances = circumstancesOf(scene, { hard });
  const all = Object.entries(handoverRules(scene.process).fields);
  return Object.fromEntries(all.filter(([, { when }]) => holds(when, circumstances) === true));
}

/** Known without being given: the category since the docketing, the units since the allocation. */
const isKnown = ({ state }: Scene, { meaning }: HandoverField): boolean => {
  const roles = state.assignments.map(({ role }) => role);
  if (meaning === 'CATEGORY') return state.docketing !== null;
  if (meaning === 'LEAD_UNIT') return roles.some((role) => role !== 'CO');
  return meaning === 'CO_UNITS' && (roles.includes('CO') || !roles.includes('LEAD'));
};

function checkPresent(scene: Scene, fields: Fields, values: readonly HandoverValue[]): Refusal | null {
  if (isHistory(scene)) return null;
  for (const [code, field] of Object.entries(fields)) {
    if (!field.required || isKnown(scene, field)) continue;
    const given = values.filter((one) => one.field === code);
    const missing = field.perUnit
      ? scene.state.assignments.some(({ unitId }) => !given.some((one) => one.unitId === unitId))
      : given.length === 0;
    if (missing) return missingField(field);
  }
  return null;
}

/** What is given for a unit is given for one that the case has. */
function checkOwners({ state }: Scene, fields: Fields, values: readonly HandoverValue[]): Refusal | null {
  const wrong = values.find(({ field, unitId }) =>
    fields[field]?.perUnit
      ? !state.assignments.some((one) => one.unitId === unitId)
      : unitId !== null && fields[field] !== undefined,
  );
  const field = wrong && fields[wrong.field];
  return field ? unfitField(field) : null;
}

function checkNotice(scene: Scene, { noticeNumber = null }: HandOver): Refusal | null {
  if (noticeNumber !== null) return checkLine('noticeNumber', noticeNumber);
  const { notice } = handoverRules(scene.process);
  return notice === 'REQUIRED' && !isHistory(scene) ? refuse('NOTICE_REQUIRED') : null;
}

/** Everything that is said with the handover. */
export function checkDetails(scene: Scene, command: HandOver): Refusal | null {
  const fields = fieldsFor(scene, command.hard ?? false);
  const { fields: values = [] } = command;
  return firstRefusal(
    () => checkValues(scene, fields, values),
    () => checkOwners(scene, fields, values),
    () => checkPresent(scene, fields, values),
    () => checkNotice(scene, command),
  );
}

/**
 * The due date that was agreed upon in place of the rule's: on or after the handover, and not after
 * what the rule gives, which no meeting can move. Co-units keep the rule's.
 */
export function withAgreedDue(
  scene: Scene,
  { fields: values = [], hard = false }: HandOver,
  assignments: readonly HandedOverAssignment[],
): readonly HandedOverAssignment[] | Refusal {
  const agreed = meantBy(fieldsFor(scene, hard), values, 'DUE');
  if (!agreed) return assignments;
  const today = dateInShanghai(scene.at);
  const answering = assignments.filter(({ role }) => role !== 'CO');
  const latest = answering.map(({ due }) => due.date).sort()[0] ?? '';
  if (agreed.value < today || agreed.value > latest) return refuse('HANDOVER_DUE_INVALID', { today, latest });
  return assignments.map((one) =>
    one.role === 'CO' ? one : { ...one, dueAt: agreed.value, due: setDue(one.due, agreed.value) },
  );
}

const setDue = (due: DueDate, date: string): DueDate => ({ ...due, date, instead: due.date });

export const detailsOf = ({ state }: Scene, command: HandOver): HandoverDetails => ({
  mode: modeOf(state.assignments.map(({ role }) => role)),
  noticeNumber: command.noticeNumber ?? null,
  fields: command.fields ?? [],
  batchId: command.batchId ?? null,
});
