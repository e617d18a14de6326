import type { Viewer } from '@duban/kernel';
import { expect, test } from '@jest/globals';
import { maskPhone, maySeePersonalData } from './person.js';

const viewer = (role: Viewer['role'], personId: string | null): Viewer => ({
  accountId: 'a1',
  grantId: 'g1',
  login: 'x',
  tenant: 1,
  role,
  personId,
  mandateId: null,
  unitId: null,
  sectionId: null,
});

test.each([
  ['TENANT_ADMIN', null, true],
  ['DEPUTY', 'p1', true],
  ['DEPUTY', 'p2', false],
  ['DEPUTY_AFFAIRS_OFFICER', null, false],
] as const)('%s as person %s sees the personal data of p1: %s', (role, personId, expected) =>
  expect(maySeePersonalData(viewer(role, personId), 'p1')).toBe(expected),
);

test.each([
  ['13812345678', '138****5678'],
  ['0734-8123456', '073*****3456'],
  ['110', '***'],
])('%s is shown as %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));
