import type { ZodType } from 'zod';

type Environment = Readonly<Record<string, string | undefined>>;

/** Every problem of an environment, one line each, or the value. */
export function parseConfig<Value>(
  schema: ZodType<Value>,
  env: Environment,
): { value: Value } | { problems: string[] } {
  const result = schema.safeParse(env);
  if (result.success) return { value: result.data };
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || '(all)'}: ${issue.message}`);
  return { problems };
}

/** The process's configuration. Prints every problem at once and exits with 1 when there is one. */
export function readConfig<Value>(schema: ZodType<Value>, env: Environment = process.env): Value {
  const result = parseConfig(schema, env);
  if ('value' in result) return result.value;
  const lines = result.problems.map((problem) => `  - ${problem}`).join('\n');
  process.stderr.write(`配置有误 / The configuration is not usable:\n${lines}\n`);
  process.exit(1);
}
