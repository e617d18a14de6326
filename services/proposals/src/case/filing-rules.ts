import { accept, refuse } from '@duban/kernel';
import { asOneOf, checkTyped } from './actor-rules.js';
import { circumstancesOf } from './condition-facts.js';
import { dueFor } from './deadline-rules.js';
import { type Decision, firstRefusal, happened, type Rule } from './rule.js';

/** 备案: an item that cannot be handled now is filed and looked at again; its reply is owed all the same. */
export const fileForRecord: Rule<'assignment.file', 'ASSIGNMENT'> = {
  action: 'assignment:file',
  on: 'ASSIGNMENT',
  may: (scene, { filing }) => {
    const by = scene.process.filing?.by ?? [];
    return firstRefusal(
      () => (by.length === 0 ? refuse('FILING_NOT_PROVIDED') : null),
      () => asOneOf(scene, by),
      () => (filing === null ? null : refuse('ALREADY_FILED')),
    );
  },
  since: (_, { handedOverAt }) => handedOverAt,
  decide(scene, assignment, { reason }): Decision {
    const refusal = checkTyped(scene, 'reason', reason);
    if (refusal) return refusal;
    const { process, at, context } = scene;
    const { assignmentId } = assignment;
    const circumstances = circumstancesOf(scene, { assignment });
    const reviewBy = dueFor(process, 'FILING_REVIEW', circumstances, at, context);
    return accept([happened(scene, 'assignment.filed', { assignmentId, reason, reviewBy })]);
  },
};
