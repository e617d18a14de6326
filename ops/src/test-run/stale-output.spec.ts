import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { removeStaleOutput } from './stale-output.js';

test('output whose source is gone is removed, everything else stays', () => {
  const root = mkdtempSync(join(tmpdir(), 'duban-stale-'));
  const write = (path: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
  };
  const kept = [
    'services/units/src/unit.spec.ts',
    'services/units/dist/src/unit.spec.js',
    'services/kernel/src/rounding.ts',
    'services/kernel/dist/rounding.js',
    'services/kernel/dist/.tsbuildinfo',
  ];
  const stale = [
    'services/units/dist/src/gone.spec.js',
    'services/units/dist/src/gone.spec.js.map',
    'services/units/dist/src/gone.spec.d.ts',
    'gateway/dist/gone.js',
  ];
  for (const path of [...kept, ...stale]) write(path);
  removeStaleOutput(root);
  expect(kept.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(stale.filter((path) => existsSync(join(root, path)))).toEqual([]);
  rmSync(root, { recursive: true });
});
