import type { Command } from '../case/commands.js';
import type { Assignment } from '../case/state.js';
import { isWorkedOn, type Model, type ModelAssignment } from './case-model.js';
import type { Move } from './case-move.js';
import { headOf, PEOPLE } from './people.js';

const ANSWERED = ['REPLIED', 'RATED', 'CLOSED'];
const MILESTONE = { title: '现场勘查', dueOn: '2099-12-31' };

/** What a unit does with its assignment beside contact and reply, and the filing by the office. */
export function workMoves(now: Model, index: number): Move[] {
  const unit = headOf(now.assignments[index]?.unit ?? '');
  const move = (
    viewer: Move['viewer'],
    make: (one: Assignment | undefined) => object,
    may: (one: ModelAssignment, model: Model) => boolean,
    change: (one: ModelAssignment) => void = () => {},
  ): Move => ({
    viewer,
    command: (state) =>
      ({
        assignmentId: state.assignments[index]?.assignmentId ?? '',
        ...make(state.assignments[index]),
      }) as Command,
    may: (model) => may(model.assignments[index] as ModelAssignment, model),
    change: (model) => change(model.assignments[index] as ModelAssignment),
  });
  const atWork = (one: ModelAssignment, model: Model) => model.phase === 'HANDED_OVER' && isWorkedOn(one);
  const followed = (one: ModelAssignment, { phase }: Model) =>
    ['HANDED_OVER', 'CLOSED'].includes(phase) &&
    (isWorkedOn(one) || one.phase === 'OPINION_GIVEN' || ANSWERED.includes(one.phase));
  return [
    move(unit, () => ({ kind: 'responsible.name', fields: [] }), atWork),
    move(unit, () => ({ kind: 'assignment.sign_read' }), atWork),
    move(
      unit,
      () => ({ kind: 'plan.set', planKind: 'PLANNED', fields: [], milestones: [MILESTONE] }),
      atWork,
      (one) => {
        if (one.milestone === 'none') one.milestone = 'open';
      },
    ),
    move(
      unit,
      (one) => ({
        kind: 'milestone.complete',
        milestoneId: one?.plan?.milestones[0]?.milestoneId ?? '',
      }),
      (one, model) => followed(one, model) && one.milestone === 'open',
      (one) => {
        one.milestone = 'done';
      },
    ),
    move(unit, () => ({ kind: 'progress.report', text: '正在勘查。' }), followed),
    move(
      PEOPLE.government,
      () => ({ kind: 'assignment.file', reason: '须上级立项。' }),
      (one, model) =>
        model.phase === 'HANDED_OVER' && (isWorkedOn(one) || ANSWERED.includes(one.phase)) && !one.filed,
      (one) => {
        one.filed = true;
      },
    ),
  ];
}
