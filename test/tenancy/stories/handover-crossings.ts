import type { Crossing } from './crossing.js';
import { handedOver } from './handling-story.js';
import { allocated, plan, proposed } from './handover-story.js';
import type { Story } from './story.js';

const GOVERNMENT = 'gov-handover-officer';

const person = async (story: Story): Promise<string> => {
  const { viewer } = await (await story.as('deputy-2')).get('{ viewer { person { id } } }');
  return viewer.person.id;
};

async function handled(story: Story): Promise<string> {
  const { assignments } = await handedOver(story, '越界', [{ unit: 'unit-head', role: 'SOLE' }]);
  return assignments[0] as string;
}

/** Ids inside what is done between the choice of the units and their work. */
export const HANDOVER_CROSSINGS: Readonly<Record<string, Crossing>> = {
  'splitMatters.matters.unitIds': {
    role: GOVERNMENT,
    own: (story) => story.unitOf('unit-head'),
    prepare: async (story) => {
      const proposalId = await allocated(story, '越界');
      return (unitId) => ({ proposalId, matters: [{ text: '增设站点', unitIds: [unitId] }] });
    },
  },
  'handOverProposal.fields.unitId': {
    role: GOVERNMENT,
    own: (story) => story.unitOf('unit-head'),
    prepare: async (story) => {
      const proposalId = await allocated(story, '越界');
      return (unitId) => ({ proposalId, fields: [{ field: 'contact', value: '李科员', unitId }] });
    },
  },
  'handOverProposal.fields.personId': {
    role: GOVERNMENT,
    own: person,
    prepare: async (story) => {
      const proposalId = await allocated(story, '越界');
      const unitId = await story.unitOf('unit-head');
      return (personId) => ({
        proposalId,
        fields: [{ field: 'contact', value: '李科员', unitId, personId }],
      });
    },
  },
  'handOverBatch.items.proposalId': {
    role: GOVERNMENT,
    own: (story) => allocated(story, '越界'),
    prepare: async () => (proposalId) => ({ items: [{ proposalId }] }),
  },
  'handOverBatch.items.fields.unitId': {
    role: GOVERNMENT,
    own: (story) => story.unitOf('unit-head'),
    prepare: async (story) => {
      const proposalId = await allocated(story, '越界');
      return (unitId) => ({
        items: [{ proposalId, fields: [{ field: 'contact', value: '李科员', unitId }] }],
      });
    },
  },
  'handOverBatch.items.fields.personId': {
    role: GOVERNMENT,
    own: person,
    prepare: async (story) => {
      const proposalId = await allocated(story, '越界');
      const unitId = await story.unitOf('unit-head');
      const field = { field: 'contact', value: '李科员', unitId };
      return (personId) => ({ items: [{ proposalId, fields: [{ ...field, personId }] }] });
    },
  },
  'answerAllocation.proposedUnitId': {
    role: 'cppcc-member',
    own: (story) => story.unitOf('unit-head-2'),
    prepare: async (story) => {
      const proposalId = await proposed(story, '越界');
      return (proposedUnitId) => ({ proposalId, agrees: false, reason: '应由他局承办', proposedUnitId });
    },
  },
  'nameResponsible.fields.personId': {
    role: 'unit-handler',
    own: person,
    prepare: async (story) => {
      const assignmentId = await handled(story);
      return (personId) => ({ assignmentId, fields: [{ field: 'head', value: '局长', personId }] });
    },
  },
  'setPlan.fields.personId': {
    role: 'unit-handler',
    own: person,
    prepare: async (story) => {
      const assignmentId = await handled(story);
      return (personId) => ({
        assignmentId,
        kind: 'PLANNED',
        fields: [{ field: 'who', value: '规划科', personId }],
      });
    },
  },
  'completeMilestone.milestoneId': {
    role: 'unit-handler',
    own: async (story) => milestones.get(story) ?? plan(story, await handled(story)),
    prepare: async (story) => {
      const assignmentId = await handled(story);
      milestones.set(story, await plan(story, assignmentId));
      return (milestoneId) => ({ assignmentId, milestoneId });
    },
  },
};

/** The milestone of the assignment that was prepared last. */
const milestones = new WeakMap<Story, string>();
