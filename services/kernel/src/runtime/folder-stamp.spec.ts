import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Database } from './database.js';
import { loadOnce } from './folder-stamp.js';
import { systemScope } from './scope.js';
import { openSample, prepareSamples } from './testing/sample-services.js';
import { type ThrowawayDatabase, throwawayDatabase } from './testing/throwaway-database.js';

let throwaway: ThrowawayDatabase;
let database: Database;
const folder = mkdtempSync(join(tmpdir(), 'duban-folder-stamp-'));
const [root, code] = [join(folder, 'localities'), join(folder, 'dist')];
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);

beforeAll(async () => {
  for (const each of ['localities/one', 'schema/locality', 'dist'])
    mkdirSync(join(folder, each), { recursive: true });
  write('localities/one/locality.yaml', 'number: 1');
  write('schema/locality/locality.schema.json', '{}');
  write('dist/main.js', '1;');
  throwaway = await throwawayDatabase();
  await prepareSamples(throwaway.adminUrl);
  database = await openSample(throwaway.adminUrl, 'teller', 'app');
});

afterAll(async () => {
  await database?.close();
  await throwaway?.close();
  rmSync(folder, { recursive: true });
});

const start = () => loadOnce(database, { root, code }, async () => 'loaded');

test('a folder is loaded once, and again when a file, a schema or the code has changed', async () => {
  expect(await start()).toBe('loaded');
  expect(await start()).toBeNull();
  for (const [file, text] of [
    ['localities/one/locality.yaml', 'number: 2'],
    ['localities/one/process.yaml', 'version: "1"'],
    ['schema/locality/locality.schema.json', '{"a": 1}'],
    ['dist/main.js', '1; 2;'],
  ] as const) {
    write(file, text);
    expect([file, await start()]).toEqual([file, 'loaded']);
    expect([file, await start()]).toEqual([file, null]);
  }
});

test('what could not be loaded is tried again', async () => {
  write('localities/one/locality.yaml', 'number: wrong');
  const wrong = () => Promise.reject(new Error('wrong file'));
  await expect(loadOnce(database, { root, code }, wrong)).rejects.toThrow('wrong file');
  expect(await start()).toBe('loaded');
});

describe('a folder in which nothing was written for a while', () => {
  const file = 'localities/one/locality.yaml';
  const later = (ms: number) => {
    const now = Date.now() + ms;
    jest.spyOn(Date, 'now').mockReturnValue(now);
  };
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** As if the files had said something else when they were loaded: whoever reads them loads them again. */
  const forgetContent = () =>
    database.transaction(systemScope(0x7fffffff, 'LOAD'), 'write', (tx) =>
      tx.query(`UPDATE teller.folder_stamp SET fingerprint = 'other ' || split_part(fingerprint, ' ', 2)`),
    );

  test('is known by sizes and times: no file is read', async () => {
    write(file, 'number: 3');
    later(60_000);
    expect(await start()).toBe('loaded');
    await forgetContent();
    expect(await start()).toBeNull();
  });

  test('is read when it was copied, found to be the same, and not read the next time', async () => {
    write(file, 'number: 3');
    later(60_000);
    await start();
    write(file, 'number: 3');
    utimesSync(join(folder, file), 1, 1);
    expect(await start()).toBeNull();
    await forgetContent();
    expect(await start()).toBeNull();
  });

  test('has changed when a file says something else of the same length, its time set back', async () => {
    const writeThen = (text: string) => {
      write(file, text);
      utimesSync(join(folder, file), 1_000, 1_000);
    };
    writeThen('number: 4');
    later(60_000);
    await start();
    writeThen('number: 5');
    expect(await start()).toBe('loaded');
    expect(await start()).toBeNull();
  });
});

test('what was written a moment ago is read again: its times may not tell the next change', async () => {
  write('localities/one/locality.yaml', 'number: 6');
  expect(await start()).toBe('loaded');
  const [row] = await database.transaction(systemScope(0x7fffffff, 'LOAD'), 'read', (tx) =>
    tx.query<{ fingerprint: string }>('SELECT fingerprint FROM teller.folder_stamp'),
  );
  expect(row?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
});
