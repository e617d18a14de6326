import type { Deployment } from '../../kit/deployment.js';
import type { Person } from '../../kit/person.js';

/** What a mutation gave: as varied as what was asked for. */
// biome-ignore lint/suspicious/noExplicitAny: answers are as varied as questions
export type Given = any;

/**
 * The people of one locality at work, through the gateway. Every text that they write ends with the
 * locality's mark, so that it is known wherever it turns up.
 */
export class Story {
  /** Mutations that succeeded, and how often. */
  readonly done = new Map<string, number>();
  /** What its people were shown on the way: ids that stand too deep in the graph to be met by asking alone. */
  readonly shown: Given[] = [];
  readonly #people = new Map<string, Promise<Person>>();

  constructor(
    readonly deployment: Deployment,
    readonly code: string,
    readonly mark: string,
  ) {}

  /** Somebody of the locality by role, e.g. `deputy-2`. */
  as(role: string): Promise<Person> {
    const known = this.#people.get(role) ?? this.deployment.as(`${this.code}.${role}`);
    this.#people.set(role, known);
    return known;
  }

  text(words: string): string {
    return words + this.mark;
  }

  /** What must succeed. */
  async does(role: string, mutation: string, input: object, selection = '__typename'): Promise<Given> {
    const person = await this.as(role);
    const given = await person.do(mutation, input as Readonly<Record<string, unknown>>, selection);
    if (given.code) throw new Error(`${person.login} ${mutation}: ${given.code} ${given.messageEn}`);
    this.done.set(mutation, (this.done.get(mutation) ?? 0) + 1);
    this.shown.push(given);
    return given;
  }

  /** What must succeed once others have heard of what it rests on. */
  async comesToDo(role: string, mutation: string, input: object): Promise<void> {
    // Tried out by itself: what is refused once and done later is not the same said twice.
    const person = await this.deployment.as(`${this.code}.${role}`);
    const wish = input as Readonly<Record<string, unknown>>;
    for (let tries = 0; tries < 300 && (await person.do(mutation, wish)).code; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await this.does(role, mutation, input);
  }

  /** A query that must succeed. */
  async asks(role: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Given> {
    const given = await (await this.as(role)).get(query, variables);
    this.shown.push(given);
    return given;
  }

  /** The handling unit that somebody works for. */
  async unitOf(role: string): Promise<string> {
    const { viewer } = await (await this.as(role)).get('{ viewer { unit { id } } }');
    return viewer.unit.id;
  }

  async mandateOf(role: string): Promise<string> {
    const { viewer } = await (await this.as(role)).get('{ viewer { mandate { id } } }');
    return viewer.mandate.id;
  }
}
