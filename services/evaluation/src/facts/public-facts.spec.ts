import { describe, expect, test } from '@jest/globals';
import { METRIC_NAMES, metricOf } from '../figures/metrics.js';
import { test as holds } from '../figures/predicate.js';
import { caseIdOf, SyntheticCase } from '../testing/synthetic-case.js';
import type { Facts } from './fact.js';
import { versionsOf } from './fact-versions.js';
import { DEFAULT_ITEM_RULES } from './item-rules.js';

const OPEN = { letter: { disclosure: 'PROACTIVE' } };
const CLOSED = { letter: { disclosure: 'ON_REQUEST' } };

/** A case of two separate units, up to their replies. */
function handled(first: object, second: object | null, more: object = {}): SyntheticCase {
  const file = new SyntheticCase(caseIdOf(1));
  file
    .submitted('2026-01-05', { source: 'ONLINE', disclosureConsent: 'FULL', ...more })
    .docketed('2026-01-08');
  file.handedOver('2026-01-10', [{ role: 'SEPARATE' }, { role: 'SEPARATE' }]);
  file.replied('2026-03-01', file.id(1), 'A', ['SOLVED'], { ...first });
  return second ? file.replied('2026-03-09', file.id(2), 'A', ['SOLVED'], { ...second }) : file;
}

const entered = (file: SyntheticCase, on: string, canonical: string, assignmentId: string | null = null) =>
  file.add(on, 'record.entered', {
    recordId: file.id(file.events.length),
    canonical,
    subject: { about: assignmentId ? 'ASSIGNMENT' : 'CASE', assignmentId },
  });

const factsOf = (file: SyntheticCase): Facts => {
  const { versions } = versionsOf(file.read, DEFAULT_ITEM_RULES);
  return versions.at(-1)?.facts as Facts;
};
const partsOf = (file: SyntheticCase) => {
  const { assignments } = versionsOf(file.read, DEFAULT_ITEM_RULES);
  const current = assignments.filter(({ validTo }) => validTo === 'infinity');
  return Object.fromEntries(current.map(({ assignmentId, facts }) => [assignmentId, facts]));
};

describe('what the public gets of a case', () => {
  test.each<[string, SyntheticCase, string | null]>([
    ['every letter is open', handled(OPEN, OPEN), '2026-03-09'],
    ['one letter is not', handled(OPEN, CLOSED), null],
    ['one reply is missing', handled(OPEN, null), null],
    ['letters that say nothing', handled({}, {}), null],
    [
      'published by the government',
      entered(handled(CLOSED, CLOSED), '2026-04-01', 'DISCLOSURE'),
      '2026-04-01',
    ],
    ['reported in the press', entered(handled(CLOSED, CLOSED), '2026-04-01', 'PUBLICITY'), null],
  ])('%s (结果公开)', (_, file, disclosedOn) => {
    expect(factsOf(file).disclosedOn).toBe(disclosedOn);
  });

  test('how it came in, and what its proposer agrees to (来源、公开意愿)', () => {
    expect(factsOf(handled({}, {}))).toMatchObject({ source: 'ONLINE', disclosureConsent: 'FULL' });
    expect(factsOf(handled({}, {}, { source: 'PAPER', disclosureConsent: 'TITLE_ONLY' }))).toMatchObject({
      source: 'PAPER',
      disclosureConsent: 'TITLE_ONLY',
    });
  });

  test('QH-31 LC-17 what it was made into counts for the case, and for the unit it is about (成果转化)', () => {
    const file = handled({}, {});
    entered(file, '2026-05-01', 'CONVERSION', file.id(2));
    expect(factsOf(file)).toMatchObject({ conversions: 1, convertedIntoOn: '2026-05-01' });
    const parts = partsOf(file);
    expect([parts[file.id(1)]?.conversions, parts[file.id(2)]?.conversions]).toEqual([0, 1]);
    entered(file, '2026-06-01', 'CONVERSION');
    expect(partsOf(file)[file.id(1)]).toMatchObject({ conversions: 1, convertedIntoOn: '2026-06-01' });
  });

  test('what is counted of it', () => {
    const file = entered(handled(OPEN, OPEN), '2026-05-01', 'CONVERSION').add(
      '2026-06-01',
      'proposal.closed',
    );
    const facts = factsOf(file);
    const question = { day: '2026-12-31', axis: 'RESULT', round: 'FINAL' } as const;
    const counted = METRIC_NAMES.filter((name) => /CONVERSION|DISCLOSURE|ONLINE/.test(name)).map((name) => {
      const { numerator, denominator } = metricOf(name);
      return [name, ...[numerator, denominator].map((term) => term && holds(term.where, facts, question))];
    });
    expect(counted).toEqual([
      ['CONVERSION_RATE', true, true],
      ['SUGGESTION_DISCLOSURE_RATE', true, true],
      ['REPLY_DISCLOSURE_RATE', true, true],
      ['ONLINE_RATE', true, true],
    ]);
  });
});
