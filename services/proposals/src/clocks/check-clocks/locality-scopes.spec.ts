import { workingCalendar } from '@duban/kernel/runtime';
import { expect, test } from '@jest/globals';
import type { Process } from '../../process/process.js';
import { baseProcess } from '../../testing/process-files.kit.js';
import { localityScopes, type ScopeDeps } from './locality-scopes.js';

const base = baseProcess();

/** What is asked of the lists; all of them are empty. */
function asked(ofKind: Partial<Process>): Promise<readonly string[]> {
  const names: string[] = [];
  const lists = new Proxy({} as ScopeDeps['lists'], {
    get: (_, name) => async () => {
      names.push(String(name));
      return [];
    },
  });
  const processes = {
    getInForce: async (_: string, kind: string | null) => ({
      process: kind === 'CPPCC_PROPOSAL' ? { ...base, ...ofKind } : base,
      calendar: workingCalendar(),
    }),
  } as unknown as ScopeDeps['processes'];
  return localityScopes({ processes, lists }, '2026-03-01', []).then(() => names);
}

test('records are looked up once for what all kinds share, and again for a kind with rules of its own', async () => {
  const lookUps = async (ofKind: Partial<Process>) =>
    (await asked(ofKind)).filter((name) => name === 'openRecords');
  expect(await lookUps({})).toHaveLength(1);
  const own = { ...base.records.meeting, label: { zh: '协商会', en: 'Consultation' } };
  expect(await lookUps({ records: { ...base.records, meeting: own } as Process['records'] })).toHaveLength(2);
});
