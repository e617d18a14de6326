import { accept, refuse } from '@duban/kernel';
import { checkLine, checkMandate, checkTyped } from '../case/actor-rules.js';
import { latest } from '../case/clock.js';
import type { CommandOf } from '../case/commands.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from '../case/rule.js';
import type { WorkRecord } from '../records/work-record.js';
import { type Duty, type DutyHolder, holderKey } from './duty.js';
import { counts } from './quota.js';

type Assign = CommandOf<'duty.assign'>;

function holderOf(
  { context }: Scene,
  { name, organ, mandateId = null, personId = null }: Assign,
): DutyHolder | Refusal {
  if ((name === undefined) === (organ === undefined)) return refuse('DUTY_HOLDER_REQUIRED');
  if (organ === undefined) return { kind: 'PERSON', name: name ?? '', organ: null, mandateId, personId };
  const known = context.organs.get(organ);
  if (known === undefined) return refuse('ORGAN_UNKNOWN', { organ });
  return { kind: 'ORGAN', name: known, organ, mandateId: null, personId: null };
}

const checkPerson = (scene: Scene, { mandateId, personId, name }: DutyHolder): Refusal | null =>
  firstRefusal(
    () => checkLine('name', name),
    () => (mandateId === null ? null : checkMandate(scene, mandateId)),
    () => (personId === null || scene.context.persons.has(personId) ? null : refuse('PERSON_NOT_FOUND')),
  );

/** The codes of the quotas that one more would exceed; the first in mode BLOCK refuses. */
function exceeded(scene: Scene, holder: DutyHolder, { duty, tier = null }: Assign) {
  const warnings: string[] = [];
  const own = scene.state.duties.some(
    (one) => holderKey(one.holder) === holderKey(holder) && one.tier === tier,
  );
  for (const [code, rule] of Object.entries(scene.process.supervision.quotas)) {
    if (rule.mode === 'OFF' || rule.max === undefined || own || !counts(rule, { holder, tier, duty }))
      continue;
    const held = scene.context.held.filter((one) => counts(rule, one));
    const done = new Set(held.map(({ proposalId }) => proposalId)).size;
    if (done < rule.max) continue;
    const refusal = refuse('QUOTA_EXCEEDED', {
      name: holder.name,
      max: rule.max,
      labelZh: rule.label.zh,
      labelEn: rule.label.en,
    });
    if (rule.mode === 'BLOCK') return { refusal, warnings };
    warnings.push(code);
  }
  return { refusal: null, warnings };
}

const assignDuty: Rule<'duty.assign', 'CASE'> = {
  action: 'duty:assign',
  on: 'CASE',
  may: () => null,
  since: ({ state }) => state.docketing?.at ?? state.draftedAt,
  decide(scene, _, command): Decision {
    const { duty, tier = null } = command;
    const known = tier === null ? null : scene.process.keyTiers[tier];
    if (known === undefined) return refuse('KEY_TIER_UNKNOWN', { tier });
    const holder = holderOf(scene, command);
    if ('code' in holder) return holder;
    const { refusal: over, warnings } = exceeded(scene, holder, command);
    const refusal = firstRefusal(
      () => checkPerson(scene, holder),
      () => (isHeld(scene.state.duties, duty, holder) ? refuse('DUTY_HELD_ALREADY') : null),
      () => over,
    );
    if (refusal) return refusal;
    const assigned = {
      dutyId: scene.context.newId(),
      duty,
      tier,
      canonicalTier: known?.canonical ?? null,
      holder,
    };
    const by = { rule: null, label: null, unitId: null, ...(warnings.length > 0 ? { warnings } : {}) };
    return accept([happened(scene, 'duty.assigned', { ...assigned, ...by })]);
  },
};

/** The same holder has the same duty now. */
export const isHeld = (duties: readonly Duty[], duty: string, holder: DutyHolder): boolean =>
  duties.some(
    (one) => one.endedAt === null && one.duty === duty && holderKey(one.holder) === holderKey(holder),
  );

/** A report of the time since the duty began, that no other duty ended with; `undefined` when none is asked for. */
function reportFor({ state, process }: Scene, { duty, since }: Duty): WorkRecord | null | undefined {
  const rule = Object.values(process.supervision.reports).find(({ duties }) => duties.includes(duty));
  if (!rule) return undefined;
  const used = state.duties.map(({ reportId }) => reportId);
  const found = state.records.find(
    (one) =>
      one.kind === rule.record &&
      one.completedAt !== null &&
      Date.parse(one.at) >= Date.parse(since) &&
      !used.includes(one.recordId),
  );
  return found ?? null;
}

const mayEnd = (scene: Scene, duty: Duty): Refusal | null => {
  if (duty.endedAt !== null) return refuse('DUTY_ENDED');
  return reportFor(scene, duty) === null ? refuse('DUTY_REPORT_MISSING', { name: duty.holder.name }) : null;
};

const endDuty: Rule<'duty.end', 'CASE'> = {
  action: 'duty:end',
  on: 'CASE',
  may(scene) {
    const running = scene.state.duties.filter(({ endedAt }) => endedAt === null);
    if (running.length === 0) return refuse('DUTY_NOT_FOUND');
    const refusals = running.map((duty) => mayEnd(scene, duty));
    return refusals.includes(null) ? null : (refusals[0] ?? null);
  },
  since: ({ state }, _, { dutyId }) => latest(state.duties.find((one) => one.dutyId === dutyId)?.since),
  decide(scene, _, { dutyId, reason = null }): Decision {
    const duty = scene.state.duties.find((one) => one.dutyId === dutyId);
    if (!duty) return refuse('DUTY_NOT_FOUND');
    const refusal = mayEnd(scene, duty) ?? checkTyped(scene, 'reason', reason);
    const reportId = reportFor(scene, duty)?.recordId ?? null;
    return refusal ?? accept([happened(scene, 'duty.ended', { dutyId, reason, reportId })]);
  },
};

export const DUTY_RULES: RuleTable<'duty.assign' | 'duty.end'> = {
  'duty.assign': assignDuty,
  'duty.end': endDuty,
};
