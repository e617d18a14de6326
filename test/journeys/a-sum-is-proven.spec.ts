import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Person } from '../kit/person.js';
import { repository, until } from '../start-up/started-platform.js';
import { Case } from './story/case.js';
import { type Cast, takeCast } from './story/cast.js';
import { caughtUp } from './story/figures.js';

const CASES = 2;

/** A county, the city and the province it has to itself. */
describe('sums are recounted all the time, and a wrong one is seen', () => {
  let cast: Cast;
  let city: string;
  let analyst: Person;

  beforeAll(async () => {
    cast = await takeCast('secluded');
    city = `${cast.county.code.slice(0, 3)}000`;
    analyst = await cast.deployment.as(`${city}.upper-tenant-analyst`);
    for (let made = 0; made < CASES; made++) {
      const one = await Case.drafted(cast);
      await one.handedOver([{ head: cast.heads[0], role: 'SOLE' }]);
    }
    await caughtUp(cast.office, cast.county.code);
    await caughtUp(analyst, city);
  }, 240_000);

  const proof = async (code: string) =>
    (
      await analyst.get(
        `query ($code: String!) { locality(code: $code) { figures(filter: {}) { proof { equal checkedAt members reason } } } }`,
        { code },
      )
    ).locality.figures.proof;

  const proven = (code: string, equal: boolean) =>
    until(
      `what is known of the sums of ${code} is ${equal}`,
      async () => {
        const known = await proof(code);
        return known.equal === equal && known.members === CASES;
      },
      200_000,
    );

  /** The operator's command, on the running installation. */
  const verify = (...flags: string[]) => {
    const { env } = cast.deployment;
    const { status, stdout } = spawnSync(process.execPath, ['ops/dist/verify-rollups.js', ...flags], {
      cwd: repository,
      env: { ...process.env, ...env, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
    return { status, lines: stdout.split('\n') };
  };

  /** What somebody does who goes around everything. */
  const tamper = async (by: number): Promise<void> => {
    const { dataFolder } = cast.deployment;
    const secrets = JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8'));
    const port = readFileSync(join(dataFolder, 'postgres.port'), 'utf8').trim();
    const client = new pg.Client({
      connectionString: `postgres://postgres:${encodeURIComponent(secrets.postgres)}@127.0.0.1:${port}/duban`,
    });
    await client.connect();
    await client.query(
      `UPDATE evaluation.cell SET received_n = received_n + $2
       WHERE tenant_id = $1 AND part = 'OWN' AND cube = 'PLAIN' AND items > 0`,
      [Number(cast.county.code), by],
    );
    await client.end();
  };

  test('at rest every one was what a recount gave, and says over how many cases', async () => {
    for (const code of [cast.county.code, city]) await proven(code, true);
    const { checkedAt, reason } = await proof(city);
    expect(reason).toBeNull();
    expect(Date.now() - Date.parse(checkedAt)).toBeLessThan(600_000);
    const { status, lines } = verify();
    expect(lines).toContainEqual(
      expect.stringMatching(
        new RegExp(`^✓ .* ${cast.county.code} 本地 own: \\d+ 格 cells, ${CASES} 件 cases$`),
      ),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}\d+ 处 places, \d+ 件 cases, [\d.]+ s, 每秒 \d+ 件/),
    );
    expect(status).toBe(0);
  }, 600_000);

  test('one that was tampered with is shown as such, named by the command, and made anew', async () => {
    const { code } = cast.county;
    await tamper(5);
    await proven(code, false);
    await proven(city, false);
    const found = verify();
    expect(found.status).toBe(1);
    const at = found.lines.findIndex((line) => line.includes(` ${code} `));
    expect(found.lines[at]).toMatch(/^✗ .* 本地 own: received_n 应为 expected \d+, 实为 found \d+$/);
    expect(found.lines[at + 1]).toContain('"kind":"NPC_SUGGESTION"');
    expect(verify('--rebuild').status).toBe(1);
    await until('everything is what a recount gives', async () => verify().status === 0, 60_000);
    for (const each of [code, city]) await proven(each, true);
  }, 900_000);
});
