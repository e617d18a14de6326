import { describe, expect, test } from '@jest/globals';
import {
  type Account,
  checkLogin,
  decideChangePassword,
  decideDisable,
  decideEnable,
  decideReset,
  decideSignIn,
  goesOn,
  loginBelongsTo,
} from './account.js';

const NOW = '2024-06-01T04:00:00.000Z';
const LATER = '2024-06-01T04:10:00.000Z';
const EARLIER = '2024-06-01T03:59:59.999Z';

const account = (changes: Partial<Account> = {}): Account => ({
  id: 'a1',
  login: '430400.deputy',
  subject: 'a1',
  personId: null,
  status: 'ACTIVE',
  failedAttempts: 0,
  lockedUntil: null,
  mustChangePassword: false,
  passwordSetAt: null,
  version: 1,
  ...changes,
});

describe('signing in', () => {
  const LOCK = '2024-06-01T04:15:00.000Z';
  test.each([
    // state, right password, refused, failures afterwards, locked until, events
    [{}, true, null, 0, null, ['account.signed_in']],
    [{ failedAttempts: 4 }, true, null, 0, null, ['account.signed_in']],
    [{}, false, 'WRONG_PASSWORD', 1, null, ['account.sign_in_refused']],
    [{ failedAttempts: 3 }, false, 'WRONG_PASSWORD', 4, null, ['account.sign_in_refused']],
    [{ failedAttempts: 4 }, false, 'WRONG_PASSWORD', 0, LOCK, ['account.sign_in_refused', 'account.locked']],
    [{ lockedUntil: LATER }, true, 'LOCKED', 0, LATER, ['account.sign_in_refused']],
    [{ lockedUntil: LATER }, false, 'LOCKED', 0, LATER, ['account.sign_in_refused']],
    [{ lockedUntil: EARLIER }, true, null, 0, null, ['account.signed_in']],
    [{ lockedUntil: NOW }, true, null, 0, null, ['account.signed_in']],
    [{ status: 'DISABLED' }, true, 'DISABLED', 0, null, ['account.sign_in_refused']],
    [{ status: 'DISABLED' }, false, 'WRONG_PASSWORD', 1, null, ['account.sign_in_refused']],
  ] as const)('%j, right password %s -> %s', (state, right, refused, failedAttempts, lockedUntil, types) => {
    const decision = decideSignIn(account(state), right, NOW);
    expect(decision).toMatchObject({ refused, failedAttempts, lockedUntil });
    expect(decision.events.map((event) => event.type)).toEqual(types);
  });

  test('events carry the account id and nothing that names a person', () => {
    const { events } = decideSignIn(account({ failedAttempts: 4, login: '430400.zhang' }), false, NOW);
    expect(JSON.stringify(events)).not.toContain('zhang');
  });
});

describe('a password that must be changed', () => {
  test.each([
    // state, right password, change required, last event
    [{ mustChangePassword: true }, true, true, 'account.password_change_required'],
    [{ mustChangePassword: true, failedAttempts: 4 }, true, true, 'account.password_change_required'],
    [{ mustChangePassword: true }, false, false, 'account.sign_in_refused'],
    [{ mustChangePassword: true, status: 'DISABLED' }, true, false, 'account.sign_in_refused'],
    [{ mustChangePassword: true, lockedUntil: LATER }, true, false, 'account.sign_in_refused'],
    [{ passwordSetAt: '2024-03-03T04:00:00.000Z' }, true, false, 'account.signed_in'],
    [{ passwordSetAt: '2024-03-03T03:59:59.999Z' }, true, true, 'account.password_change_required'],
    [{ passwordSetAt: null }, true, false, 'account.signed_in'],
  ] as const)('%j, right password %s: change required %s, %s', (state, right, required, type) => {
    const decision = decideSignIn(account(state), right, NOW);
    expect([decision.changeRequired, decision.events.at(-1)?.type]).toEqual([required, type]);
  });

  test.each([
    [{}, null],
    [{ lockedUntil: LATER }, 'LOCKED'],
    [{ status: 'DISABLED' }, 'DISABLED'],
    [{ passwordSetAt: NOW }, 'PASSWORD_REPLACED'],
    [{ passwordSetAt: null }, 'PASSWORD_REPLACED'],
  ] as const)('is changed when the account is %j: refused %s', (state, refused) => {
    const now = account({ mustChangePassword: true, passwordSetAt: EARLIER, ...state });
    const decision = decideChangePassword(now, EARLIER, NOW);
    expect(decision.refused).toBe(refused);
    const types = decision.events.map((event) => event.type);
    const done = ['account.password_changed', 'account.signed_in'];
    expect(types).toEqual(refused === null ? done : ['account.sign_in_refused']);
  });

  test.each([
    [{}, EARLIER, true],
    [{ status: 'DISABLED' }, NOW, false],
    [{ mustChangePassword: true }, LATER, false],
    [{ passwordSetAt: NOW }, LATER, true],
    [{ passwordSetAt: NOW }, '2024-06-01T03:59:30.000Z', true],
    [{ passwordSetAt: NOW }, '2024-06-01T03:59:29.000Z', false],
  ] as const)('with %j what was begun at %s goes on: %s', (state, begun, expected) =>
    expect(goesOn(account(state), begun)).toBe(expected),
  );

  test('is made by a reset, unless somebody else keeps the password', () => {
    expect(decideReset(account())).toMatchObject({ value: { type: 'account.password_reset' } });
    const outside = decideReset(account({ subject: 'https://issuer.test|x' }));
    expect(outside).toMatchObject({ code: 'ACCOUNT_WITHOUT_PASSWORD' });
  });
});

test.each([
  ['430400.zhang-wei_2', null],
  ['430400.', 'LOGIN_NEEDS_PREFIX'],
  ['430500.zhang', 'LOGIN_NEEDS_PREFIX'],
  ['430400.Zhang', 'LOGIN_MALFORMED'],
  ['430400.张', 'LOGIN_MALFORMED'],
  ['430400.a b', 'LOGIN_MALFORMED'],
  [`430400.${'a'.repeat(94)}`, 'LOGIN_MALFORMED'],
  ['', 'LOGIN_MALFORMED'],
])('the login %s may be had: %s', (login, code) =>
  expect(checkLogin(login, '430400')?.code ?? null).toBe(code),
);

describe('disabling and enabling', () => {
  test.each([
    [{}, 'other', 'account.disabled'],
    [{}, 'a1', 'OWN_ACCOUNT_NOT_ALLOWED'],
    [{ status: 'DISABLED' }, 'other', 'ACCOUNT_ALREADY_DISABLED'],
  ] as const)('disable %j by %s -> %s', (state, by, expected) => {
    const outcome = decideDisable(account(state), by, '离任');
    expect(outcome.accepted ? outcome.value.type : outcome.code).toBe(expected);
  });

  test.each([
    [{}, 'ACCOUNT_ALREADY_ACTIVE'],
    [{ status: 'DISABLED' }, 'account.enabled'],
    [{ lockedUntil: LATER }, 'account.enabled'],
    [{ lockedUntil: EARLIER }, 'ACCOUNT_ALREADY_ACTIVE'],
  ] as const)('enable %j -> %s', (state, expected) => {
    const outcome = decideEnable(account(state), NOW);
    expect(outcome.accepted ? outcome.value.type : outcome.code).toBe(expected);
  });
});

test.each([
  ['430400.deputy', '430400', true],
  ['430400.', '430400', false],
  ['4304001.deputy', '430400', false],
  ['430500.deputy', '430400', false],
])('login %s belongs to %s: %s', (login, code, expected) =>
  expect(loginBelongsTo(login, code)).toBe(expected),
);
