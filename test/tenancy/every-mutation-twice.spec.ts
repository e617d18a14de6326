import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLInputField, getNamedType, getNullableType, isInputObjectType } from 'graphql';
import { nobodys } from '../journeys/refusals/attempt.js';
import { Person } from '../kit/person.js';
import { rootFields } from './graph/surface.js';
import { VICTIM } from './relations.js';
import { openStage, type Stage } from './stage.js';
import { Story } from './stories/story.js';
import { tellEverything } from './stories/tell.js';

type Input = Readonly<Record<string, unknown>>;
type Said = { readonly mutation: string; readonly same: boolean; readonly other: string };

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 240_000);

afterAll(async () => {
  await stage?.deployment.stop();
});

describe('a locality whose people say everything twice', () => {
  test('every mutation is done once and answered the same; its key is good for nothing else', async () => {
    const said: Said[] = [];
    const fields = inputFields(stage);
    const insistent = (person: Person) => new Insistent(person, fields, said);
    await tellEverything(new InsistentStory(stage, insistent));
    expect(said.filter(({ same, other }) => !same || other !== 'IDEMPOTENCY_KEY_REUSED')).toEqual([]);
    expect([...new Set(said.map(({ mutation }) => mutation))].sort()).toEqual([...fields.keys()].sort());
  }, 480_000);
});

class InsistentStory extends Story {
  constructor(
    { deployment }: Stage,
    readonly insistent: (person: Person) => Person,
  ) {
    super(deployment, VICTIM.code, VICTIM.mark);
  }

  override as(role: string): Promise<Person> {
    return super.as(role).then(this.insistent);
  }
}

/** Says everything twice with the same key, and then something else with that key. */
class Insistent extends Person {
  constructor(
    { url, login, token, grant }: Person,
    readonly fields: ReadonlyMap<string, readonly GraphQLInputField[]>,
    readonly said: Said[],
  ) {
    super(url, login, token, grant);
  }

  override async do(mutation: string, input: Input, selection?: string) {
    const keyed = { idempotencyKey: randomUUID(), ...input };
    const first = await super.do(mutation, keyed, selection);
    const again = await super.do(mutation, keyed, selection);
    const changed = { ...keyed, ...changedOf(this.fields.get(mutation) ?? [], input) };
    const { code: other } = await super.do(mutation, changed, selection);
    this.said.push({ mutation, same: JSON.stringify(first) === JSON.stringify(again), other });
    return first;
  }
}

/** What each mutation takes beside its key. */
const inputFields = ({ schema }: Stage): ReadonlyMap<string, readonly GraphQLInputField[]> =>
  new Map(
    rootFields(schema)
      .filter(({ operation }) => operation === 'mutation')
      .map(({ field }) => {
        const input = getNamedType(field.args[0]?.type);
        const fields = isInputObjectType(input) ? Object.values(input.getFields()) : [];
        return [field.name, fields.filter(({ name }) => name !== 'idempotencyKey')];
      }),
  );

/** How another value of a type is made; what is easiest to tell apart stands first. */
const OTHERWISE: readonly (readonly [string, (value: unknown) => unknown])[] = [
  ['String', (value) => `${value}。`],
  ['Int', (value) => Number(value) + 1],
  ['Boolean', (value) => !value],
  ['Date', (value) => (value === '2025-01-02' ? '2025-01-03' : '2025-01-02')],
  ['ID', (value) => nobodys(String(value))],
];

/** One thing said differently. */
function changedOf(fields: readonly GraphQLInputField[], input: Input): Input {
  for (const [type, change] of OTHERWISE) {
    const field = fields.find(
      ({ name, type: own }) => name in input && String(getNullableType(own)) === type,
    );
    if (field) return { [field.name]: change(input[field.name]) };
  }
  throw new Error(`nothing of ${JSON.stringify(input)} can be said otherwise`);
}
