import {
  accept,
  type CalendarDate,
  checkText,
  dateInShanghai,
  type Outcome,
  type Refused,
  type Role,
  refuse,
  useCase,
  type Viewer,
} from '@duban/kernel';
import { type Account, checkLogin } from '../account.js';
import type { Key } from '../account.store.js';
import { decideGive, type GrantWish } from '../grant.js';
import type { PasswordSlip } from '../password-slip.js';
import type { PeopleDeps } from '../people.deps.js';
import type { Person } from '../person.js';

export type OpenAccount = {
  readonly login: string;
  /** Somebody the locality knows, or the name of somebody new, or neither: an office's account. */
  readonly person: Key | null;
  readonly name: string | null;
  /** What an outside issuer calls the person. */
  readonly subject: string | null;
  readonly role: Role;
  readonly unit: Key | null;
  readonly section: Key | null;
  readonly mandate: Key | null;
  /** First day; today when left out. */
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
};

/** What is kept for a repetition: `mark` says on whose slip the password stood. */
export type OpenedAccount = Key & { readonly mark: string | null };

/** 开通账号: an account of this locality with its first grant. The one-time password goes onto the slip. */
export const openAccount = (slip: PasswordSlip) =>
  useCase({
    action: 'account:open',
    async execute(deps: PeopleDeps, viewer: Viewer, input: OpenAccount): Promise<Outcome<OpenedAccount>> {
      const id = deps.newId();
      const found = await personOf(deps, input);
      if (!found.accepted) return found;
      const person = found.value;
      const wish = wishOf(input, id, deps.now());
      const mandate = input.mandate && (await deps.mandates.find(input.mandate));
      const subject = { personId: person?.id ?? null, mandate, existing: [] };
      const grantId = deps.newId();
      const given = placeRefusal(input, viewer.tenant) ?? decideGive(grantId, wish, subject);
      if (!given.accepted) return given;
      const named = await subjectOf(deps, input, viewer.tenant, id);
      if (!named.accepted) return named;
      const password = input.subject === null ? await deps.makePassword() : null;
      if (person && input.name !== null) await deps.persons.add(person, registered(person));
      await deps.accounts.add(
        accountOf(input.login, named.value, { id, personId: person?.id ?? null, now: deps.now() }),
        password?.hash ?? null,
        { type: 'account.opened', payload: { accountId: id, personId: person?.id ?? null } },
      );
      await deps.grants.add({ ...wish, id: grantId, endedAt: null }, given.value);
      return accept({ tenant: viewer.tenant, id, mark: password && write(slip, id, password.password) });
    },
  });

function write(slip: PasswordSlip, mark: string, password: string): string {
  slip.write(mark, password);
  return mark;
}

async function personOf(
  { persons, newId }: PeopleDeps,
  { person: key, name }: OpenAccount,
): Promise<Outcome<Person | null>> {
  const known = key && (await persons.find(key));
  if (key && !known) return refuse('PERSON_NOT_FOUND');
  if (known && name !== null) return refuse('PERSON_OR_ID_REQUIRED');
  if (name === null) return accept(known);
  const unknown = { gender: null, ethnicity: null, phone: null };
  return checkText('name', name, { max: 50 }) ?? accept({ ...unknown, id: newId(), name, version: 1 });
}

/** Nobody's name: an account's person need not hold public office. */
const registered = ({ id }: Person) => ({ type: 'person.registered', payload: { personId: id } });

const wishOf = (input: OpenAccount, accountId: string, now: string): GrantWish => ({
  accountId,
  role: input.role,
  unitId: input.unit?.id ?? null,
  sectionId: input.section?.id ?? null,
  mandateId: input.mandate?.id ?? null,
  validFrom: input.validFrom ?? dateInShanghai(now),
  validTo: input.validTo,
  primary: true,
});

function placeRefusal({ unit, section }: OpenAccount, tenant: number): Refused | null {
  if (unit && unit.tenant !== tenant) return refuse('UNIT_NOT_FOUND');
  return section && section.tenant !== tenant ? refuse('SECTION_NOT_FOUND') : null;
}

/** What tokens will call the account; refused where login or subject cannot be had. */
async function subjectOf(
  { accounts, codeOf, outsideIssuer }: PeopleDeps,
  { login, subject }: OpenAccount,
  tenant: number,
  id: string,
): Promise<Outcome<string>> {
  const wrong = checkLogin(login, codeOf(tenant)) ?? (subject && checkText('subject', subject, { max: 200 }));
  if (wrong) return wrong;
  if (await accounts.isTaken('login', login)) return refuse('LOGIN_TAKEN');
  if (outsideIssuer === null) return subject === null ? accept(id) : refuse('SUBJECT_NOT_EXPECTED');
  if (!subject) return refuse('SUBJECT_REQUIRED');
  const full = `${outsideIssuer}|${subject}`;
  return (await accounts.isTaken('subject', full)) ? refuse('SUBJECT_TAKEN') : accept(full);
}

type Opening = { readonly id: string; readonly personId: string | null; readonly now: string };

const accountOf = (login: string, subject: string, { id, personId, now }: Opening): Account => ({
  id,
  login,
  subject,
  personId,
  status: 'ACTIVE',
  failedAttempts: 0,
  lockedUntil: null,
  mustChangePassword: subject === id,
  passwordSetAt: subject === id ? now : null,
  version: 1,
});
