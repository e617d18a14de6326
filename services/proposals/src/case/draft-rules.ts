import { accept, refuse } from '@duban/kernel';
import { asOneOf, asUnit, checkTyped } from './actor-rules.js';
import type { CommandOf } from './commands.js';
import {
  type Decision,
  firstRefusal,
  happened,
  type Refusal,
  type Rule,
  type RuleTable,
  type Scene,
} from './rule.js';
import type { Assignment, CaseState } from './state.js';
import type { ReplyDraft } from './state-answering.js';

/** The draft of an assignment, if one was written. */
export const draftOf = ({ drafts }: CaseState, assignmentId: string): ReplyDraft | undefined =>
  drafts.find((one) => one.assignmentId === assignmentId);

/** Co-units of an assignment's round that are still on the case. */
export const coUnitsOf = (state: CaseState, { role, round }: Assignment): readonly Assignment[] =>
  role === 'LEAD'
    ? state.assignments.filter(
        (one) => one.role === 'CO' && one.round === round && !['REASSIGNED', 'ENDED'].includes(one.phase),
      )
    : [];

const answers = ({ role }: Assignment): Refusal | null => (role === 'CO' ? refuse('CO_MAY_NOT_REPLY') : null);

const draftReply: Rule<'reply.draft', 'ASSIGNMENT'> = {
  action: 'reply:draft',
  on: 'ASSIGNMENT',
  may: (scene, assignment) =>
    firstRefusal(
      () => asUnit(scene, assignment),
      () => answers(assignment),
    ),
  since: (_, { handedOverAt }) => handedOverAt,
  decide(scene, { assignmentId, round }, { body, claimedClass }): Decision {
    const known = scene.process.outcomes.classes[claimedClass];
    const refusal = firstRefusal(
      () => checkTyped(scene, 'body', body, 'reply'),
      () => (known ? null : refuse('CLASS_UNKNOWN', { class: claimedClass })),
    );
    const draft = { draftId: scene.context.newId(), assignmentId, round, body, claimedClass };
    return refusal ?? accept([happened(scene, 'reply.drafted', draft)]);
  },
};

/** The draft that a co-unit is to sign: its lead unit's. */
function draftToSign({ state }: Scene, co: Assignment): ReplyDraft | undefined {
  const lead = state.assignments.find(
    (one) =>
      !['REASSIGNED', 'ENDED'].includes(one.phase) &&
      coUnitsOf(state, one).some(({ assignmentId }) => assignmentId === co.assignmentId),
  );
  return lead && lead.repliedAt === null ? draftOf(state, lead.assignmentId) : undefined;
}

const countersign: Rule<'reply.countersign', 'ASSIGNMENT'> = {
  action: 'reply:countersign',
  on: 'ASSIGNMENT',
  may: (scene, co) =>
    firstRefusal(
      () => asUnit(scene, co),
      () => (co.role === 'CO' ? null : refuse('NOT_CO_UNIT')),
      () => (draftToSign(scene, co) ? null : refuse('DRAFT_MISSING')),
    ),
  since: (scene, co) => draftToSign(scene, co)?.draftedAt ?? null,
  decide(scene, co, { agreed, text = null }): Decision {
    const draft = draftToSign(scene, co);
    if (!draft) return refuse('DRAFT_MISSING');
    if (!agreed && text === null) return refuse('REASON_REQUIRED');
    const refusal = checkTyped(scene, 'text', text);
    const { assignmentId, unitId } = co;
    const signed = { draftId: draft.draftId, assignmentId, unitId, agreed, text };
    return refusal ?? accept([happened(scene, 'reply.countersigned', signed)]);
  },
};

const waiting = ({ state }: Scene, { assignmentId }: Assignment): ReplyDraft | undefined => {
  const draft = draftOf(state, assignmentId);
  return draft?.review === null ? draft : undefined;
};

function checkFaults({ process }: Scene, { verdict, faults = [], reason }: CommandOf<'reply.review'>) {
  const unknown = faults.find((code) => !process.replies.faults[code]);
  if (unknown !== undefined) return refuse('REASON_UNKNOWN', { reason: unknown });
  return verdict === 'REJECT' && faults.length === 0 && !reason ? refuse('REASON_REQUIRED') : null;
}

const reviewReply: Rule<'reply.review', 'ASSIGNMENT'> = {
  action: 'reply:review',
  on: 'ASSIGNMENT',
  may: (scene, assignment) =>
    firstRefusal(
      () => asOneOf(scene, scene.process.replies.reviewers),
      () => (waiting(scene, assignment) ? null : refuse('DRAFT_MISSING')),
    ),
  since: (scene, assignment) => waiting(scene, assignment)?.draftedAt ?? null,
  decide(scene, assignment, command): Decision {
    const { verdict, faults = [], reason = null } = command;
    const draft = waiting(scene, assignment);
    if (!draft) return refuse('DRAFT_MISSING');
    const refusal = firstRefusal(
      () => checkFaults(scene, command) as Refusal | null,
      () => checkTyped(scene, 'reason', reason),
    );
    if (refusal) return refusal;
    const { draftId, assignmentId } = draft;
    const found = faults.flatMap((code) => {
      const fault = scene.process.replies.faults[code];
      return fault ? [{ code, canonical: fault.canonical }] : [];
    });
    const reviewed = { draftId, assignmentId, verdict, faults: found, reason };
    return accept([happened(scene, 'reply.reviewed', reviewed)]);
  },
};

export const DRAFT_RULES: RuleTable<'reply.draft' | 'reply.countersign' | 'reply.review'> = {
  'reply.draft': draftReply,
  'reply.countersign': countersign,
  'reply.review': reviewReply,
};
