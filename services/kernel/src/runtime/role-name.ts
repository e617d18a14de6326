/** `events` is the group that may read the service's log: relays of other services are members of it. */
export type RoleKind = 'owner' | 'migrator' | 'app' | 'relay' | 'events';

/** `duban_<service>_<kind>`; a service's schema bears the service's name. */
export const roleName = (service: string, kind: RoleKind): string => `duban_${service}_${kind}`;
