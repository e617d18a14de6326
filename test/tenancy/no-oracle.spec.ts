import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mutationText } from '../kit/person.js';
import { Pointed } from './attempts/attempt.js';
import { askAsOwners, type Owned } from './attempts/owners.js';
import { type Ask, inParallel, throughGateway } from './graph/asking.js';
import { neverUsedId } from './graph/harvest.js';
import { type IdPosition, idPositions, masked, requestWith } from './graph/id-positions.js';
import { NEIGHBOUR, VICTIM } from './relations.js';
import { openStage, type Stage } from './stage.js';
import { CROSSINGS } from './stories/crossings.js';
import { Story } from './stories/story.js';
import { tellEverything } from './stories/tell.js';

const NOWHERE = 999_999;
const PAIRS = 8;

let stage: Stage;
let neighbour: Story;
let foreign: Owned;
let own: Owned;
let positions: readonly IdPosition[];
const told: string[] = [];

beforeAll(async () => {
  stage = await openStage();
  const { deployment, schema } = stage;
  const [first, second] = await Promise.all([
    tellEverything(new Story(deployment, VICTIM.code, VICTIM.mark)),
    tellEverything(new Story(deployment, NEIGHBOUR.code, '邻')),
  ]);
  neighbour = second;
  foreign = await askAsOwners(first, schema, VICTIM, 'SOME');
  own = await askAsOwners(second, schema, NEIGHBOUR, 'SOME');
  positions = idPositions(schema);
}, 480_000);

afterAll(async () => {
  process.stderr.write(`${told.map((line) => `  no oracle: ${line}`).join('\n')}\n`);
  await stage?.deployment.stop();
});

const source = () => new Pointed(own.harvest, { code: NEIGHBOUR.code, words: '邻' }, 0);

const ROLES = [
  'deputy-affairs-officer',
  'tenant-admin',
  'unit-head',
  'unit-handler',
  'deputy',
  'gov-handover-officer',
  'pre-reviewer',
  'evaluator',
];
const NOT_THEIRS = /"(ROLE_NOT_ALLOWED|FORBIDDEN)"/;
const askers = new Map<string, Promise<Ask>>();
const askerOf = (role: string): Promise<Ask> => {
  const known = askers.get(role) ?? neighbour.as(role).then(({ url, token }) => throughGateway(url, token));
  askers.set(role, known);
  return known;
};

/** Somebody for whom the id is really read and looked for: whose role may try this, and who gets so far. */
async function asker(position: IdPosition): Promise<Ask> {
  for (const role of ROLES) {
    const ask = await askerOf(role);
    const [read, looked] = [() => 'x', (kind: string) => neverUsedId(kind, NOWHERE)];
    const answers = [
      await ask(requestWith(position, read, source())),
      await ask(requestWith(position, looked, source())),
    ];
    const [first, second] = answers.map(({ text }) => text);
    if (first?.includes('MALFORMED_ID') && !NOT_THEIRS.test(second ?? '')) return ask;
  }
  throw new Error(`nobody may ask ${position.name}`);
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

describe('an id of another locality', () => {
  test('is answered, byte for byte, like one that never existed', async () => {
    const different: string[] = [];
    const differences: number[] = [];
    await inParallel(positions, 2, async (position) => {
      const ask = await asker(position);
      const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
      for (let turn = 0; turn < PAIRS; turn++) {
        const sent = async (kind: 'known' | 'unknown', id: (kind: string) => string) => {
          let chosen = '';
          const question = requestWith(position, (of) => (chosen = id(of)), source());
          const started = performance.now();
          const answer = await ask(question);
          times[kind].push(performance.now() - started);
          return masked(answer, chosen);
        };
        const pick = new Pointed(foreign.harvest, VICTIM_PLACE, turn);
        const existing = await sent('known', (kind) => pick.id(kind));
        const never = await sent('unknown', (kind) => neverUsedId(kind, VICTIM.tenant));
        const nowhere = await sent('unknown', (kind) => neverUsedId(kind, NOWHERE));
        if (existing !== never || existing !== nowhere)
          different.push(`${position.name}: ${existing} / ${never} / ${nowhere}`);
      }
      differences.push(Math.abs(median(times.known) - median(times.unknown)));
    });
    told.push(`${positions.length} places take an id; ${positions.length * PAIRS} triples compared`);
    told.push(
      `median difference in time ${median(differences).toFixed(2)} ms, at most ${Math.max(...differences).toFixed(1)} ms`,
    );
    expect(positions.length).toBeGreaterThan(45);
    expect(different).toEqual([]);
    expect(median(differences)).toBeLessThan(25);
  }, 240_000);

  test('is answered so, too, among ids of one’s own', async () => {
    const different: string[] = [];
    const crossings = Object.entries(CROSSINGS).filter(([, { ignored }]) => !ignored);
    await inParallel(crossings, 4, async ([name, crossing]) => {
      const mutation = name.split('.')[0] as string;
      const input = await crossing.prepare(neighbour);
      const [kind = ''] = (await crossing.own(neighbour)).split('_');
      const person = await neighbour.as(crossing.role);
      const answers: string[] = [];
      for (const id of [
        new Pointed(foreign.harvest, VICTIM_PLACE, 0).id(kind),
        neverUsedId(kind, VICTIM.tenant),
        neverUsedId(kind, NOWHERE),
      ]) {
        const answer = await person.do(mutation, { ...input(id) });
        answers.push(JSON.stringify(answer).replaceAll(id, '<id>'));
      }
      if (new Set(answers).size > 1 || !/"code"/.test(answers[0] ?? ''))
        different.push(`${name}: ${answers.join(' / ')}`);
    });
    told.push(`${crossings.length} ids among own ones compared`);
    expect(different).toEqual([]);
  }, 240_000);
});

const VICTIM_PLACE = { code: VICTIM.code, words: '' };

const MALFORMED: readonly (readonly [what: string, make: (kind: string) => string])[] = [
  ['nothing', () => ''],
  ['a word', () => 'x'],
  ['a bare UUID', () => '019a0000-0000-7000-8000-000000000000'],
  ['an id of another kind', (kind) => neverUsedId(kind === 'unit' ? 'person' : 'unit', NEIGHBOUR.tenant)],
  ['an id cut short', (kind) => neverUsedId(kind, NEIGHBOUR.tenant).slice(0, -1)],
  ['an id with more behind it', (kind) => `${neverUsedId(kind, NEIGHBOUR.tenant)}A`],
  ['an id with a letter of no alphabet', (kind) => `${neverUsedId(kind, NEIGHBOUR.tenant).slice(0, -1)}'`],
  ['an id with bits that mean nothing', (kind) => `${neverUsedId(kind, NEIGHBOUR.tenant).slice(0, -1)}_`],
];

describe('what is no id', () => {
  test('is MALFORMED_ID among ids of one’s own', async () => {
    const wrong: string[] = [];
    await inParallel(Object.entries(CROSSINGS), 4, async ([name, { role, own: ownId, prepare }]) => {
      const mutation = name.split('.')[0] as string;
      const input = await prepare(neighbour);
      const [kind = ''] = (await ownId(neighbour)).split('_');
      for (const [what, make] of MALFORMED) {
        const query = mutationText(mutation, '__typename');
        const variables = { input: { idempotencyKey: randomUUID(), ...input(make(kind)) } };
        const { data, errors } = await (await neighbour.as(role)).ask(query, variables);
        const code = errors?.[0]?.extensions.code ?? JSON.stringify(data);
        if (code !== 'MALFORMED_ID') wrong.push(`${name}, ${what}: ${code}`);
      }
    });
    expect(wrong).toEqual([]);
  }, 240_000);

  test('is MALFORMED_ID wherever an id is taken', async () => {
    const wrong: string[] = [];
    await inParallel(positions, 4, async (position) => {
      const ask = await asker(position);
      for (const [what, make] of MALFORMED) {
        const { body } = await ask(requestWith(position, make, source()));
        const code = body.errors?.[0]?.extensions?.code ?? JSON.stringify(body);
        if (code !== 'MALFORMED_ID') wrong.push(`${position.name}, ${what}: ${code}`);
      }
    });
    expect(wrong).toEqual([]);
  }, 240_000);
});
