import { describe, expect, test } from '@jest/globals';
import { explainHeadQuota, type HeadQuotaItem, headQuota } from './head-quota.js';

/** h: brought by the head; o: by others; .: not answered yet. */
const items = (told: string): HeadQuotaItem[] =>
  [...told].map((one) => ({ answered: one !== '.', byHead: one === 'h' }));

describe('LN-12 一把手面复 min(n, 3)', () => {
  test.each([
    ['T6 none', '', 0, 0, 0, 'MET'],
    ['T6 one', '.', 1, 0, 1, 'AT_RISK'],
    ['T6 two', '..', 2, 0, 2, 'AT_RISK'],
    ['T6 three', '...', 3, 0, 3, 'AT_RISK'],
    ['T6 four', '....', 3, 0, 3, 'OPEN'],
    ['T6 ten', '..........', 3, 0, 3, 'OPEN'],
    ['T7 five: the head two, others three, none left', 'hhooo', 3, 2, 1, 'IMPOSSIBLE'],
    ['T7 three: the head two', 'hho', 3, 2, 1, 'IMPOSSIBLE'],
    ['five: one missing, one left', 'hhoo.', 3, 2, 1, 'AT_RISK'],
    ['five: two missing, one left', 'hooo.', 3, 1, 2, 'IMPOSSIBLE'],
    ['met, whatever the others do', 'hhhooooo..', 3, 3, 0, 'MET'],
    ['more than asked for', 'hhhhh', 3, 5, 0, 'MET'],
  ])('%s: %s', (_, told, required, done, missing, state) => {
    expect(headQuota(items(told), 3)).toMatchObject({ required, done, missing, state });
  });

  test('another locality asks for another number', () => {
    expect(headQuota(items('hh....'), 5)).toMatchObject({ required: 5, done: 2, missing: 3, state: 'OPEN' });
  });

  test('it says how it was counted', () => {
    const { zh, en } = explainHeadQuota(headQuota(items('hho'), 3), 3);
    expect([zh, en]).toEqual([
      '承办 3 件，主要负责人应面复 3 件(不足 3 件的全部面复)，已面复 2 件，尚缺 1 件，未答复 0 件。',
      expect.stringContaining('2 brought, 1 missing'),
    ]);
  });
});
