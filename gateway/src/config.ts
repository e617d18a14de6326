import { type GatewayKey, parseGatewayKeys } from '@duban/kernel/edge';
import { z } from 'zod';

const url = z.url({ protocol: /^https?$/, error: '须为 http(s) 地址 / has to be an http(s) URL' });

const keys = z.string('缺少 / is missing').transform((text, context): readonly GatewayKey[] => {
  try {
    return parseGatewayKeys(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

const subgraphs = z.string('缺少 / is missing').transform((text, context): ReadonlyMap<string, string> => {
  const urls = new Map<string, string>();
  for (const part of text.split(',')) {
    const [name, address] = part.trim().split(/=(.*)/s);
    if (!name || !url.safeParse(address).success) {
      context.addIssue({
        code: 'custom',
        message: '须写作 / has to be written units=http://host:port,people=…',
      });
      return z.NEVER;
    }
    urls.set(name, (address as string).replace(/\/+$/, ''));
  }
  return urls;
});

const port = z.coerce.number().int().min(0).max(65_535);

/** Everything the gateway can be told, as in the environment. */
export const gatewaySettings = z
  .object({
    PORT: port.optional(),
    DUBAN_PORT: port.optional(),
    DUBAN_HOST: z.string().min(1).default('127.0.0.1'),
    DUBAN_SUPERGRAPH: z.string('缺少 / is missing').min(1),
    DUBAN_SUBGRAPHS: subgraphs,
    DUBAN_GATEWAY_KEYS: keys,
    OIDC_ISSUER: url,
    OIDC_AUDIENCE: z.string().min(1).default('duban'),
    OIDC_JWKS_URI: url,
    PUBLIC_URL: url.optional(),
    /** For how long the gateway may believe what `people` said about an account. */
    DUBAN_IDENTITY_SECONDS: z.coerce.number().min(0).max(60).default(20),
    NODE_ENV: z.string().default('development'),
  })
  .transform((env) => ({
    port: env.PORT ?? env.DUBAN_PORT ?? 4000,
    host: env.DUBAN_HOST,
    supergraph: env.DUBAN_SUPERGRAPH,
    subgraphs: env.DUBAN_SUBGRAPHS,
    keys: env.DUBAN_GATEWAY_KEYS,
    tokens: { issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, jwksUri: env.OIDC_JWKS_URI },
    publicUrl: env.PUBLIC_URL,
    identityMs: env.DUBAN_IDENTITY_SECONDS * 1000,
    production: env.NODE_ENV === 'production',
  }));

export type GatewayConfig = z.output<typeof gatewaySettings>;
