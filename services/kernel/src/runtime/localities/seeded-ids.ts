import { seededId } from '../new-id.js';

// Ids of what localities' files describe. Each service makes them from the codes alone, so that
// services agree without talking. `number` is the locality's registration number.

export const organIdOf = (number: number, organ: string): string => seededId(`${number}/organ/${organ}`);

export const unitIdOf = (number: number, unit: string): string => seededId(`${number}/unit/${unit}`);

export const sectionIdOf = (number: number, unit: string, section: string): string =>
  seededId(`${number}/section/${unit}/${section}`);

export const categoryIdOf = (number: number, category: string): string =>
  seededId(`${number}/category/${category}`);

/** `code` is that of `DemonstrationPeople`. */
export const personIdOf = (number: number, code: string): string => seededId(`${number}/person/${code}`);

/** `code` is that of `DemonstrationPeople`. */
export const mandateIdOf = (number: number, code: string): string => seededId(`${number}/mandate/${code}`);

/** `code` is that of `DemonstrationPeople`. */
export const groupIdOf = (number: number, code: string): string => seededId(`${number}/group/${code}`);

/** `code` is the person's: the login without the locality. Tokens call the account by this id. */
export const accountIdOf = (number: number, code: string): string => seededId(`${number}/account/${code}`);

/** `code` is that of the grant in `DemonstrationPeople`. */
export const grantIdOf = (number: number, code: string): string => seededId(`${number}/grant/${code}`);
