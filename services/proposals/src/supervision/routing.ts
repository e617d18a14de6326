import type { CommandKind } from '../case/commands.js';
import { circumstancesOf } from '../case/condition-facts.js';
import type { NewCaseEvent } from '../case/events.js';
import { fold } from '../case/fold.js';
import { happened, type Scene } from '../case/rule.js';
import type { Assignment } from '../case/state.js';
import { holds } from '../process/condition.js';
import type { Label } from '../process/label.js';
import type { Process } from '../process/process.js';
import type { RoutingMoment, RoutingRule } from '../process/supervision.js';
import type { DutyHolder } from './duty.js';
import { isHeld } from './duty-rules.js';

/**
 * What follows from a decision by the rules of supervision: a case becomes a key item, supervisors
 * are added. Events of the same decision, each with the code of its rule. Old ledgers bring their own.
 */
export function supervisionOf(scene: Scene, decided: readonly NewCaseEvent[]): readonly NewCaseEvent[] {
  const { routing, keyIf } = scene.process.supervision;
  if (scene.source.guards === 'OFF' || Object.keys(routing).length + Object.keys(keyIf).length === 0)
    return [];
  const added: NewCaseEvent[] = [];
  const now = (): Scene => ({ ...scene, state: fold([...decided, ...added], scene.state) });
  for (const event of decided) {
    if (event.type === 'proposal.docketed') added.push(...designated(now()));
  }
  for (const event of [...decided, ...added]) {
    for (const [moment, assignment] of momentsOf(now(), event))
      added.push(...routed(now(), moment, assignment));
  }
  return added;
}

/** keyIf: the rules whose condition holds; of one tier the first by code. */
function designated(scene: Scene): NewCaseEvent[] {
  const facts = circumstancesOf(scene);
  const tiers = new Set(scene.state.keyDesignations.map(({ tier }) => tier));
  const rules = Object.entries(scene.process.supervision.keyIf).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return rules.flatMap(([code, { when, tier, label }]) => {
    const canonicalTier = scene.process.keyTiers[tier]?.canonical;
    if (canonicalTier === undefined || tiers.has(tier) || holds(when, facts) !== true) return [];
    tiers.add(tier);
    const why = { decidedBy: null, reason: reasonOf(code, label), rule: code };
    return [happened(scene, 'proposal.key_designated', { tier, canonicalTier, ...why })];
  });
}

const reasonOf = (code: string, { zh }: Label): string => `${zh}（${code}）`;

type Moment = readonly [moment: RoutingMoment, assignment: Assignment | null];

/** When rules are asked, and about which assignment. */
function momentsOf({ state }: Scene, event: NewCaseEvent): readonly Moment[] {
  const find = (id: string | undefined) => state.assignments.find((one) => one.assignmentId === id) ?? null;
  if (event.type === 'proposal.key_designated') return [['KEY', null]];
  if (event.type === 'feedback.given' || event.type === 'feedback.corrected')
    return [['FEEDBACK', find(event.payload.assignmentId)]];
  if (event.type === 'proposal.handed_over')
    return event.payload.assignments.map(({ assignmentId }): Moment => ['HANDOVER', find(assignmentId)]);
  if (event.type === 'return.decided' && event.payload.replacement)
    return [['HANDOVER', find(event.payload.replacement.assignmentId)]];
  return event.type === 'entry.rehanded' ? [['HANDOVER', find(event.payload.assignment.assignmentId)]] : [];
}

/** The commands that come to each moment. Of a command that is missing here the store looks up no organ. */
const COMMANDS_AT: Readonly<Record<RoutingMoment, readonly CommandKind[]>> = {
  KEY: ['proposal.docket', 'proposal.designate_key'],
  HANDOVER: ['proposal.hand_over', 'return.decide', 'entry.rehand'],
  FEEDBACK: ['feedback.give', 'feedback.correct'],
};

/** Whether a command may add supervisors under a process. */
export const mayRoute = ({ supervision }: Pick<Process, 'supervision'>, kind: CommandKind): boolean =>
  Object.values(supervision.routing).some(({ on }) => COMMANDS_AT[on].includes(kind));

function routed(scene: Scene, moment: RoutingMoment, assignment: Assignment | null): NewCaseEvent[] {
  const rules = Object.entries(scene.process.supervision.routing).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const events: NewCaseEvent[] = [];
  for (const [code, rule] of rules) {
    if (rule.on !== moment || holds(rule.when, circumstancesOf(scene, { assignment })) !== true) continue;
    const holder = holderOf(scene, rule, assignment);
    const duties = fold(events, scene.state).duties;
    if (holder && !isHeld(duties, rule.duty, holder))
      events.push(assigned(scene, code, rule, holder, assignment));
  }
  return events;
}

/** The organ the rule names, or the committee that liaises with the unit; none when nobody knows which. */
function holderOf({ context }: Scene, { to }: RoutingRule, assignment: Assignment | null): DutyHolder | null {
  const liaison = assignment ? context.units.get(assignment.unitId)?.liaisonCommittee : null;
  const organ = 'organ' in to ? to.organ : liaison;
  if (organ === null || organ === undefined) return null;
  const name = context.organs.get(organ) ?? organ;
  return { kind: 'ORGAN', name, organ, mandateId: null, personId: null };
}

function assigned(
  scene: Scene,
  rule: string,
  { duty, tier, label }: RoutingRule,
  holder: DutyHolder,
  assignment: Assignment | null,
): NewCaseEvent {
  const canonicalTier = tier === undefined ? null : (scene.process.keyTiers[tier]?.canonical ?? null);
  const about = { dutyId: scene.context.newId(), duty, tier: tier ?? null, canonicalTier, holder };
  return happened(scene, 'duty.assigned', { ...about, rule, label, unitId: assignment?.unitId ?? null });
}
