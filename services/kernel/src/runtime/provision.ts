/** A service to provide for: its schema and roles, and whose events its relay may read. */
export type ServicePlan = { readonly name: string; readonly consumes?: readonly string[] };

export type ProvisionOptions = {
  readonly services: readonly ServicePlan[];
  /** Password of each login role (see `loginRolesOf`), by role name. */
  readonly secrets: Readonly<Record<string, string>>;
};

export type RoleKind = 'owner' | 'migrator' | 'app' | 'relay' | 'events';

/** `duban_<service>_<kind>`. `events` is the group that may read the service's log: relays are members of it. */
export const roleName = (service: string, kind: RoleKind): string => `duban_${service}_${kind}`;

/** The roles of a service that log in and so need a password. */
export const loginRolesOf = ({ name, consumes = [] }: ServicePlan): string[] => [
  roleName(name, 'migrator'),
  roleName(name, 'app'),
  ...(consumes.length > 0 ? [roleName(name, 'relay')] : []),
];

/** The administrator's URL with another user in it. */
export function urlOfRole(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}

/** Creates roles, schemas and grants in the database the URL names. Idempotent; sets the passwords each time. */
export async function provision(_adminUrl: string, _options: ProvisionOptions): Promise<void> {
  throw new Error('not yet');
}
