import { accept, refuse } from '@duban/kernel';
import { handoverRules } from '../process/handover.js';
import { checkTyped } from './actor-rules.js';
import {
  type Decision,
  firstRefusal,
  happened,
  isHistory,
  type Refusal,
  type Rule,
  type Scene,
} from './rule.js';
import type { CaseState } from './state.js';

const MOST_MATTERS = 50;

/** Every matter has a unit; a case that has to be split is split (事项分解、责任到单位). */
export function checkMatters(scene: Scene): Refusal | null {
  const { process, state } = scene;
  const asked = handoverRules(process).matters === 'REQUIRED' && !isHistory(scene);
  if (state.matters.length === 0) return asked ? refuse('MATTERS_MISSING') : null;
  const alone = state.matters.find(({ unitIds }) => unitIds.length === 0);
  return alone ? refuse('MATTER_WITHOUT_UNIT', { number: alone.number }) : null;
}

/** Whether a unit that leaves without another in its place would leave a matter to nobody. */
export function checkLeftMatters({ matters }: CaseState, unitId: string): Refusal | null {
  const alone = matters.find(({ unitIds }) => unitIds.length === 1 && unitIds[0] === unitId);
  return alone ? refuse('MATTER_WITHOUT_UNIT', { number: alone.number }) : null;
}

export const splitMatters: Rule<'matters.split', 'CASE'> = {
  action: 'units:allocate',
  on: 'CASE',
  may: () => null,
  since: ({ state }) => state.allocatedAt,
  decide(scene, _, { matters }): Decision {
    const onCase = scene.state.assignments.map(({ unitId }) => unitId);
    const refusal =
      matters.length === 0 || matters.length > MOST_MATTERS
        ? refuse('MATTERS_MISSING')
        : firstRefusal(
            ...matters.map(({ text, unitIds }, index) => () => {
              const foreign = unitIds.length === 0 || unitIds.some((unitId) => !onCase.includes(unitId));
              return foreign
                ? refuse('MATTER_WITHOUT_UNIT', { number: index + 1 })
                : checkTyped(scene, 'matters.text', text);
            }),
          );
    if (refusal) return refusal;
    const split = matters.map(({ text, unitIds }, index) => ({
      matterId: scene.context.newId(),
      number: index + 1,
      text,
      unitIds: [...new Set(unitIds)],
    }));
    return accept([happened(scene, 'matters.split', { matters: split })]);
  },
};
