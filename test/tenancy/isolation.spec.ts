import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { repository } from '../start-up/started-platform.js';
import { Pointed } from './attempts/attempt.js';
import { askAsOwners, type Owned } from './attempts/owners.js';
import { standingOf } from './attempts/standing.js';
import { type Aim, strangersOf, tryGateway, trySubgraphs } from './attempts/strangers.js';
import { wishesFor } from './attempts/wishes.js';
import { inParallel, throughGateway } from './graph/asking.js';
import { variablesOf } from './graph/documents.js';
import { entityDocuments } from './graph/entities.js';
import { reachableFields, rootFields } from './graph/surface.js';
import { MARK_PART, NEIGHBOUR, RELATIONS, VICTIM } from './relations.js';
import { openStage, type Stage } from './stage.js';
import { secondaryIds } from './stories/crossing.js';
import { CROSSINGS } from './stories/crossings.js';
import { Story } from './stories/story.js';
import { tellEverything } from './stories/tell.js';
import { TenantRows } from './tenant-rows.js';

let stage: Stage;
let rows: TenantRows;
let story: Story;
let neighbour: Story;
let owned: Owned;
let aim: Aim;
let before: Readonly<Record<string, string>>;
let standing: Readonly<Record<string, string>>;
const told: string[] = [];

beforeAll(async () => {
  stage = await openStage();
  const { deployment, installation, schema } = stage;
  rows = await TenantRows.open(installation.databaseUrl);
  neighbour = await tellEverything(new Story(deployment, NEIGHBOUR.code, '邻'));
  await rows.settled(NEIGHBOUR.tenant);
  await rows.recounted();
  standing = await standingOf(stage);
  story = await tellEverything(new Story(deployment, VICTIM.code, VICTIM.mark));
  owned = await askAsOwners(story, schema, VICTIM);
  before = await rows.settled(VICTIM.tenant);
  const uuids = await rows.ownUuids(VICTIM.tenant);
  aim = { stage, victim: { ...VICTIM, uuids }, harvest: owned.harvest, who: strangersOf(stage) };
}, 480_000);

afterAll(async () => {
  process.stderr.write(`${told.map((line) => `  isolation: ${line}`).join('\n')}\n`);
  await rows?.close();
  await stage?.deployment.stop();
});

describe('a locality with something in every state', () => {
  test('is shown to its own people, who can do everything', () => {
    const mutations = rootFields(stage.schema).filter(({ operation }) => operation === 'mutation');
    const undone = mutations.map(({ field }) => field.name).filter((name) => !story.done.has(name));
    const share = owned.withData / owned.calls;
    told.push(`${owned.withData} of ${owned.calls} calls of its own people have data`);
    told.push(`${owned.answered.size} fields have a value for them`);
    told.push(`${owned.harvest.size} ids of ${owned.harvest.kinds.length} kinds are known from outside`);
    told.push(`${aim.victim.uuids.size} bare ids are known from inside`);
    expect(undone).toEqual([]);
    expect(share).toBeGreaterThanOrEqual(0.6);
    expect(owned.harvest.kinds.length).toBeGreaterThanOrEqual(18);
  });
});

describe('everybody of other localities', () => {
  test('who is not above it sees the same, numbers included, as before anything happened in it', async () => {
    await rows.recounted();
    const now = await standingOf(stage);
    const moved = Object.keys(standing).filter((key) => standing[key] !== now[key]);
    told.push(`${Object.keys(standing).length} answers compared with those before`);
    expect(moved.map((key) => [key, standing[key], now[key]])).toEqual([]);
  }, 240_000);

  test('is shown nothing of it by any query, mutation or field', async () => {
    const started = performance.now();
    const tally = await tryGateway(aim, wishesFor(stage.schema));
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const [roots, reachable] = [rootFields(stage.schema), reachableFields(stage.schema)];
    const selected = [...reachable].filter((field) => tally.selected.has(field)).length;
    told.push(
      `${tally.attempts} attempts in ${tally.requests} requests by ${aim.who.length} people in ${seconds} s`,
    );
    told.push(`${tally.roots.size} of ${roots.length} root fields called`);
    told.push(`${selected} of ${reachable.size} reachable fields selected`);
    told.push(`refused with ${JSON.stringify(Object.fromEntries(tally.codes))}`);
    expect(tally.found).toEqual([]);
    expect(roots.map(({ field }) => field.name).filter((name) => !tally.roots.has(name))).toEqual([]);
    expect(selected / reachable.size).toBeGreaterThanOrEqual(0.95);
    expect(tally.attempts).toBeGreaterThanOrEqual(5_000);
  }, 480_000);

  test('is shown nothing of its entities, even when the services themselves are asked', async () => {
    const sdl = (name: string) =>
      readFileSync(join(repository, 'schema', 'subgraphs', `${name}.graphql`), 'utf8');
    const names = Object.keys(stage.installation.services);
    const documents = Object.fromEntries(names.map((name) => [name, entityDocuments(sdl(name))]));
    const tally = await trySubgraphs(aim, documents);
    told.push(`${tally.attempts} entities asked for in ${tally.requests} requests to the services`);
    expect(tally.found).toEqual([]);
  }, 240_000);

  test('is refused an id of it among ids of their own', async () => {
    const crossings = CROSSINGS;
    expect(secondaryIds(rootFields(stage.schema)).sort()).toEqual(Object.keys(crossings).sort());
    const accepted: string[] = [];
    await inParallel(Object.entries(crossings), 4, async ([name, { role, own, ignored, prepare }]) => {
      const mutation = name.split('.')[0] as string;
      const input = await prepare(neighbour);
      const ownId = await own(neighbour);
      const foreign = new Pointed(owned.harvest, { code: VICTIM.code, words: '' }, 0);
      const kind = ownId.slice(0, ownId.indexOf('_'));
      const given = await (await neighbour.as(role)).do(mutation, { ...input(foreign.id(kind)) });
      if (!given.code && !ignored) accepted.push(name);
      await neighbour.does(role, mutation, input(ownId));
    });
    told.push(`${Object.keys(crossings).length} ids crossed with own ones`);
    expect(accepted).toEqual([]);
  }, 240_000);

  test('without a token is told nothing at all', async () => {
    const ask = throughGateway(stage.deployment.url, null);
    const source = new Pointed(owned.harvest, { code: VICTIM.code, words: MARK_PART }, 0);
    const answers = await Promise.all(
      wishesFor(stage.schema)
        .of(0)
        .map((wish) => ask({ query: wish.text, variables: variablesOf(wish, source) })),
    );
    const codes = answers.map(({ status, body }) => [status, body.data, body.errors[0].extensions.code]);
    expect(new Set(codes.map((code) => JSON.stringify(code)))).toEqual(
      new Set(['[401,null,"UNAUTHENTICATED"]']),
    );
  });

  test('cannot act under a grant of it', async () => {
    const [grant = ''] = owned.harvest.of('grant');
    const person = await stage.deployment.as(`${RELATIONS.sibling.code}.tenant-admin`);
    const { data, errors } = await person.acting(grant).ask('{ viewer { locality { code } } }');
    expect([data ?? null, errors?.length]).toEqual([null, 1]);
  });
});

describe('whoever is above', () => {
  const FIGURES = `query ($code: String!) { locality(code: $code) { name
    figures(filter: {}) { metric(name: RECEIVED) { numerator display } coverage { expected reporting } } } }`;
  const CASES = 'query ($code: String!) { locality(code: $code) { proposals { totalCount } } }';

  test.each(['parent', 'ancestor'] as const)('as %s sees counts, and no case', async (relation) => {
    const analyst = await stage.deployment.as(`${RELATIONS[relation].code}.upper-tenant-analyst`);
    const { locality } = await analyst.get(FIGURES, VICTIM);
    expect(locality.name).toBe('测试市');
    expect(locality.figures.metric.numerator).toBeGreaterThan(10);
    for (const role of ['deputy-affairs-officer', 'tenant-admin', 'leading-official']) {
      const officer = await stage.deployment.as(`${RELATIONS[relation].code}.${role}`);
      const { errors = [] } = await officer.ask(CASES, VICTIM);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_GRANTED']);
    }
  });

  test('is nobody for a neighbour or a child: no counts, and for a neighbour no place', async () => {
    const child = await stage.deployment.as(`${RELATIONS.child.code}.upper-tenant-analyst`);
    expect((await child.ask(FIGURES, VICTIM)).errors?.[0]?.extensions.code).toBe('NOT_GRANTED');
    for (const relation of ['sibling', 'cousin', 'other province'] as const) {
      const analyst = await stage.deployment.as(`${RELATIONS[relation].code}.upper-tenant-analyst`);
      expect(await analyst.ask(FIGURES, VICTIM)).toEqual({ status: 200, data: { locality: null } });
    }
  });
});

describe('after all that', () => {
  test('nothing of it has changed, and nobody holds anything of it', async () => {
    expect(await rows.settled(VICTIM.tenant)).toEqual(before);
    expect(await rows.heldByOthers(VICTIM.tenant, aim.victim.uuids, VICTIM.mark)).toEqual([]);
    expect(await rows.crossingKeys()).toEqual([]);
    told.push(`${Object.keys(before).length} tables compared`);
  }, 240_000);

  test('a policy that is true, planted in this very database, is found', async () => {
    const who = aim.who.filter(({ login }) => login === `${NEIGHBOUR.code}.deputy`);
    const findings = async () =>
      (await tryGateway({ ...aim, who }, wishesFor(stage.schema))).found.join('\n');
    await rows.plant('CREATE POLICY open ON people.person FOR SELECT TO duban_people_app USING (true)');
    expect(await findings()).toMatch(/person\.name: text/);
    await rows.plant('DROP POLICY open ON people.person');
    expect(await findings()).toBe('');
  }, 240_000);
});
