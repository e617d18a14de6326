import type { NewEvent } from '@duban/kernel';
import type { Key } from './account.store.js';
import type { Mandate } from './mandate.js';
import type { Person } from './person.js';

export interface PersonStore {
  find(key: Key): Promise<Person | null>;
  add(person: Person, event: NewEvent): Promise<void>;
}

type MandateChanges = Partial<Pick<Mandate, 'status' | 'reason' | 'to'>>;

export interface MandateStore {
  find(key: Key): Promise<Mandate | null>;
  /** The same, locked until the transaction ends. */
  findToChange(key: Key): Promise<Mandate | null>;
  findOfPerson(key: Key): Promise<readonly Mandate[]>;
  add(mandate: Mandate, event: NewEvent): Promise<void>;
  change(mandate: Mandate, changes: MandateChanges, event: NewEvent): Promise<void>;
}
