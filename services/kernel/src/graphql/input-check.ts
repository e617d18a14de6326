import { Allow, getMetadataStorage, ValidateNested, validateSync } from 'class-validator';
import { ArgumentValidationError } from 'type-graphql';

type Class = abstract new (...args: never[]) => unknown;
type FieldMetadata = { readonly target: Class; readonly name: string; readonly getType: () => unknown };
type TypeStorage = {
  readonly inputTypes: readonly { readonly target: Class }[];
  readonly argumentTypes: readonly { readonly target: Class }[];
  readonly fields: readonly FieldMetadata[];
};

/**
 * GraphQL already refuses fields that a type does not have. The validator's own white list would also
 * refuse declared fields without a rule, so every declared input field is allowed here, and input
 * types inside input types are checked too. Nobody has to remember `@Allow()` or `@ValidateNested()`.
 */
export function allowDeclaredInputs(): void {
  const { TypeGraphQLMetadataStorage: types } = globalThis as unknown as {
    TypeGraphQLMetadataStorage: TypeStorage;
  };
  const inputs = new Set([...types.inputTypes, ...types.argumentTypes].map(({ target }) => target));
  for (const { target, name, getType } of types.fields) {
    if (!inputs.has(target) || hasRule(target, name)) continue;
    Allow()(target.prototype as object, name);
    if (inputs.has(getType() as Class)) ValidateNested()(target.prototype as object, name);
  }
}

function hasRule(target: Class, name: string): boolean {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
  return rules.some((rule) => rule.target === target && rule.propertyName === name);
}

const RULES = {
  skipMissingProperties: true,
  forbidUnknownValues: true,
  whitelist: true,
  forbidNonWhitelisted: true,
} as const;

/**
 * Validates one argument without leaving the tick. type-graphql's own check awaits a dynamic import
 * per argument, which scatters the fields of a list over many ticks, and their loaders' batches with them.
 */
export async function checkInput(value: unknown): Promise<void> {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const inputs = items.filter((item): item is object => typeof item === 'object' && item !== null);
  const errors = inputs.flatMap((input) => validateSync(input, RULES));
  if (errors.length > 0) throw new ArgumentValidationError(errors);
}
