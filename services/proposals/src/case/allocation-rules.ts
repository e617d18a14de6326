import { accept, refuse } from '@duban/kernel';
import { type HandlingMode, handoverRules, modeOf } from '../process/handover.js';
import { itemsTold } from '../process/items.js';
import { checkUnit } from './actor-rules.js';
import { latest } from './clock.js';
import type { CommandOf } from './commands.js';
import type { HandedOverAssignment } from './events-handling.js';
import { startClocks } from './handover.js';
import { checkDetails, detailsOf, withAgreedDue } from './handover-details.js';
import { DEADLINE_STEP_WORDS, worded } from './labels.js';
import { checkMatters } from './matter-rules.js';
import { askAbout, checkPrecheck } from './precheck-rules.js';
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
import type { AssignmentRole } from './vocabulary.js';

type Wanted = CommandOf<'units.allocate'>['assignments'];

/** One sole unit; or one lead with any number of co-units; or separate units that each answer. */
function checkModes(wanted: Wanted): Refusal | null {
  const count = (role: AssignmentRole) => wanted.filter((one) => one.role === role).length;
  const [sole, lead, co, separate] = [count('SOLE'), count('LEAD'), count('CO'), count('SEPARATE')];
  if (sole + lead + separate === 0) return refuse('ALLOCATION_EMPTY');
  const fine =
    (sole === 1 && wanted.length === 1) ||
    (lead === 1 && lead + co === wanted.length) ||
    separate === wanted.length;
  return fine ? null : refuse('ALLOCATION_MIXED');
}

/** The mode that is stated is the one the roles make, and one that the locality has. */
function checkStatedMode(scene: Scene, wanted: Wanted, stated: HandlingMode | null): Refusal | null {
  const { modes, modeRequired } = handoverRules(scene.process);
  const mode = modeOf(wanted.map(({ role }) => role));
  if (stated === null && modeRequired && !isHistory(scene)) return refuse('HANDLING_MODE_REQUIRED');
  return (stated === null || stated === mode) && modes.includes(mode) ? null : refuse('ALLOCATION_MIXED');
}

const checkDistinct = (wanted: Wanted): Refusal | null =>
  new Set(wanted.map((one) => one.unitId)).size === wanted.length ? null : refuse('CO_EQUALS_LEAD');

const checkUnits = (scene: Scene, unitIds: readonly string[]): Refusal | null =>
  firstRefusal(...unitIds.map((unitId) => () => checkUnit(scene, unitId)));

const allocateUnits: Rule<'units.allocate', 'CASE'> = {
  action: 'units:allocate',
  on: 'CASE',
  may: () => null,
  since: ({ state }) => state.docketing?.at ?? null,
  decide(scene, _, { assignments, mode = null }): Decision {
    const refusal = firstRefusal(
      () => checkModes(assignments),
      () => checkStatedMode(scene, assignments, mode),
      () => checkDistinct(assignments),
      () =>
        checkUnits(
          scene,
          assignments.map((one) => one.unitId),
        ),
    );
    if (refusal) return refusal;
    const allocated = assignments.map(({ unitId, role }) => ({
      assignmentId: scene.context.newId(),
      unitId,
      role,
    }));
    return accept([happened(scene, 'units.allocated', { assignments: allocated, asked: askAbout(scene) })]);
  },
};

/** A unit may have been closed since it was chosen. */
const checkClosedUnits = ({ state, context }: Scene): Refusal | null =>
  state.assignments.some((one) => context.units.get(one.unitId)?.active === false)
    ? refuse('UNIT_NOT_ACTIVE')
    : null;

/** The clocks of all assignments; null when the process has none for one of them. */
function startAll(scene: Scene, hard: boolean): HandedOverAssignment[] | null {
  const started = scene.state.assignments.flatMap(({ assignmentId, unitId, role, round }) => {
    const one = startClocks(scene, { assignmentId, unitId, role, round }, hard);
    return one ? [one] : [];
  });
  return started.length === scene.state.assignments.length ? started : null;
}

const handOver: Rule<'proposal.hand_over', 'CASE'> = {
  action: 'proposal:hand-over',
  on: 'CASE',
  may: (scene) =>
    firstRefusal(
      () => checkClosedUnits(scene),
      () => checkMatters(scene),
      () => checkPrecheck(scene),
    ),
  since: ({ state }) => latest(state.docketing?.at, state.allocatedAt),
  decide(scene, _, command): Decision {
    const { state, process, at } = scene;
    const { hard = false } = command;
    const refusal = firstRefusal(
      () =>
        checkUnits(
          scene,
          state.assignments.map((one) => one.unitId),
        ),
      () => checkDetails(scene, command),
    );
    if (refusal) return refusal;
    const started = startAll(scene, hard);
    if (!started) return refuse('DEADLINE_RULE_MISSING', worded('step', DEADLINE_STEP_WORDS, 'REPLY'));
    const assignments = withAgreedDue(scene, command, started);
    if ('code' in assignments) return assignments;
    const details = detailsOf(scene, command);
    const handed = { handedOverAt: at, hard, processVersion: process.version, assignments, details };
    const counted = itemsTold(process.items);
    return accept([happened(scene, 'proposal.handed_over', { ...handed, ...counted, warnings: [] })]);
  },
};

export const ALLOCATION_RULES: RuleTable<'units.allocate' | 'proposal.hand_over'> = {
  'units.allocate': allocateUnits,
  'proposal.hand_over': handOver,
};
