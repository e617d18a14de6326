import { z } from 'zod';
import { nightOf } from './proof/night.js';

/** What the process needs to be told. The same names stand in docker-compose.yml. */
export const configSchema = z
  .object({
    DUBAN_PORT: z.coerce.number().int().min(0).max(65_535).default(4004),
    DUBAN_HOST: z.string().min(1).default('127.0.0.1'),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// URL of the app role'),
    DUBAN_RELAY_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// URL of the relay role'),
    DUBAN_LOCALITIES: z.string().default('localities'),
    // How much of the time sums are recounted, by day.
    DUBAN_RECOUNT_SHARE: z.coerce.number().min(0.001).max(0.5).default(0.05),
    // When all of them are, in hours of Asia/Shanghai.
    DUBAN_RECOUNT_HOURS: z
      .string()
      .default('2-6')
      .transform((text, context) => {
        const night = nightOf(text);
        if (!night) context.addIssue('must be two different hours of the day, such as 2-6');
        return night ?? z.NEVER;
      }),
    DUBAN_GATEWAY_KEYS: z.string().min(1, 'must hold at least one key, id:base64url'),
  })
  .transform((env) => ({
    port: env.DUBAN_PORT,
    host: env.DUBAN_HOST,
    databaseUrl: env.DATABASE_URL,
    relayUrl: env.DUBAN_RELAY_URL,
    localities: env.DUBAN_LOCALITIES,
    recountShare: env.DUBAN_RECOUNT_SHARE,
    night: env.DUBAN_RECOUNT_HOURS,
    gatewayKeys: env.DUBAN_GATEWAY_KEYS,
  }));
