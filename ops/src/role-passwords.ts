/** The environment variable that carries a role's password, e.g. DUBAN_UNITS_APP_PASSWORD. */
export const passwordVariable = (role: string): string => `${role.toUpperCase()}_PASSWORD`;
