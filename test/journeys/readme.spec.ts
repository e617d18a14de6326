import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Deployment, deploy } from '../kit/deployment.js';
import { repository, until } from '../start-up/started-platform.js';

const readme = (name: string) => readFileSync(join(repository, name), 'utf8');
const block = (text: string, language: string) =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? '';

describe('the first screen of the README', () => {
  let place: Deployment;
  beforeAll(async () => {
    place = await deploy();
  });
  afterAll(() => place?.stop());

  const run = (script: string, ...args: string[]) =>
    execFileSync(process.execPath, [join(repository, 'ops/dist/ledger', script), ...args], {
      env: { ...process.env, NODE_OPTIONS: '', ...place.env },
      encoding: 'utf8',
    });

  test('its commands and its query give its answer', async () => {
    const file = join(place.dataFolder, 'hengyang.csv');
    run('generate.js', '--locality', '430400', '--year', '2023', '--out', file);
    run('import.js', '--locality', '430400', '--year', '2023', file);
    const analyst = await place.as('430000.upper-tenant-analyst');
    const text = readme('README.md');
    const expected = JSON.parse(block(text, 'json'));
    const answer = await until('the figures are complete', async () => {
      const { data } = await analyst.ask(block(text, 'graphql'));
      return JSON.stringify({ data }) === JSON.stringify(expected) ? { data } : null;
    }).catch(() => analyst.ask(block(text, 'graphql')));
    expect(answer).toMatchObject(expected);
  });

  test('both languages show the same commands, query and answer', () => {
    const [english, chinese] = [readme('README.md'), readme('README.zh-CN.md')];
    for (const language of ['graphql', 'json'])
      expect(block(chinese, language)).toBe(block(english, language));
    const commands = (text: string) =>
      [...text.matchAll(/npm (?:run |ci|start|test)[^\n`|#]*/g)].map(([found]) => found.trim());
    expect(commands(chinese)).toEqual(commands(english));
  });
});
