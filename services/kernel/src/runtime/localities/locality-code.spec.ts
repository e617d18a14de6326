import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findLocalityCode } from './locality-code.js';

const root = mkdtempSync(join(tmpdir(), 'duban-locality-code-'));
const write = (folder: string, text: string) => {
  mkdirSync(join(root, folder));
  writeFileSync(join(root, folder, 'locality.yaml'), text);
};

beforeAll(() => {
  mkdirSync(join(root, 'without-a-file'));
  write('base', 'categories: []\n');
  write('county', 'number: 930001\ncode: "430001"\nparents: [{locality: 930000, from: 2000-01-01}]\n');
  write('city', 'number: 930000\ncode: "430000"\n');
  write('in-another-way', 'number: 0xE30A2\ncode: "430002"\n');
});
afterAll(() => rmSync(root, { recursive: true }));

test('is what the file of the number says, not of another in which it stands', () => {
  expect(findLocalityCode(root, 930_001)).toBe('430001');
  expect(findLocalityCode(root, 930_000)).toBe('430000');
});

test('is found however the number is written; a number that nobody has has none', () => {
  expect(findLocalityCode(root, 0xe30a2)).toBe('430002');
  expect(findLocalityCode(root, 930_009)).toBeNull();
});

test('takes no other file to be right', () => {
  write('broken', 'names: {zh: [\n');
  expect(findLocalityCode(root, 930_001)).toBe('430001');
});
