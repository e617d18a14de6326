import type { Command } from '../case/commands.js';
import { isLive, type Model, type ModelAssignment, startModelAssignment } from './case-model.js';
import type { Move } from './case-move.js';
import { plusMonths } from './model-dates.js';
import { PEOPLE, UNITS } from './people.js';

/** Who decides on each rung. */
const ARBITERS = [PEOPLE.government, PEOPLE.congress];

/** A unit that is not on the case and not the one that leaves. */
const freeUnit = (model: Model, leaving: string): string | undefined =>
  [UNITS.transport, UNITS.water, UNITS.schools, UNITS.parks].find(
    (unit) => unit !== leaving && !model.assignments.some((one) => isLive(one) && one.unit === unit),
  );

const back = (one: ModelAssignment): void => {
  const working = one.contacted ? 'IN_HANDLING' : 'ACKNOWLEDGED';
  one.phase = one.acknowledged ? working : 'HANDED_OVER';
};

/** Lead and co-unit change places. */
function swap(model: Model, leaving: ModelAssignment, rival: ModelAssignment): void {
  back(leaving);
  leaving.role = 'CO';
  leaving.due = plusMonths(model.today, 1);
  rival.role = 'LEAD';
  rival.due = plusMonths(model.today, model.hard ? 6 : 3);
  if (rival.phase === 'OPINION_GIVEN') back(rival);
}

/** All that can become of a return: refused, agreed to, taken up, or settled between lead and co-unit. */
export function settleReturn(now: Model, index: number): Move[] {
  const leaving = now.assignments[index];
  if (!leaving) return [];
  return ARBITERS.flatMap((_, rung) => onRung(now, index, leaving, rung));
}

function onRung(now: Model, index: number, leaving: ModelAssignment, rung: number): Move[] {
  const one = (model: Model) => model.assignments[index] as ModelAssignment;
  const waits = (model: Model) =>
    model.phase === 'HANDED_OVER' && one(model).phase === 'RETURN_REQUESTED' && one(model).rung === rung;
  const decide = (decision: string, also: object, may: Move['may'], change: Move['change']): Move => ({
    viewer: ARBITERS[rung] ?? PEOPLE.government,
    command: (state) =>
      ({
        kind: 'return.decide',
        assignmentId: state.assignments[index]?.assignmentId ?? '',
        decision,
        reason: '已研究。',
        ...also,
      }) as Command,
    may: (model) => waits(model) && may(model),
    change,
  });
  const free = freeUnit(now, leaving.unit);
  const rival = now.assignments.findIndex(
    (each) => each.role === 'CO' && each.round === leaving.round && isLive(each),
  );
  const moves = [
    decide(
      'REFUSE',
      {},
      () => true,
      (model) => back(one(model)),
    ),
    decide(
      'ESCALATE',
      {},
      () => rung === 0,
      (model) => {
        one(model).rung = 1;
      },
    ),
  ];
  if (free)
    moves.push(
      decide(
        'APPROVE',
        { unitId: free },
        () => true,
        (model) => replace(model, index, free),
      ),
    );
  if (rival >= 0 && leaving.role === 'LEAD')
    moves.push(
      decide(
        'APPROVE',
        { unitId: now.assignments[rival]?.unit },
        (model) => isLive(model.assignments[rival] as ModelAssignment),
        (model) => swap(model, one(model), model.assignments[rival] as ModelAssignment),
      ),
    );
  return moves;
}

function replace(model: Model, index: number, unit: string): void {
  const leaving = model.assignments[index] as ModelAssignment;
  leaving.phase = 'REASSIGNED';
  if (model.matterOf?.delete(leaving.unit)) model.matterOf.add(unit);
  model.assignments.push(startModelAssignment(model, { unit, role: leaving.role, round: leaving.round }));
}
