import { accept, addUnits, type CalendarDate, dateInShanghai, isCalendarDate, refuse } from '@duban/kernel';
import { planRules } from '../process/plans.js';
import { asUnit, checkLine, checkTyped } from './actor-rules.js';
import { latest } from './clock.js';
import type { CommandOf } from './commands.js';
import type { DueDate } from './deadline.js';
import { checkRequired, checkValues, meantBy, unfitField } from './field-rules.js';
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

type SetPlan = CommandOf<'plan.set'>;
type Dated = { readonly title: string; readonly dueOn: CalendarDate };

const MOST_MILESTONES = 50;

const endOf = ({ process }: Scene, { fields }: SetPlan) => meantBy(planRules(process).fields, fields, 'BY');

/** A plan for this year ends in it. */
function checkEnd(scene: Scene, command: SetPlan): Refusal | null {
  const end = endOf(scene, command);
  const today = dateInShanghai(scene.at);
  if (end === null) return null;
  const thisYear = end.value.slice(0, 4) === today.slice(0, 4);
  const fits = end.value >= today && (command.planKind === 'PLANNED' || thisYear);
  return fits ? null : unfitField(end.field);
}

/** The milestones as given, or counted back from the end where the locality has a schedule for that. */
function milestonesOf(scene: Scene, command: SetPlan): readonly Dated[] {
  const given = command.milestones ?? [];
  const end = endOf(scene, command);
  if (given.length > 0 || command.planKind !== 'THIS_YEAR' || end === null) return given;
  const { calendar } = scene.context;
  return Object.values(planRules(scene.process).reverse)
    .map(({ label, amount, unit }) => ({
      title: label.zh,
      dueOn: addUnits(end.value, -Math.abs(amount), unit, calendar),
    }))
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}

function checkMilestones(scene: Scene, command: SetPlan, milestones: readonly Dated[]): Refusal | null {
  const { minMilestones: min } = planRules(scene.process);
  if (milestones.length < min || milestones.length > MOST_MILESTONES)
    return refuse('MILESTONES_MISSING', { min, count: milestones.length });
  const end = endOf(scene, command)?.value;
  const titles = new Set(milestones.map(({ title }) => title));
  const wrong = milestones.some(({ dueOn }) => !isCalendarDate(dueOn) || (end !== undefined && dueOn > end));
  if (wrong || titles.size < milestones.length) return refuse('MILESTONE_INVALID');
  return firstRefusal(
    ...milestones.map(
      ({ title }) =>
        () =>
          checkLine('milestones.title', title),
    ),
  );
}

const asDue = (date: CalendarDate, at: string): DueDate => ({
  date,
  rule: 'plan',
  anchor: 'FIXED_DATE',
  anchorDate: dateInShanghai(at),
  amount: 0,
  unit: 'DAY',
  extensions: [],
});

function checkPlan(scene: Scene, command: SetPlan, milestones: readonly Dated[]): Refusal | null {
  const { kinds, fields } = planRules(scene.process);
  return firstRefusal(
    () => (kinds.includes(command.planKind) ? null : refuse('PLAN_NOT_PROVIDED')),
    () => checkValues(scene, fields, command.fields),
    () => checkRequired(fields, command.fields),
    () => checkEnd(scene, command),
    () => checkMilestones(scene, command, milestones),
  );
}

const setPlan: Rule<'plan.set', 'ASSIGNMENT'> = {
  action: 'plan:set',
  on: 'ASSIGNMENT',
  may: (scene, assignment) =>
    firstRefusal(
      () => asUnit(scene, assignment),
      () => (planRules(scene.process).kinds.length === 0 ? refuse('PLAN_NOT_PROVIDED') : null),
    ),
  since: (_, { handedOverAt }) => handedOverAt,
  decide(scene, { assignmentId, plan }, command): Decision {
    const milestones = milestonesOf(scene, command);
    const refusal = checkPlan(scene, command, milestones);
    if (refusal) return refusal;
    const { newId } = scene.context;
    const { openToProposer } = planRules(scene.process);
    const dated = milestones.map(({ title, dueOn }) => ({
      milestoneId: plan?.milestones.find((old) => old.title === title)?.milestoneId ?? newId(),
      title,
      due: asDue(dueOn, scene.at),
    }));
    const { planKind: kind, fields } = command;
    const planId = plan?.planId ?? newId();
    const set = { assignmentId, planId, kind, fields, milestones: dated, openToProposer };
    return accept([happened(scene, 'plan.set', set)]);
  },
};

const completeMilestone: Rule<'milestone.complete', 'ASSIGNMENT'> = {
  action: 'plan:set',
  on: 'ASSIGNMENT',
  may: (scene, assignment) =>
    firstRefusal(
      () => asUnit(scene, assignment),
      () => (assignment.plan?.milestones.some((one) => !one.doneAt) ? null : refuse('MILESTONE_NOT_OPEN')),
    ),
  since: (_, { plan }) => plan?.at ?? null,
  decide(scene, assignment, { milestoneId, note = null, evidence = [] }): Decision {
    const refusal = firstRefusal(
      () => (isOpen(assignment, milestoneId) ? null : refuse('MILESTONE_NOT_OPEN')),
      () => checkTyped(scene, 'note', note),
      () => checkEvidence(scene, evidence),
    );
    const done = { assignmentId: assignment.assignmentId, milestoneId, note, evidence };
    return refusal ?? accept([happened(scene, 'milestone.completed', done)]);
  },
};

const isOpen = ({ plan }: Assignment, milestoneId: string): boolean =>
  plan?.milestones.some((one) => one.milestoneId === milestoneId && !one.doneAt) ?? false;

function checkEvidence(
  { process }: Scene,
  evidence: NonNullable<CommandOf<'milestone.complete'>['evidence']>,
): Refusal | null {
  const max = process.limits.evidence;
  if (evidence.length > max) return refuse('TOO_MUCH_EVIDENCE', { max });
  return firstRefusal(
    ...evidence.flatMap(({ title, reference }) => [
      () => checkLine('evidence.title', title),
      () => checkLine('evidence.reference', reference),
    ]),
  );
}

/** 通报进度: what the unit tells the proposers on the way. */
const reportProgress: Rule<'progress.report', 'ASSIGNMENT'> = {
  action: 'progress:report',
  on: 'ASSIGNMENT',
  may: asUnit,
  since: (_, { handedOverAt, acknowledgedAt }) => latest(handedOverAt, acknowledgedAt),
  decide(scene, { assignmentId }, { text }): Decision {
    const refusal = checkTyped(scene, 'text', text);
    return refusal ?? accept([happened(scene, 'progress.reported', { assignmentId, text })]);
  },
};

export const PLAN_RULES: RuleTable<'plan.set' | 'milestone.complete' | 'progress.report'> = {
  'plan.set': setPlan,
  'milestone.complete': completeMilestone,
  'progress.report': reportProgress,
};
