import { join } from 'node:path';
import { readLocalityFolders } from '@duban/kernel/runtime';
import { expect, test } from '@jest/globals';
import { DEFAULT_RATING_RULES } from '../ratings/rating-rules.js';
import { JUDGE, ROOT } from '../testing/scoring.kit.js';
import { scoringOf } from './scoring-files.file.js';

test('sheets are judged once for all who add nothing to those of their superior', () => {
  const root = join(ROOT, 'localities');
  const folders = readLocalityFolders(root);
  let judged = 0;
  const wanted = scoringOf(root, folders, (sheet, report) => {
    judged += 1;
    JUDGE(sheet, report);
  });
  const saying = new Set(
    folders.localities.filter(({ scoring }) => scoring !== null).map(({ locality }) => locality.number),
  );
  const sheetsOf = ({ effective }: (typeof wanted)[number]) => Object.keys(effective.sheets.sheets).length;
  expect(wanted.some((one) => !saying.has(one.number) && sheetsOf(one) > 0)).toBe(true);
  const own = wanted.filter(({ number }) => saying.has(number));
  expect(judged).toBeLessThanOrEqual(own.reduce((sum, one) => sum + sheetsOf(one), 0));
  expect(judged).toBeGreaterThan(0);
});

test('what sheets from before ratings were spoken of are read with is what the base says', () => {
  const { baseScoring } = readLocalityFolders(join(ROOT, 'localities'));
  const said = baseScoring?.value as { readonly ratings: unknown } | undefined;
  expect(JSON.stringify(said?.ratings)).toBe(JSON.stringify(DEFAULT_RATING_RULES));
});
