import type { DefinitionReport as Report } from '@duban/kernel';
import type { Process } from './process.js';

/** A way to propose is needed; limits and checklist must make sense. */
export function checkSubmission({ submission, guards }: Process, report: Report): void {
  if (Object.keys(submission.proposers).length === 0)
    report(['submission', 'proposers'], '须至少有一种提出方式。', 'there must be a way to propose.');
  for (const [type, rule] of Object.entries(submission.proposers)) {
    if ((rule?.minCosigners ?? 0) <= (rule?.maxCosigners ?? Number.POSITIVE_INFINITY)) continue;
    report(
      ['submission', 'proposers', type],
      '联名人数下限不能大于上限。',
      'minCosigners cannot be more than maxCosigners.',
    );
  }
  for (const [code, { require }] of Object.entries(guards)) {
    if (require.kind === 'CHECKLIST' && Object.keys(submission.checklist).length === 0)
      report(
        ['guards', code, 'require'],
        'submission.checklist 中没有任何事项。',
        'there is nothing in submission.checklist.',
      );
  }
}
