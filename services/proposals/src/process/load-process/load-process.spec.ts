import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLocalityFolders, WrongFiles } from '@duban/kernel/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PEOPLE } from '../../testing/people.js';
import { ProposalsFixture, publicId, TENANT } from '../../testing/proposals.fixture.js';
import { processesOf } from './process-files.file.js';
import { refuseUnproven } from './refuse-unproven.file.js';

const REPOSITORY = join(import.meta.dirname, '../../../../../..');

describe('the files of the localities', () => {
  const root = mkdtempSync(join(tmpdir(), 'duban-process-'));
  const localities = join(root, 'localities');
  beforeAll(() => {
    for (const part of ['localities', 'schema'])
      cpSync(join(REPOSITORY, part), join(root, part), { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const read = () => processesOf(localities, readLocalityFolders(localities));
  const problemsOf = (text: string): string[] => {
    writeFileSync(join(localities, 'hunan', 'process.yaml'), text);
    try {
      read();
      return [];
    } catch (error) {
      return (error as WrongFiles).message.split('\n').slice(1);
    } finally {
      rmSync(join(localities, 'hunan', 'process.yaml'));
    }
  };

  test('every locality has a process with its own categories', () => {
    const processes = read();
    expect(processes).toHaveLength(readLocalityFolders(localities).localities.length);
    for (const { process, categories, hash } of processes) {
      expect(process.version).toMatch(/^base@/);
      expect(Object.keys(categories).length).toBeGreaterThan(3);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('what a province states holds in its cities and counties, and not elsewhere', () => {
    const before = new Map(read().map(({ number, hash }) => [number, hash]));
    writeFileSync(
      join(localities, 'hunan', 'process.yaml'),
      'version: "7"\ndeadlines: {acknowledge: {amount: 3}}\n',
    );
    const after = read();
    rmSync(join(localities, 'hunan', 'process.yaml'));
    const changed = after.filter(({ number, hash }) => before.get(number) !== hash);
    expect(changed.length).toBeGreaterThan(2);
    expect(changed.length).toBeLessThan(after.length);
    for (const { process } of changed) {
      expect(process.deadlines.acknowledge?.amount).toBe(3);
      expect(process.version).toContain('+hunan@7');
    }
  });

  test('a wrong file is refused with file, line, and what to write, once', () => {
    const misfit = problemsOf('version: "7"\ndeadlines:\n  acknowledge: {amount: three}\n');
    expect(misfit).toEqual([expect.stringMatching(/^localities\/hunan\/process\.yaml:3:\d+ /)]);
    const nonsense = problemsOf('version: "7"\nreview:\n  stages:\n    office: {roles: []}\n');
    expect(nonsense.length).toBeGreaterThan(0);
    expect(nonsense[0]).toMatch(/^localities\/hunan\/process\.yaml:\d+:\d+ /);
  });
});

describe('a process that would stop a case', () => {
  test('is refused before it is stored, as a story at its line', () => {
    const root = mkdtempSync(join(tmpdir(), 'duban-unproven-'));
    for (const part of ['localities', 'schema'])
      cpSync(join(REPOSITORY, part), join(root, part), { recursive: true });
    const localities = join(root, 'localities');
    writeFileSync(
      join(localities, 'hunan', 'process.yaml'),
      'version: "7"\nreturns:\n  arbiters: [STANDING_COMMITTEE_MEMBER]\n',
    );
    const wanted = processesOf(localities, readLocalityFolders(localities));
    const [story] = wrongIn(() => refuseUnproven(wanted)) ?? [];
    expect(story).toMatch(
      /^localities\/hunan\/process\.yaml:3:13 .*申请退办；到“裁定退办”时走不下去：没有任何人可以做/,
    );
    rmSync(root, { recursive: true, force: true });
  });

  function wrongIn(load: () => void): string[] | null {
    try {
      load();
      return null;
    } catch (error) {
      return (error as WrongFiles).message.split('\n').slice(1);
    }
  }
});

describe('stored processes', () => {
  let fixture: ProposalsFixture;
  beforeAll(async () => {
    fixture = await ProposalsFixture.open();
  });
  afterAll(() => fixture?.close());

  test('the same files change nothing; changed ones make the next version; cases keep theirs', async () => {
    expect(await fixture.loadProcess(TENANT, 'first')).toEqual([]);
    const locality = publicId('locality', `00000000-0000-0000-0000-${String(TENANT).padStart(12, '0')}`);
    const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Locality", id: $id }]) { ... on Locality {
      process { version kinds reviewStages { code name verdicts } reviewReasons { code } outcomeClasses { code outcomes }
        feedbackAxes satisfactionLevels { code nameEn canonical } keyTiers { code } deadlines { rule amount unit refusesLate } } } } }`;
    const shown = async () =>
      (await fixture.ask(PEOPLE.congress, query, { id: locality }))._entities[0].process;
    const first = await shown();
    expect(first).toMatchObject({ version: 'base@1~1', feedbackAxes: ['ATTITUDE', 'RESULT'] });
    expect(first.outcomeClasses[0]).toEqual({ code: 'A', outcomes: ['SOLVED'] });
    expect(first.deadlines).toContainEqual({ rule: 'reply', amount: 3, unit: 'MONTH', refusesLate: false });
    // Two that start at once store one version.
    await Promise.all([fixture.loadProcess(TENANT, 'second'), fixture.loadProcess(TENANT, 'second')]);
    expect((await shown()).version).toBe('base@1~2');
    expect(await fixture.loadProcess(TENANT, 'first')).toEqual([TENANT]);
    expect((await shown()).version).toBe('base@1~3');
  });
});
