import { NEIGHBOUR } from '../relations.js';
import type { Crossing } from './crossing.js';
import type { Story } from './story.js';

const ADMIN = 'tenant-admin';
const today = (): string => new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });

/** What somebody is shown of themselves, e.g. `unit { id }`. */
const ofOneself = async (story: Story, role: string, selection: string) =>
  (await (await story.as(role)).get(`{ viewer { ${selection} } }`)).viewer;

function newUnit() {
  const code = `unit-${crypto.randomUUID().slice(0, 8)}`;
  return { code, name: `越界单位 ${code}`, shortName: `越界 ${code}`, system: 'GOVERNMENT' };
}

/** A grant for somebody's account that wants one id more. */
const grantOf =
  (role: string, person: string, more: object = {}) =>
  async (story: Story) => {
    const { account } = await ofOneself(story, person, 'account { id }');
    return (rest: object) => ({ accountId: account.id, role, validFrom: today(), ...more, ...rest });
  };

/** A new account that wants one id more. */
const accountAs =
  (role: string, more: object = {}) =>
  (rest: object) => ({
    login: `${NEIGHBOUR.code}.${crypto.randomUUID().slice(0, 8)}`,
    role,
    ...more,
    ...rest,
  });

const ownPerson = async (story: Story, role: string): Promise<string> =>
  (await ofOneself(story, role, 'person { id }')).person.id;

const ownSection = async (story: Story): Promise<string> =>
  (await ofOneself(story, 'unit-head', 'unit { sections { id } }')).unit.sections[0].id;

/** Ids inside what an administrator does. */
export const HOUSE_CROSSINGS: Readonly<Record<string, Crossing>> = {
  'registerUnit.liaisonOrganId': {
    role: ADMIN,
    own: async (story) => (await ofOneself(story, ADMIN, 'locality { organs { id } }')).locality.organs[0].id,
    prepare: async () => (liaisonOrganId) => ({ ...newUnit(), liaisonOrganId }),
  },
  'closeUnit.successorId': {
    role: ADMIN,
    own: (story) => story.unitOf('unit-head'),
    prepare: async (story) => {
      const { unit } = await story.does(ADMIN, 'registerUnit', newUnit(), 'unit { id }');
      return (successorId) => ({ unitId: unit.id, lastDay: today(), successorId });
    },
  },
  'registerMandate.personId': {
    role: ADMIN,
    own: (story) => ownPerson(story, 'evaluator'),
    prepare: async () => (personId) => ({ personId, kind: 'DEPUTY', term: '第十六届', from: '2022-01-01' }),
  },
  'giveGrant.unitId': {
    role: ADMIN,
    own: (story) => story.unitOf('unit-head'),
    prepare: async (story) => {
      const input = await grantOf('UNIT_HEAD', 'unit-handler')(story);
      return (unitId) => input({ unitId });
    },
  },
  'giveGrant.sectionId': {
    role: ADMIN,
    own: ownSection,
    prepare: async (story) => {
      const unitId = await story.unitOf('unit-head');
      const input = await grantOf('SECTION_HEAD', 'unit-handler', { unitId })(story);
      return (sectionId) => input({ sectionId });
    },
  },
  'giveGrant.mandateId': {
    role: ADMIN,
    own: (story) => story.mandateOf('deputy-8'),
    prepare: async (story) => {
      const input = await grantOf('LEAD_PROPOSER', 'deputy-8')(story);
      return (mandateId) => input({ mandateId });
    },
  },
  'openAccount.personId': {
    role: ADMIN,
    own: (story) => ownPerson(story, 'evaluator'),
    prepare: async () => (personId) => accountAs('EVALUATOR')({ personId }),
  },
  'openAccount.unitId': {
    role: ADMIN,
    own: (story) => story.unitOf('unit-head'),
    prepare: async () => (unitId) => accountAs('UNIT_HANDLER')({ unitId }),
  },
  'openAccount.sectionId': {
    role: ADMIN,
    own: ownSection,
    prepare: async (story) => {
      const unitId = await story.unitOf('unit-head');
      return (sectionId) => accountAs('SECTION_HEAD', { unitId })({ sectionId });
    },
  },
  'openAccount.mandateId': {
    role: ADMIN,
    own: (story) => story.mandateOf('deputy-9'),
    prepare: async (story) => {
      const personId = await ownPerson(story, 'deputy-9');
      return (mandateId) => accountAs('LEAD_PROPOSER', { personId })({ mandateId });
    },
  },
};
