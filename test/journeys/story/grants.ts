import { encodeLocalityId } from '@duban/kernel';
import type { Person } from '../../kit/person.js';
import { type Case, must } from './case.js';

// biome-ignore lint/suspicious/noExplicitAny: answers are as varied as questions
type Answer = any;
type Input = Readonly<Record<string, unknown>>;

/** So many days from today. */
export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Grants a case to a locality for a month, all of it, or as the input says; gives the grant's id. */
export async function granted(
  person: Person,
  one: Case,
  to: number,
  kind: string,
  input: Input = {},
): Promise<string> {
  const grant = {
    localityId: encodeLocalityId(to),
    kind,
    sees: 'FULL',
    until: inDays(30),
    reason: '请予支持',
  };
  const { proposal } = await one.do(
    person,
    'grantCase',
    { ...grant, ...input },
    'proposal { grants { id } }',
  );
  return proposal.grants.at(-1).id;
}

const OPENED = `grantedCase { title body caseNumber phase steps { title }
  grant { kind form label sees does from { code } } }`;

/** Reads a case under a grant. */
export const opened = async (person: Person, caseGrantId: string): Promise<Answer> =>
  (await must(person, 'openGrantedCase', { caseGrantId }, OPENED)).grantedCase;

export const gaveOpinion = (
  person: Person,
  caseGrantId: string,
  kind: string,
  text: string,
): Promise<Answer> => must(person, 'giveOpinion', { caseGrantId, kind, text }, 'grant { id }');

/** What the case's own locality is told of its grants, in the order in which they were given. */
export const grantsOf = async (one: Case): Promise<Answer[]> =>
  (
    await one.show(`grants { kind form label sees revokedAt to { code }
      readings { role saw } opinions { kind text taken from { code } } }`)
  ).grants;
