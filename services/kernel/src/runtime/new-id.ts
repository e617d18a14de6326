import { v5, v7 } from 'uuid';

/** Never changes: every seeded row's id follows from it. */
const NAMESPACE = '6f0f3d8e-5c0b-5d0a-9a41-6f2a8c1d7e30';

/** A new id: UUID version 7, so that ids of later rows sort later. */
export const newId = (): string => v7();

/** The id of a seeded thing, the same in every service and at every start. `name` is `<number>/<kind>/<code>`. */
export const seededId = (name: string): string => v5(name, NAMESPACE);
