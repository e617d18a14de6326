import { z } from 'zod';

const postgres = () => z.url({ protocol: /^postgres(ql)?$/ });

/** The process's environment. Folders and keys are set by whoever starts it. */
export const configSchema = z.object({
  DUBAN_HOST: z.string().default('127.0.0.1'),
  DUBAN_PORT: z.coerce.number().int().min(0).max(65_535).default(4003),
  DATABASE_URL: postgres(),
  DUBAN_RELAY_URL: postgres(),
  DUBAN_GATEWAY_KEYS: z.string().min(1),
  DUBAN_LOCALITIES: z.string().default('localities'),
  DUBAN_POOL: z.coerce.number().int().min(1).max(100).default(10),
});

export type Config = z.infer<typeof configSchema>;
