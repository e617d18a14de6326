/** The locality of work that has none yet, such as signing in: no locality ever gets this number, so it has no rows. */
export const NOWHERE = 0x7fffffff;
