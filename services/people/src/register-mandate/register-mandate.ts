import { accept, checkText, type Outcome, refuse, useCase, type Viewer } from '@duban/kernel';
import type { Key } from '../account.store.js';
import { decideRegister, type MandateWish } from '../mandate.js';
import type { PeopleDeps } from '../people.deps.js';
import type { Person } from '../person.js';

/** Somebody the locality does not know yet. */
type NewPerson = Pick<Person, 'name' | 'gender' | 'ethnicity' | 'phone'>;

export type RegisterMandate = Omit<MandateWish, 'personId'> & {
  readonly person: Key | null;
  readonly newPerson: NewPerson | null;
};

type Deps = Pick<PeopleDeps, 'persons' | 'mandates' | 'newId'>;

/** 登记代表或委员资格, of a known person or together with a new one. */
export const registerMandate = useCase({
  action: 'mandate:register',
  async execute(deps: Deps, viewer: Viewer, input: RegisterMandate) {
    const wrong = checkTexts(input);
    if (wrong) return wrong;
    const found = await personOf(deps, input);
    if (!found.accepted) return found;
    const person = found.value;
    const { person: _, newPerson: __, ...wish } = input;
    const existing = await deps.mandates.findOfPerson({ tenant: viewer.tenant, id: person.id });
    const mandate = { ...wish, personId: person.id };
    const id = deps.newId();
    const decision = decideRegister(id, mandate, person, existing);
    if (!decision.accepted) return decision;
    if (input.newPerson) await deps.persons.add(person, registered(person));
    await deps.mandates.add({ ...mandate, id, status: 'ACTIVE', reason: null, version: 1 }, decision.value);
    return accept({ tenant: viewer.tenant, id });
  },
});

async function personOf({ persons, newId }: Deps, input: RegisterMandate): Promise<Outcome<Person>> {
  if ((input.person === null) === (input.newPerson === null)) return refuse('PERSON_OR_ID_REQUIRED');
  if (input.newPerson) return accept({ ...input.newPerson, id: newId(), version: 1 });
  const known = input.person && (await persons.find(input.person));
  return known ? accept(known) : refuse('PERSON_NOT_FOUND');
}

/** The log keeps the name, which is public office, and no other personal data. */
const registered = ({ id, name }: Person) => ({ type: 'person.registered', payload: { personId: id, name } });

function checkTexts({ newPerson, term, ...input }: RegisterMandate) {
  const texts: readonly (readonly [field: string, text: string | null | undefined, max: number])[] = [
    ['name', newPerson?.name, 50],
    ['ethnicity', newPerson?.ethnicity, 20],
    ['phone', newPerson?.phone, 30],
    ['term', term, 50],
    ['certificateNumber', input.certificateNumber, 50],
    ['electoralUnit', input.electoralUnit, 100],
    ['delegation', input.delegation, 100],
    ['sector', input.sector, 100],
    ['party', input.party, 50],
  ];
  for (const [field, text, max] of texts) {
    const wrong = typeof text === 'string' ? checkText(field, text, { max }) : null;
    if (wrong) return wrong;
  }
  return null;
}
