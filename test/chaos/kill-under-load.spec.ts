import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Deployment, deploy } from '../kit/deployment.js';
import { PARTS, processesOf } from '../kit/parts.js';
import { repository, until } from '../start-up/started-platform.js';
import { Evidence } from './load/evidence.js';
import { importLedger, killWhileFolding } from './load/fold-and-kill.js';
import { type Loaded, loadAndKill, mutationsOf } from './load/load.js';
import { seededRandom } from './load/random.js';
import { countedFromEvents, figuresAsCounts } from './load/recount.js';

const COUNTIES = ['901001', '901002'];
const TENANTS = COUNTIES.map(Number);
const LEDGER_COUNTY = '901003';
const options = { counties: COUNTIES, crews: 4, casesOfCrew: 7, killsOfPart: 2, random: seededRandom(11) };

/** Five seconds on a machine that does nothing else; a busy one may take its time. */
const BACK_WITHIN_MS = 40_000;

describe('kill -9 of every part while people work', () => {
  let deployment: Deployment;
  let evidence: Evidence;
  let loaded: Loaded;
  let kills = 0;

  beforeAll(async () => {
    deployment = await deploy({ counties: 3 });
    loaded = await loadAndKill(deployment, options);
    const { databaseUrl } = await deployment.installation();
    evidence = await Evidence.open(databaseUrl);
  }, 600_000);

  afterAll(async () => {
    await evidence?.close();
    await deployment?.stop();
  });

  /** One that is killed while the supervisor still waits for it is told as a failed start (✗), then started again. */
  const restarts = () => deployment.started.output().match(/restarting|✗ /g)?.length;

  const atRest = () => evidence.behind().then((list) => list.length === 0);

  /** Facts that were folded as events came are those that a fold of the whole log gives. */
  const sameFromZero = async (tenant: number) => {
    const folded = await evidence.facts(tenant);
    await evidence.forgetFacts(tenant);
    await until('the facts are there again', atRest, 60_000);
    expect(await evidence.facts(tenant)).toEqual(folded);
  };

  test('every part was killed, came back, and took no other with it', () => {
    const { recoveries, book } = loaded;
    expect(recoveries.map(({ part }) => part).sort()).toEqual([...PARTS, ...PARTS].sort());
    expect(recoveries.flatMap(({ alsoEnded }) => alsoEnded)).toEqual([]);
    expect(recoveries.filter(({ readyMs }) => readyMs > BACK_WITHIN_MS)).toEqual([]);
    // The load did feel it: otherwise this would show nothing.
    expect([...book.troubles.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(12);
    expect(restarts()).toBe(recoveries.length);
  });

  test('nothing that a client was told is lost, nothing was done twice', async () => {
    const { told, repeated } = loaded.book;
    expect(told.length).toBe(mutationsOf(options));
    expect(told.length).toBeGreaterThanOrEqual(1000);
    expect(repeated).toBeGreaterThan(50);
    const effects = await evidence.effects();
    expect(effects.size).toBe(told.length);
    const wrong = told.filter(({ key, version }) => {
      const effect = effects.get(key);
      const once = effect?.answers === 1 && (effect.events ?? 0) > 0 && effect.versions === effect.events;
      return !once || (version !== null && version !== effect.version);
    });
    expect(wrong).toEqual([]);
  });

  test('every case went through the same steps, once each, and case numbers have no gaps', async () => {
    const lives = await evidence.lives();
    expect(lives).toEqual([{ types: expect.any(String), cases: loaded.cases }]);
    const numbers = await evidence.rows(
      `SELECT tenant_id, min(serial)::int AS first, max(serial)::int AS last, count(DISTINCT serial)::int AS numbers
       FROM proposals.proposal GROUP BY 1 ORDER BY 1`,
    );
    const last = loaded.cases / TENANTS.length;
    expect(numbers).toEqual(TENANTS.map((tenant_id) => ({ tenant_id, first: 1, last, numbers: last })));
  });

  /** One of the operator's commands on this installation. */
  const run = (command: string) =>
    spawnSync(process.execPath, [`ops/dist/${command}.js`], {
      cwd: repository,
      env: { ...process.env, ...deployment.env, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });

  test('the chains of hashes are whole', () => {
    const { status, stdout, stderr } = run('audit-verify');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const code of COUNTIES) expect(stdout).toContain(`✓ proposals ${code}`);
  });

  test('at rest the figures are a recount of the events, and facts folded from zero are the same', async () => {
    await until('every consumer has caught up', atRest, 60_000);
    for (const [code, tenants] of [
      ...TENANTS.map((each) => [`${each}`, [each]] as const),
      ['901000', TENANTS] as const,
    ]) {
      const analyst = await deployment.as(`${code}.upper-tenant-analyst`);
      const counted = await countedFromEvents(evidence, tenants);
      expect(counted.COMPLETION_RATE).toBe((loaded.cases / TENANTS.length) * tenants.length);
      expect(await figuresAsCounts(analyst, code)).toEqual(counted);
    }
    for (const tenant of TENANTS) await sameFromZero(tenant);
  }, 200_000);

  test('killed while it folds a ledger, the evaluation service counts no case twice and leaves none out', async () => {
    const cases = 1500;
    importLedger(deployment, LEDGER_COUNTY, cases);
    const killedAt = await killWhileFolding(deployment, evidence, Number(LEDGER_COUNTY));
    kills += killedAt.length;
    expect(killedAt.length).toBeGreaterThan(0);
    const analyst = await deployment.as(`${LEDGER_COUNTY}.upper-tenant-analyst`);
    const counted = await countedFromEvents(evidence, [Number(LEDGER_COUNTY)]);
    expect(counted.RECEIVED).toBe(cases);
    expect(await figuresAsCounts(analyst, LEDGER_COUNTY)).toEqual(counted);
    await sameFromZero(Number(LEDGER_COUNTY));
  }, 300_000);

  test('after all that, every sum is what a recount gives', async () => {
    await until('every consumer has caught up', atRest, 60_000);
    const { status, stdout, stderr } = run('verify-rollups');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const code of [...COUNTIES, LEDGER_COUNTY])
      expect(stdout).toMatch(new RegExp(`✓ .* ${code} 本地 own`));
    expect(stdout).toMatch(/✓ .* 901000 含下级/);
  }, 120_000);

  test('nothing is left of it: everybody is answered, nothing else was started again', async () => {
    expect(restarts()).toBe(loaded.recoveries.length + kills);
    expect(Object.keys(processesOf(deployment.started.child.pid as number)).sort()).toEqual(
      [...PARTS].sort(),
    );
    const people = await Promise.all(
      COUNTIES.flatMap((code) => deployment.loginsOf(code).slice(0, 8)).map((login) => deployment.as(login)),
    );
    const query = `{ viewer { person { name } } proposals(first: 5) { totalCount nodes { id assignments { unit { name } } } } }`;
    for (let round = 0; round < 3; round++) {
      const answers = await Promise.all(people.map((person) => person.ask(query)));
      expect(answers.filter(({ status, errors }) => status !== 200 || errors)).toEqual([]);
    }
  });
});
