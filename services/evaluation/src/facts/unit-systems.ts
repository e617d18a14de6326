import { UNIT_SYSTEMS } from '@duban/kernel';

/** Systems that an item can be of: that of its answering units, or SEVERAL where theirs differ. */
export const HANDLING_SYSTEMS = [...UNIT_SYSTEMS, 'SEVERAL'] as const;
export type HandlingSystem = (typeof HANDLING_SYSTEMS)[number];

/** What the directory of units said of one of them, and when. */
export type UnitSaid = { readonly unitId: string; readonly system: string; readonly recordedAt: string };

type Fields = Readonly<Record<string, unknown>>;
type Told = { readonly payload: unknown; readonly recordedAt: string };

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/**
 * An event that hands a case over, with the system of each unit as the directory had it when the event
 * was recorded: a unit that is put into another system later takes no case with it. What the event says
 * itself stands.
 */
export function withSystems<Event extends Told>(event: Event, said: readonly UnitSaid[]): Event {
  const { payload, recordedAt } = event;
  if (!isFields(payload)) return event;
  const { assignments, assignment, replacement } = payload;
  if (!Array.isArray(assignments) && !isFields(assignment) && !isFields(replacement)) return event;
  const known = (one: unknown): unknown => {
    if (!isFields(one) || typeof one.unitId !== 'string' || 'system' in one) return one;
    return { ...one, system: systemAt(one.unitId, recordedAt, said) };
  };
  return {
    ...event,
    payload: {
      ...payload,
      ...(Array.isArray(assignments) && { assignments: assignments.map(known) }),
      ...(isFields(assignment) && { assignment: known(assignment) }),
      ...(isFields(replacement) && { replacement: known(replacement) }),
    },
  };
}

/** What was said last by then; of a unit that was entered late, what was said first. */
function systemAt(unitId: string, recordedAt: string, said: readonly UnitSaid[]): string | null {
  const own = said.filter((one) => one.unitId === unitId);
  return (own.findLast((one) => one.recordedAt <= recordedAt) ?? own[0])?.system ?? null;
}

/** What an item is of, by the units that answer for it. */
export function systemOf(systems: readonly (string | null)[]): HandlingSystem | null {
  const distinct = [...new Set(systems)];
  if (distinct.length > 1) return 'SEVERAL';
  return UNIT_SYSTEMS.find((system) => system === distinct[0]) ?? null;
}
