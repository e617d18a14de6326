import type { Person } from '../../kit/person.js';

/** Something that has to be refused, with the code of the refusal. */
export type Attempt = {
  readonly code: string;
  readonly person: Person;
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
};

export const attempt = (code: string, person: Person, mutation: string, input: object): Attempt => ({
  code,
  person,
  mutation,
  input: input as Attempt['input'],
});

/** An id of the same kind that nobody has. */
export const nobodys = (id: string): string => `${id.slice(0, -4)}${id.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;

export const UNIT_SIDE = { role: 'UNIT_HANDLER', name: '李明' } as const;
