import 'reflect-metadata';
import type { GraphQLScalarType } from 'graphql';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import type { Outcome } from '../refusal.js';
import { Refusal } from './refusal.type.js';

type Constructor<Instance = object> = abstract new (...args: never[]) => Instance;
type FieldType = Constructor | GraphQLScalarType | object;

/** One field of a success: its type as in `@Field`, its Chinese term and explanation. */
export type SuccessField = {
  readonly type: () => FieldType | [FieldType];
  readonly description: string;
  readonly nullable?: boolean;
};

type Shown<Type> = Type extends Constructor<infer Instance> ? Instance : unknown;
type FieldValue<Spec extends SuccessField> =
  ReturnType<Spec['type']> extends readonly (infer Item)[]
    ? readonly Shown<Item>[]
    : Shown<ReturnType<Spec['type']>> | (Spec['nullable'] extends true ? null : never);

/** What a success carries: one value for each declared field. */
export type SuccessOf<Fields extends Record<string, SuccessField>> = {
  readonly [Name in keyof Fields]: FieldValue<Fields[Name]>;
};

export type MutationResult<Fields extends Record<string, SuccessField>> = {
  /** The union, for `@Mutation(() => SubmitProposalResult.Result)`. */
  readonly Result: object;
  readonly Success: new () => object;
  readonly Refusal: new () => Refusal;
  /** Only for the compiler. */
  readonly fields?: Fields;
};

/**
 * The result of a mutation: `union VerbNounResult = VerbNounSuccess | VerbNounRefusal`. `term` is the
 * Chinese term of the verb, such as `提交建议`. Pair it with `answer`.
 */
export function resultOf<const Fields extends Record<string, SuccessField>>(
  verbNoun: string,
  term: string,
  fields: Fields,
): MutationResult<Fields> {
  const Success = named(class {}, `${verbNoun}Success`);
  ObjectType(Success.name, { description: `${term}成功: what was done` })(Success);
  for (const [name, { type, description, nullable = false }] of Object.entries(fields)) {
    Field(type as () => Constructor, { description, nullable })(Success.prototype, name);
  }
  const Refused = named(class extends Refusal {}, `${verbNoun}Refusal`);
  ObjectType(Refused.name, { description: `${term}被拒绝: why it was not done`, implements: Refusal })(
    Refused,
  );
  const Result = createUnionType({
    name: `${verbNoun}Result`,
    description: `${term}的结果: a success, or a refusal with its reason`,
    types: () => [Success, Refused] as const,
    resolveType: (value: object) => (value instanceof Refusal ? Refused.name : Success.name),
  });
  return { Result, Success, Refusal: Refused };
}

/** Turns a use case's outcome into the union's value; `success` says what to show of what was done. */
export async function answer<Value, Fields extends Record<string, SuccessField>>(
  result: MutationResult<Fields>,
  outcome: Outcome<Value>,
  success: (value: Value) => SuccessOf<Fields> | Promise<SuccessOf<Fields>>,
): Promise<object> {
  if (outcome.accepted) return Object.assign(new result.Success(), await success(outcome.value));
  return Object.assign(new result.Refusal(), { code: outcome.code, params: outcome.params });
}

function named<Type extends Constructor>(type: Type, name: string): Type {
  Object.defineProperty(type, 'name', { value: name });
  return type;
}
