import { describe, expect, test } from '@jest/globals';
import {
  type ConfirmationScene,
  type ConfirmedNumber,
  changedSince,
  decideConfirmation,
  decideUnlocking,
} from './confirmation.js';

const scene: ConfirmationScene = {
  role: 'DEPUTY_AFFAIRS_OFFICER',
  confirmed: false,
  below: [
    { tenant: 411, confirmed: true },
    { tenant: 412, confirmed: true },
  ],
  confirmedAbove: false,
  thisYear: 2026,
};
const asked = { year: 2025, kind: 'NPC_SUGGESTION', note: null };
const numbers: ConfirmedNumber[] = [{ metric: 'REPLY_RATE', numerator: 9, denominator: 10 }];
const told = (outcome: { accepted: boolean; code?: string }) =>
  outcome.accepted ? 'accepted' : outcome.code;

describe('confirming goes up, level by level', () => {
  test.each<[string, Partial<ConfirmationScene>, Partial<typeof asked>, string]>([
    ['everybody below has', {}, {}, 'accepted'],
    ['nobody is below', { below: [] }, {}, 'accepted'],
    ['this year, so far', {}, { year: 2026 }, 'accepted'],
    ['one below has not', { below: [{ tenant: 411, confirmed: false }] }, {}, 'FIGURES_BELOW_OPEN'],
    ['twice', { confirmed: true }, {}, 'FIGURES_CONFIRMED'],
    ['next year', {}, { year: 2027 }, 'FIGURES_YEAR_AHEAD'],
    ['the other office’s cases', {}, { kind: 'CPPCC_PROPOSAL' }, 'FIGURES_OTHER_OFFICE'],
    ['the other office', { role: 'PROPOSAL_COMMITTEE_OFFICER' }, { kind: 'CPPCC_PROPOSAL' }, 'accepted'],
  ])('%s', (_, here, wish, expected) => {
    expect(told(decideConfirmation({ ...asked, ...wish }, numbers, { ...scene, ...here }))).toBe(expected);
  });
});

describe('unlocking comes down', () => {
  test.each<[string, Partial<ConfirmationScene>, string, string]>([
    ['what is confirmed', { confirmed: true }, '漏计一件', 'accepted'],
    ['without a reason', { confirmed: true }, '', 'TEXT_EMPTY'],
    ['what is not confirmed', {}, '漏计一件', 'FIGURES_NOT_CONFIRMED'],
    [
      'what the level above stands for',
      { confirmed: true, confirmedAbove: true },
      '漏计一件',
      'FIGURES_CONFIRMED_ABOVE',
    ],
    [
      'by another office',
      { confirmed: true, role: 'PROPOSAL_COMMITTEE_OFFICER' },
      '漏计一件',
      'FIGURES_OTHER_OFFICE',
    ],
  ])('%s', (_, here, reason, expected) => {
    expect(told(decideUnlocking({ ...asked, reason }, { ...scene, ...here }))).toBe(expected);
  });
});

test('what changed since is told number by number', () => {
  const now: ConfirmedNumber[] = [{ metric: 'REPLY_RATE', numerator: 10, denominator: 10 }];
  expect(changedSince(numbers, numbers)).toEqual([]);
  expect(changedSince(numbers, now)).toEqual([{ before: numbers[0], now: now[0] }]);
});
