import type { Viewer } from '@duban/kernel';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly gender: 'MALE' | 'FEMALE' | null;
  readonly ethnicity: string | null;
  readonly phone: string | null;
  readonly version: number;
};

/** Personal data is for the person and the locality's administrator; everybody else sees it masked. */
export const maySeePersonalData = (viewer: Viewer, personId: string): boolean =>
  viewer.role === 'TENANT_ADMIN' || viewer.personId === personId;

/** `138****5678`: enough to tell two numbers apart, not enough to call. Short numbers vanish altogether. */
export function maskPhone(phone: string): string {
  if (phone.length < 9) return '*'.repeat(phone.length);
  return `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}
