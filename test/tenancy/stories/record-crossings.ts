import type { Crossing } from './crossing.js';
import { handedOver, promised } from './handling-story.js';
import { docketed } from './intake-story.js';
import { entered, meeting } from './record-story.js';
import type { Story } from './story.js';

const OFFICE = 'deputy-affairs-officer';

const unit = (story: Story) => story.unitOf('unit-head-2');
const deputy = (story: Story) => story.mandateOf('deputy');
const file = (story: Story) => docketed(story, '记录中的件');
const PLAN = [{ field: 'content', text: '每月督办' }];
const CHECKED = [{ field: 'carried-out', choice: 'YES' }];
const INTERVIEWED = [
  { field: 'persons', persons: [{ name: '局长' }] },
  { field: 'content', text: '约谈' },
];

/** A part of a case beside the case it is of: an assignment of another case is not taken either. */
const part = (
  own: Crossing['own'],
  field: string,
  proposalIdOf: (id: string) => string,
  input: object,
): Crossing => ({
  role: OFFICE,
  own,
  prepare: async () => (id) => ({ ...input, proposalId: proposalIdOf(id), [field]: id }),
});

const cases = new Map<string, string>();
const remembered = async (id: string, proposalId: string): Promise<string> => {
  cases.set(id, proposalId);
  return id;
};
const caseOf = (id: string): string => cases.get(id) ?? [...cases.values()][0] ?? '';

const inMeeting = (
  name: string,
  own: Crossing['own'],
  value: (id: string) => object,
): readonly [string, Crossing][] => [
  [
    `enterRecord.values.${name}`,
    { role: OFFICE, own, prepare: async (story) => (id) => meeting(story, [value(id)]) },
  ],
  [
    `correctRecord.values.${name}`,
    {
      role: OFFICE,
      own,
      prepare: async (story) => {
        const recordId = await entered(story, meeting(story));
        return (id) => ({ recordId, values: meeting(story, [value(id)]).values, reason: '补充' });
      },
    },
  ],
];

/** A person named for a duty on a case of one's own. */
const onDuty = (field: string, own: Crossing['own']): Crossing => ({
  role: OFFICE,
  own,
  prepare: async (story) => {
    const proposalId = await docketed(story, '督办的件');
    return (id) => ({ proposalId, duty: 'SUPERVISION', name: '赵副主任', [field]: id });
  },
});

const person = async (story: Story): Promise<string> => {
  const { viewer } = await (await story.as('deputy-2')).get('{ viewer { person { id } } }');
  return viewer.person.id;
};

export const RECORD_CROSSINGS: Readonly<Record<string, Crossing>> = {
  'assignDuty.mandateId': onDuty('mandateId', deputy),
  'assignDuty.personId': onDuty('personId', person),
  'enterRecord.proposalId': {
    role: OFFICE,
    own: file,
    prepare: async () => (proposalId) => ({ record: 'supervision-plan', proposalId, values: PLAN }),
  },
  'enterRecord.assignmentId': part(
    async (story) => {
      const handed = await handedOver(story, '约谈的件', [{ unit: 'unit-head', role: 'SOLE' }]);
      return remembered(handed.assignments[0] ?? '', handed.proposalId);
    },
    'assignmentId',
    caseOf,
    { record: 'interview', values: INTERVIEWED },
  ),
  'enterRecord.entryId': part(
    async (story) => {
      const { entryId, proposalId } = await promised(story, '核查的件');
      return remembered(entryId, proposalId);
    },
    'entryId',
    caseOf,
    { record: 'commitment-check', values: CHECKED },
  ),
  'enterRecord.unitId': {
    role: OFFICE,
    own: unit,
    prepare: async () => (unitId) => ({
      ...{ record: 'accountability', unitId },
      values: [{ field: 'measure', text: '通报' }],
    }),
  },
  'enterRecord.mandateId': {
    role: OFFICE,
    own: deputy,
    prepare: async () => (mandateId) => ({
      ...{ record: 'duty-performance', mandateId },
      values: [{ field: 'activity', text: '走访' }],
    }),
  },
  ...Object.fromEntries([
    ...inMeeting('unitIds', unit, (id) => ({ field: 'units', unitIds: [id] })),
    ...inMeeting('proposalIds', file, (id) => ({ field: 'cases', proposalIds: [id] })),
    ...inMeeting('persons.mandateId', deputy, (id) => ({
      field: 'participants',
      persons: [{ name: '代表', mandateId: id }],
    })),
  ]),
};
