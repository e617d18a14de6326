import type { Deployment } from './deployment.js';
import { Person } from './person.js';

/** Somebody of a place, with what their grant rests on: ids of mandate and unit, where there are any. */
export class Resident extends Person {
  constructor(
    person: Person,
    readonly name: string,
    readonly mandateId: string,
    readonly unitId: string,
  ) {
    super(person.url, person.login, person.token);
  }
}

const WHO = '{ viewer { person { name } mandate { id } unit { id } } }';

/** A place with its people. */
export class County {
  readonly #known = new Map<string, Promise<Resident>>();

  constructor(
    readonly deployment: Pick<Deployment, 'as'>,
    readonly code: string,
  ) {}

  /** By the last part of the login: `deputy`, `deputy-2`, `unit-head-3` … */
  as(role: string): Promise<Resident> {
    const known = this.#known.get(role) ?? this.#meet(role);
    this.#known.set(role, known);
    return known;
  }

  async #meet(role: string): Promise<Resident> {
    const person = await this.deployment.as(`${this.code}.${role}`);
    const { viewer } = await person.get(WHO);
    return new Resident(person, viewer.person?.name ?? '', viewer.mandate?.id ?? '', viewer.unit?.id ?? '');
  }
}
