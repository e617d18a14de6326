import { accept, refuse } from '@duban/kernel';
import { handoverRules } from '../process/handover.js';
import { checkTyped, checkUnit } from './actor-rules.js';
import { circumstancesOf } from './condition-facts.js';
import { dueFor, isPast } from './deadline-rules.js';
import {
  type Decision,
  firstRefusal,
  happened,
  isHistory,
  type Refusal,
  type Rule,
  type Scene,
} from './rule.js';
import type { CaseState, Precheck } from './state.js';

/** The asking that begins with an allocation; null where nobody is asked. */
export function askAbout(scene: Scene): Pick<Precheck, 'round' | 'answerBy'> | null {
  const { process, state, at, context } = scene;
  if (handoverRules(process).precheck.mode === 'OFF' || isHistory(scene)) return null;
  const round = (state.precheck?.round ?? 0) + 1;
  return { round, answerBy: dueFor(process, 'PRECHECK', circumstancesOf(scene), at, context) };
}

type Party = { readonly unitId: string | null };

/** Who is asked: the lead proposer, and each unit that is to have the case. */
function partiesOf({ process, state }: Scene): Party[] {
  const { by } = handoverRules(process).precheck;
  return [
    ...(by.includes('PROPOSER') ? [{ unitId: null }] : []),
    ...(by.includes('UNITS') ? state.assignments.map(({ unitId }) => ({ unitId })) : []),
  ];
}

/** Whom the viewer answers for: their unit, or else the proposer they are. */
function partyOf({ viewer, state, source }: Scene): Party | null {
  if (viewer.unitId !== null) return { unitId: viewer.unitId };
  return source.actor === 'ANY' || viewer.mandateId === state.leadProposerId ? { unitId: null } : null;
}

function checkAsked(scene: Scene): Refusal | null {
  const party = partyOf(scene);
  const asked = partiesOf(scene).some(({ unitId }) => party !== null && unitId === party.unitId);
  return scene.state.precheck && asked ? null : refuse('ALLOCATION_NOT_ASKED');
}

/** Before the handover: all have answered or are out of time, and nobody objects before the last round. */
export function checkPrecheck(scene: Scene): Refusal | null {
  const { process, state, at } = scene;
  const { mode, rounds } = handoverRules(process).precheck;
  if (mode === 'OFF' || !state.precheck) return null;
  const { answers, answerBy, round } = state.precheck;
  const silent = partiesOf(scene).filter(
    (party) => !answers.some(({ unitId }) => unitId === party.unitId),
  ).length;
  const lapsed = answerBy !== null && isPast(answerBy, at);
  if (silent > 0 && !lapsed) return refuse('ALLOCATION_NOT_ANSWERED', { count: silent });
  const against = answers.filter(({ agrees }) => !agrees).length;
  return against > 0 && round < rounds ? refuse('ALLOCATION_OBJECTED', { count: against, round }) : null;
}

export const answerAllocation: Rule<'allocation.answer', 'CASE'> = {
  action: 'allocation:answer',
  on: 'CASE',
  may: checkAsked,
  since: ({ state }: { state: CaseState }) => state.allocatedAt,
  decide(scene, _, { agrees, reason = null, proposedUnitId = null }): Decision {
    const refusal = firstRefusal(
      () => (!agrees && reason === null ? refuse('REASON_REQUIRED') : null),
      () => checkTyped(scene, 'reason', reason),
      () => (proposedUnitId === null ? null : checkUnit(scene, proposedUnitId)),
    );
    if (refusal) return refusal;
    const unitId = partyOf(scene)?.unitId ?? null;
    return accept([happened(scene, 'allocation.answered', { unitId, agrees, reason, proposedUnitId })]);
  },
};
