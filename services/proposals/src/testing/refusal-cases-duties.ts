import type { Command } from '../case/commands.js';
import type { Process } from '../process/process.js';
import { id, PEOPLE } from './people.js';
import { type RefusalCase, refusal } from './refusal-case.js';
import type { Story } from './story.js';

const { congress } = PEOPLE;
const docketed = (story: Story) => story.docketed();

export const assign = (also: object): Command =>
  ({ kind: 'duty.assign', duty: 'SUPERVISION', tier: 'CONGRESS_LEADER', ...also }) as Command;
export const LEADER = { name: '赵副主任' };

const assigned = (story: Story) => docketed(story).does(congress, assign(LEADER));
const ending = (story: Story): Command => ({
  kind: 'duty.end',
  dutyId: story.state.duties[0]?.dutyId ?? id(9),
});

/** A leader reports before a duty ends, has at most one item, and key items want both leaders. */
export const supervised = (base: Process): Process => ({
  ...base,
  supervision: {
    ...base.supervision,
    reports: { leaders: { duties: ['SUPERVISION', 'LEAD_HANDLING'], record: 'supervision-report' } },
    quotas: {
      'vice-chairs': {
        label: { zh: '副主任督办', en: 'Vice-chairs' },
        ...{ tier: 'CONGRESS_LEADER', holder: 'PERSON', min: 1, max: 1, mode: 'BLOCK' },
      },
    },
  },
  guards: {
    ...base.guards,
    'two-leaders': {
      before: 'proposal.hand_over',
      label: { zh: '领办、督办领导', en: 'Two leaders' },
      require: { kind: 'DUTIES', duties: ['LEAD_HANDLING', 'SUPERVISION'] },
      mode: 'BLOCK',
    },
  },
});

const held = [
  {
    holder: { kind: 'PERSON' as const, name: '赵副主任', organ: null, mandateId: null, personId: null },
    ...{ duty: 'SUPERVISION' as const, tier: 'CONGRESS_LEADER', proposalId: id(2), reported: false },
  },
];

export const DUTY_CASES: readonly RefusalCase[] = [
  refusal('DUTY_HOLDER_REQUIRED', 'nobody', docketed, congress, assign({})),
  refusal(
    'DUTY_HOLDER_REQUIRED',
    'a person and an organ',
    docketed,
    congress,
    assign({ ...LEADER, organ: 'finance' }),
  ),
  refusal('ORGAN_UNKNOWN', 'no such organ', docketed, congress, assign({ organ: 'moon' })),
  refusal('KEY_TIER_UNKNOWN', 'no such tier', docketed, congress, assign({ ...LEADER, tier: 'KING' })),
  refusal('PERSON_NOT_FOUND', 'no such person', docketed, congress, assign({ ...LEADER, personId: id(9) })),
  refusal('DUTY_HELD_ALREADY', 'twice', assigned, congress, assign(LEADER)),
  refusal('DUTY_NOT_FOUND', 'none', docketed, congress, ending),
  refusal(
    'DUTY_ENDED',
    'ended twice',
    (story) => {
      const before = assigned(story).does(congress, assign({ name: '钱副主任' }));
      return before.does(congress, ending(before));
    },
    congress,
    ending,
  ),
  refusal('DUTY_REPORT_MISSING', 'without a report', assigned, congress, ending, { process: supervised }),
  refusal('QUOTA_EXCEEDED', 'a second item', docketed, congress, assign(LEADER), {
    process: supervised,
    outside: { held },
  }),
  refusal(
    'DUTY_MISSING',
    'handed over without its leaders',
    (story) => story.allocated(),
    PEOPLE.government,
    { kind: 'proposal.hand_over' },
    { process: supervised },
  ),
];
