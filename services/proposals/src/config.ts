import { readFileSync } from 'node:fs';
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
  /** Milliseconds between two looks for clocks that have come due. */
  DUBAN_TIMED_WORK_MS: z.coerce.number().int().min(50).max(3_600_000).default(5_000),
  /** A file with the instant that is to be taken for now: simulations and tests only. */
  DUBAN_CLOCK_FILE: z
    .string()
    .optional()
    .refine((file) => file === undefined || process.env.NODE_ENV !== 'production', {
      message: 'a clock of its own is for simulations and tests, not for NODE_ENV=production',
    }),
});

export type Config = z.infer<typeof configSchema>;

/** What is taken for now: the database's clock, or where a file is named, what stands in it. */
export const clockOf = ({ DUBAN_CLOCK_FILE: file }: Config): (() => string) | undefined =>
  file === undefined ? undefined : () => new Date(readFileSync(file, 'utf8').trim()).toISOString();
