import { expect, test } from '@jest/globals';
import { currentLevel, decideSharing, type SharingRow } from './sharing.js';

const row = (level: SharingRow['level']): SharingRow => ({
  ordinal: 1,
  level,
  reason: '…',
  role: 'TENANT_ADMIN',
  setAt: new Date(),
});

test('where nothing was said, those above see counts; after that, what was said last', () => {
  expect(currentLevel([])).toBe('COUNTS');
  expect(currentLevel([row('NONE'), row('FULL')])).toBe('NONE');
});

test.each<[string, SharingRow[], SharingRow['level'], string, string | null]>([
  ['more than before', [], 'METADATA', '接受督办', null],
  ['what holds already', [], 'COUNTS', '照旧', 'SHARING_UNCHANGED'],
  ['what was said last', [row('NONE'), row('FULL')], 'NONE', '照旧', 'SHARING_UNCHANGED'],
  ['back to what was said before', [row('NONE'), row('FULL')], 'FULL', '恢复', null],
  ['without a reason', [], 'NONE', ' ', 'TEXT_EMPTY'],
  ['with a book for a reason', [], 'NONE', '长'.repeat(501), 'TEXT_TOO_LONG'],
])('%s', (_name, said, level, reason, code) => {
  const decision = decideSharing(said, { level, reason });
  expect(decision.accepted ? null : decision.code).toBe(code);
});
