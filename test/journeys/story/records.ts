import type { Person } from '../../kit/person.js';
import { must } from './case.js';

// biome-ignore lint/suspicious/noExplicitAny: answers are as varied as questions
type Answer = any;
type Given = string | number | boolean | Readonly<Record<string, unknown>>;

/** A field's value other than text, number, or yes and no. */
export const choice = (code: string) => ({ choice: code });
export const day = (date: string) => ({ date });
export const cases = (...proposalIds: string[]) => ({ proposalIds });
export const units = (...unitIds: string[]) => ({ unitIds });
export const people = (...persons: readonly { name: string; mandateId?: string }[]) => ({
  persons: persons.map(({ name, mandateId }) => ({ name, ...(mandateId ? { mandateId } : {}) })),
});
export const ballots = (counts: Readonly<Record<string, number>>) => ({
  ballots: Object.entries(counts).map(([one, count]) => ({ choice: one, count })),
});

/** The fields of a work record as the graph takes them. */
export const filled = (values: Readonly<Record<string, Given>>): object[] =>
  Object.entries(values).map(([field, value]) => ({ field, ...typed(value) }));

const typed = (value: Given): object => {
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'number') return { number: value };
  return typeof value === 'boolean' ? { yesNo: value } : value;
};

export type Entry = Readonly<Record<string, unknown>> & {
  readonly record: string;
  readonly values: Readonly<Record<string, Given>>;
};

const SHOWN =
  'record { id kind canonical completedAt verdict answerDue { date } answer { late } signers { signer signedAt } }';

/** Puts something on record; `about` and the moment stand beside record and values. */
export async function enter(person: Person, { values, ...entry }: Entry, selection = SHOWN): Promise<Answer> {
  return (await must(person, 'enterRecord', { ...entry, values: filled(values) }, selection)).record;
}

/** Why it would not be put on record. */
export const notEntered = async (person: Person, { values, ...entry }: Entry): Promise<string> =>
  (await person.do('enterRecord', { ...entry, values: filled(values) })).code;

/** What a place has on record of a kind, the latest first. */
export async function recordsOf(person: Person, code: string, kinds: readonly string[]): Promise<Answer[]> {
  const { locality } = await person.get(RECORDS, { code, kinds });
  return locality.records.nodes;
}

const RECORDS = `query ($code: String!, $kinds: [String!]) { locality(code: $code) { records(filter: { kinds: $kinds }, first: 20) { nodes {
  id kind canonical at label completedAt answer { text late } answerDue { date } proposal { title } unit { id } verdict
  values { field text date number choice yesNo units { id } proposals { title } persons { name } } } } } }`;
