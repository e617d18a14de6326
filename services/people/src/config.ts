import { join } from 'node:path';
import { z } from 'zod';

const text = z.string().min(1);
const url = z.url({ protocol: /^https?$/ });

const addresses = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((address) => address.trim())
      .filter(Boolean),
  )
  .pipe(z.array(url).min(1));

/** What the process is told by its environment. */
export const peopleConfig = z
  .object({
    DUBAN_PORT: z.coerce.number().int().min(0).max(65_535).default(4002),
    DUBAN_HOST: text.default('127.0.0.1'),
    DATABASE_URL: text,
    DUBAN_GATEWAY_KEYS: text,
    DUBAN_LOCALITIES: text,
    DUBAN_DATA: text,
    NODE_ENV: text.default('development'),
    DUBAN_DEMO: z.enum(['0', '1']).optional(),
    DUBAN_DEMO_PASSWORD: text.default('duban-demo'),
    PUBLIC_URL: url.default('http://localhost:4000'),
    OIDC_ISSUER: url.optional(),
    DUBAN_REDIRECT_URIS: addresses.optional(),
    DUBAN_POOL: z.coerce.number().int().min(1).max(100).default(10),
  })
  .transform((env) => {
    const publicUrl = env.PUBLIC_URL.replace(/\/+$/, '');
    const issuer = `${publicUrl}/oidc`;
    return {
      port: env.DUBAN_PORT,
      host: env.DUBAN_HOST,
      databaseUrl: env.DATABASE_URL,
      poolSize: env.DUBAN_POOL,
      gatewayKeys: env.DUBAN_GATEWAY_KEYS,
      localities: env.DUBAN_LOCALITIES,
      signingKeysFile: join(env.DUBAN_DATA, 'signing-keys.json'),
      /** Demonstration people are loaded, and may sign in. */
      demonstration: env.DUBAN_DEMO === undefined ? env.NODE_ENV !== 'production' : env.DUBAN_DEMO === '1',
      demonstrationPassword: env.DUBAN_DEMO_PASSWORD,
      /** The bundled provider's own address. */
      issuer,
      /** Another issuer's address when sign-in is somebody else's affair; accounts are then called `issuer|subject`. */
      outsideIssuer: env.OIDC_ISSUER === undefined || env.OIDC_ISSUER === issuer ? null : env.OIDC_ISSUER,
      redirectUris: env.DUBAN_REDIRECT_URIS ?? [`${publicUrl}/graphiql`, `${publicUrl}/console/signed-in`],
    };
  });

export type PeopleConfig = z.output<typeof peopleConfig>;
