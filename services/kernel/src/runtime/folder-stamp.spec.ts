import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from './database.js';
import { loadOnce } from './folder-stamp.js';
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
