import type { ValidationError } from 'class-validator';

/** `field.inner: what is wrong` for each violated rule, innermost first. */
export function describeViolations(errors: readonly ValidationError[], path = ''): string[] {
  return errors.flatMap(({ property, constraints, children }) => [
    ...Object.values(constraints ?? {}).map((text) => `${path}${property}: ${text}`),
    ...describeViolations(children ?? [], `${path}${property}.`),
  ]);
}
