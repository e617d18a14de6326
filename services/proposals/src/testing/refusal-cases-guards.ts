import type { Guard, Process } from '../process/process.js';
import { PEOPLE } from './people.js';
import { type RefusalCase, refusal } from './refusal-case.js';
import type { Story } from './story.js';

const { congress, government } = PEOPLE;

/** The base with one more guard. */
export const guardedBy =
  (guard: Partial<Guard> & Pick<Guard, 'before' | 'require'>) =>
  (base: Process): Process => ({
    ...base,
    guards: {
      ...base.guards,
      'of-the-place': { label: { zh: '本地前提', en: 'Local' }, mode: 'BLOCK', ...guard },
    },
  });

const docket = { kind: 'proposal.docket', year: 2026 } as const;

export const GUARD_CASES: readonly RefusalCase[] = [
  refusal('GUARD_NOT_MET', 'a condition of the place', (story: Story) => story.accepted(), congress, docket, {
    process: guardedBy({
      before: 'proposal.docket',
      require: { kind: 'FACTS', that: 'case.cosigners >= 2' },
    }),
  }),
  refusal(
    'GUARD_UNDECIDED',
    'a condition asks for what nobody knows',
    (story: Story) => story.allocated(),
    government,
    { kind: 'proposal.hand_over' },
    {
      process: guardedBy({
        before: 'proposal.hand_over',
        require: { kind: 'FACTS', that: 'case.repeatedYears < 3' },
      }),
    },
  ),
];
