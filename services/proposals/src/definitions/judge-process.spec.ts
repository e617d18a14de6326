import type { PinnedLayer } from '@duban/kernel';
import { describe, expect, test } from '@jest/globals';
import { celConditions } from '../process/conditions.cel.js';
import { readProcess } from '../testing/process-files.kit.js';
import { judgeProcess } from './judge-process.js';

const conditions = celConditions();
const layer = (source: string, document: unknown): PinnedLayer => ({
  ...{ source, document, locality: 1, level: 'COUNTY', name: source, hash: source, origin: 'FILE' },
});
const base = layer('base', readProcess('base').value);
const judged = (document: object) => judgeProcess([base, layer('county', document)], conditions);

describe('a draft is judged by proof', () => {
  test('one that carries every case is fine, again as the first time', () => {
    for (const _ of [1, 2]) expect(judged({ version: '1' })).toMatchObject({ problems: [] });
  });

  test('one that would stop a case is told the story, at the place that causes it', () => {
    const { definition, problems } = judged({
      version: '1',
      returns: { arbiters: ['STANDING_COMMITTEE_MEMBER'] },
    });
    expect(definition).toBeNull();
    expect(problems).toMatchObject([{ source: 'county', path: ['returns', 'arbiters'] }]);
    expect(problems[0]?.zh).toContain('走不下去');
  });

  test('for one kind of cases it is told where the county speaks of that kind', () => {
    const byKind = { CPPCC_PROPOSAL: { extensions: { approvers: ['DEPUTY'] } } };
    expect(judged({ version: '1', byKind }).problems).toMatchObject([
      { source: 'county', path: ['byKind', 'CPPCC_PROPOSAL', 'extensions', 'approvers'] },
    ]);
  });
});
