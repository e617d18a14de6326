import type { Guard, Process } from '../process/process.js';
import type { SubmissionProcess } from '../process/submission.js';

const label = { zh: '提交要求', en: 'Before the submission' };

/** The same process with these rules of submission. */
export const withSubmission = (process: Process, also: Partial<SubmissionProcess>): Process => ({
  ...process,
  submission: { ...process.submission, ...also },
});

/** The same process with guards that block beside its own. */
export const withGuards = (
  process: Process,
  guards: Readonly<Record<string, Pick<Guard, 'before' | 'require'> & Partial<Guard>>>,
): Process => ({
  ...process,
  guards: {
    ...process.guards,
    ...Object.fromEntries(
      Object.entries(guards).map(([code, guard]) => [code, { label, mode: 'BLOCK' as const, ...guard }]),
    ),
  },
});

/** Units of both levels are consulted before the submission. */
export const CONSULTED = {
  own: { before: 'proposal.submit', require: { kind: 'CONSULTATION', level: 'OWN', min: 1 } },
  above: { before: 'proposal.submit', require: { kind: 'CONSULTATION', level: 'ABOVE', min: 1 } },
} as const;

/** On line and on paper it says the same. */
export const BOTH_LINES = {
  lines: {
    before: 'proposal.docket',
    require: { kind: 'PAPER_AGREES', fields: ['TITLE', 'BODY', 'LEAD_PROPOSER', 'COSIGNERS'] },
  },
} as const;

export const CHECKLIST = {
  topic: { order: 1, label: { zh: '精心选题', en: 'topic chosen' } },
  research: { order: 2, label: { zh: '深入调研', en: 'research done' } },
  argument: { order: 3, label: { zh: '科学论证', en: 'argument made' } },
} as const;

export const CHECKED = { checklist: { before: 'proposal.submit', require: { kind: 'CHECKLIST' } } } as const;
