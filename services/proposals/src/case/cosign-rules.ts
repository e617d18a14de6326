import { accept, refuse } from '@duban/kernel';
import { asLeadProposer, checkMandate, checkTyped } from './actor-rules.js';
import { latest } from './clock.js';
import { circumstancesOf } from './condition-facts.js';
import { dueFor, isShut } from './deadline-rules.js';
import { DEADLINE_STEP_WORDS, worded } from './labels.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { Cosignature } from './state.js';
import type { CosignatureStatus } from './vocabulary.js';

const SIGNING: readonly CosignatureStatus[] = ['INVITED', 'CONFIRMED'];

const checkEnabled = ({ process }: Scene): Refusal | null =>
  process.cosign.enabled ? null : refuse('COSIGN_NOT_ENABLED');

function checkInvitee(scene: Scene, mandateId: string): Refusal | null {
  const { state, process } = scene;
  const signing = state.cosignatures.filter((one) => SIGNING.includes(one.status));
  return firstRefusal(
    () => (mandateId === state.leadProposerId ? refuse('COSIGNER_IS_LEAD') : null),
    () => (signing.some((one) => one.mandateId === mandateId) ? refuse('ALREADY_INVITED') : null),
    () =>
      signing.length >= process.limits.cosigners
        ? refuse('TOO_MANY_COSIGNERS', { max: process.limits.cosigners })
        : null,
    () => checkMandate(scene, mandateId),
  );
}

const invite: Rule<'cosigner.invite', 'CASE'> = {
  action: 'cosigner:invite',
  on: 'CASE',
  may: (scene) =>
    firstRefusal(
      () => checkEnabled(scene),
      () => asLeadProposer(scene),
    ),
  since: ({ state }) => state.draftedAt,
  decide(scene, _, { mandateId }): Decision {
    const refusal = checkInvitee(scene, mandateId);
    if (refusal) return refusal;
    const due = dueFor(scene.process, 'COSIGN', circumstancesOf(scene), scene.at, scene.context);
    if (!due) return refuse('DEADLINE_RULE_MISSING', worded('step', DEADLINE_STEP_WORDS, 'COSIGN'));
    return accept([happened(scene, 'cosigner.invited', { mandateId, due })]);
  },
};

const findSignature = (scene: Scene, mandateId: string | null, among: readonly CosignatureStatus[]) =>
  scene.state.cosignatures.find((one) => one.mandateId === mandateId && among.includes(one.status));

/** The signature the command is about: the viewer's own, or the one an office enters from paper. */
function signer(scene: Scene, mandateId: string | undefined): string | null {
  return scene.source.actor === 'ANY' && mandateId ? mandateId : scene.viewer.mandateId;
}

/** Somebody's answer must be waited for: the viewer's own; for an office, anybody's. */
const awaited =
  (among: readonly CosignatureStatus[]) =>
  (scene: Scene): Refusal | null => {
    const anybody = scene.state.cosignatures.some((one) => among.includes(one.status));
    const own = findSignature(scene, scene.viewer.mandateId, among);
    return (scene.source.actor === 'ANY' ? anybody : own) ? null : refuse('NOT_INVITED');
  };

function checkOpen(scene: Scene, signature: Cosignature | undefined): Refusal | null {
  if (!signature) return refuse('NOT_INVITED');
  if (scene.source.windows === 'AS_SET' && isShut(signature.due, scene.at, scene.process))
    return refuse('COSIGN_DEADLINE_PASSED', { due: signature.due.date });
  return checkMandate(scene, signature.mandateId);
}

const confirm: Rule<'cosigner.confirm', 'CASE'> = {
  action: 'cosigner:confirm',
  on: 'CASE',
  may: (scene) =>
    firstRefusal(
      () => awaited(['INVITED'])(scene),
      () =>
        scene.source.actor === 'ANY'
          ? null
          : checkOpen(scene, findSignature(scene, scene.viewer.mandateId, ['INVITED'])),
    ),
  since: (scene, _, { mandateId }) =>
    latest(scene.state.draftedAt, findSignature(scene, signer(scene, mandateId), ['INVITED'])?.invitedAt),
  decide(scene, _, command): Decision {
    const signature = findSignature(scene, signer(scene, command.mandateId), ['INVITED']);
    const refusal = checkOpen(scene, signature);
    if (refusal || !signature) return refusal ?? refuse('NOT_INVITED');
    const { mandateId } = signature;
    return accept([
      happened(scene, 'cosigner.confirmed', { mandateId, version: scene.state.contentVersion }),
    ]);
  },
};

const decline: Rule<'cosigner.decline', 'CASE'> = {
  action: 'cosigner:decline',
  on: 'CASE',
  may: awaited(SIGNING),
  since: (scene, _, { mandateId }) =>
    findSignature(scene, signer(scene, mandateId), SIGNING)?.invitedAt ?? null,
  decide(scene, _, { mandateId, reason = null }): Decision {
    const signature = findSignature(scene, signer(scene, mandateId), SIGNING);
    if (!signature) return refuse('NOT_INVITED');
    const refusal = checkTyped(scene, 'reason', reason);
    return (
      refusal ?? accept([happened(scene, 'cosigner.declined', { mandateId: signature.mandateId, reason })])
    );
  },
};

const cancel: Rule<'cosigner.cancel', 'CASE'> = {
  action: 'cosigner:cancel',
  on: 'CASE',
  may: (scene) =>
    firstRefusal(
      () => asLeadProposer(scene),
      () =>
        scene.state.cosignatures.some((one) => SIGNING.includes(one.status)) ? null : refuse('NOT_INVITED'),
    ),
  since: (scene, _, { mandateId }) => findSignature(scene, mandateId, SIGNING)?.invitedAt ?? null,
  decide: (scene, _, { mandateId }): Decision =>
    findSignature(scene, mandateId, SIGNING)
      ? accept([happened(scene, 'cosigner.cancelled', { mandateId })])
      : refuse('NOT_INVITED'),
};

export const COSIGN_RULES: RuleTable<
  'cosigner.invite' | 'cosigner.confirm' | 'cosigner.decline' | 'cosigner.cancel'
> = {
  'cosigner.invite': invite,
  'cosigner.confirm': confirm,
  'cosigner.decline': decline,
  'cosigner.cancel': cancel,
};
