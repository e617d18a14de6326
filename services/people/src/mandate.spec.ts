import { describe, expect, test } from '@jest/globals';
import {
  decideEndMandate,
  decideRegister,
  decideResume,
  decideSuspend,
  type Mandate,
  type MandateWish,
} from './mandate.js';

const wish = (changes: Partial<MandateWish> = {}): MandateWish => ({
  personId: 'p1',
  kind: 'DEPUTY',
  certificateNumber: 'D-0001',
  term: '第十六届',
  electoralUnit: '第一选区',
  delegation: '第一代表团',
  sector: null,
  party: null,
  from: '2022-01-01',
  to: '2026-12-31',
  ...changes,
});

const mandate = (changes: Partial<Mandate> = {}): Mandate => ({
  id: 'm1',
  ...wish(),
  status: 'ACTIVE',
  reason: null,
  version: 1,
  ...changes,
});

const codeOf = (outcome: ReturnType<typeof decideRegister>) =>
  outcome.accepted ? outcome.value.type : outcome.code;

describe('registering', () => {
  test.each([
    [{}, [], 'mandate.registered'],
    [{ kind: 'CPPCC_MEMBER', delegation: null, sector: '教育界' }, [mandate()], 'mandate.registered'],
    [{ sector: '教育界' }, [], 'SECTOR_NOT_FOR_DEPUTIES'],
    [{ kind: 'CPPCC_MEMBER' }, [], 'DELEGATION_NOT_FOR_MEMBERS'],
    [{ from: '2022-13-01' }, [], 'DATE_INVALID'],
    [{ to: '2021-12-31' }, [], 'PERIOD_REVERSED'],
    [{}, [mandate()], 'MANDATE_ALREADY_REGISTERED'],
    [{}, [mandate({ status: 'ENDED' })], 'mandate.registered'],
    [{}, [mandate({ from: '2017-01-01', to: '2021-12-31' })], 'mandate.registered'],
  ] as const)('%j beside %j -> %s', (changes, existing, expected) =>
    expect(codeOf(decideRegister('m9', wish(changes), { name: '甲' }, existing))).toBe(expected),
  );

  test('the event carries what other services rely on', () => {
    const outcome = decideRegister('m9', wish(), { name: '甲' }, []);
    expect(outcome).toMatchObject({
      value: {
        payload: {
          mandateId: 'm9',
          personId: 'p1',
          name: '甲',
          kind: 'DEPUTY',
          delegation: '第一代表团',
          from: '2022-01-01',
          to: '2026-12-31',
        },
      },
    });
  });
});

test.each([
  ['ACTIVE', 'mandate.suspended', 'MANDATE_NOT_SUSPENDED', 'mandate.ended'],
  ['SUSPENDED', 'MANDATE_ALREADY_SUSPENDED', 'mandate.resumed', 'mandate.ended'],
  ['ENDED', 'MANDATE_ALREADY_ENDED', 'MANDATE_ALREADY_ENDED', 'MANDATE_ALREADY_ENDED'],
] as const)(
  'a mandate that is %s: suspend -> %s, resume -> %s, end -> %s',
  (status, suspend, resume, end) => {
    const held = mandate({ status });
    expect(codeOf(decideSuspend(held, '因故'))).toBe(suspend);
    expect(codeOf(decideResume(held, '恢复'))).toBe(resume);
    expect(codeOf(decideEndMandate(held, { on: '2024-05-01', reason: '调离' }, '2024-06-01'))).toBe(end);
  },
);

test.each([
  ['2024-06-01', 'mandate.ended'],
  ['2024-06-02', 'DATE_IN_FUTURE'],
  ['2021-12-31', 'PERIOD_REVERSED'],
  ['yesterday', 'DATE_INVALID'],
])('ending on %s -> %s', (on, expected) =>
  expect(codeOf(decideEndMandate(mandate(), { on, reason: '辞职' }, '2024-06-01'))).toBe(expected),
);
